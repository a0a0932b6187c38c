/** A net.xml as the roads of a scene. */
import type { Result } from '../../../kernel';
import { succeed } from '../../../kernel';
import type { RoadsFile } from '../../../scene';
import type { GeographicPlace } from '../../geometry/utm';
import { readBoolean } from '../read-values';
import type { ImportNotes } from '../report';
import { NetDraft } from './draft';
import { draftEdges } from './edges';
import { draftJunctions } from './junctions';
import { type NetElements, type NetProgram, readNet } from './net-elements';
import { draftNodes } from './nodes';
import { placeOf, shiftOf } from './place';
import { draftSignals } from './signals';
import { type DraftTurn, draftTurns } from './turns';

export interface ImportedNet {
  readonly draft: NetDraft;
  readonly roads: RoadsFile;
  readonly place: GeographicPlace | undefined;
  readonly turns: readonly DraftTurn[];
  readonly programs: readonly NetProgram[];
}

/** Everything but the signals: other files may bring programs that run instead. */
export function importNet(file: string, text: string, notes: ImportNotes): Result<ImportedNet> {
  const read = readNet(file, text);
  if (!read.ok) return read;
  const net = read.value;
  const draft = new NetDraft(file, notes, shiftOf(net.location));
  const place = placeOf(net.location, draft);
  draftNodes(net, draft);
  draftEdges(net, draft);
  const turns = draftTurns(net, draft);
  draftJunctions(net, turns, draft);
  listUnread(net, draft);
  const roads: RoadsFile = {
    driveOn: readBoolean(net.root.get('lefthand')) ? 'left' : 'right',
    streets: nameStreets(net, draft),
    nodes: [...draft.nodes.values()],
    edges: [...draft.edges.values()],
    junctions: draft.junctions,
    signals: draft.signals,
    stops: [],
    busLines: [],
    parking: [],
    chargingSites: [],
  };
  return succeed({ draft, roads, place, turns, programs: net.programs });
}

export function addSignals(net: ImportedNet, morePrograms: readonly NetProgram[], startsAtSeconds: number): void {
  draftSignals([...net.programs, ...morePrograms], net.turns, startsAtSeconds, net.draft);
  dropIndexesWithoutSignal(net.draft, net.turns);
}

function dropIndexesWithoutSignal(draft: NetDraft, turns: readonly DraftTurn[]): void {
  const signalled = new Set(draft.signals.map((signal) => signal.junction));
  for (const { turn, junction } of turns) {
    if (!signalled.has(draft.nodes.get(junction)?.id ?? '')) delete turn.signalIndex;
  }
}

function listUnread(net: NetElements, draft: NetDraft): void {
  for (const [name, count] of net.unread) {
    draft.note('not-carried', [name], `${count} element${count === 1 ? '' : 's'} of this kind not carried over`);
  }
}

const LONGEST_NAME = 400;

/** Edges that bear one name are one street. */
function nameStreets(net: NetElements, draft: NetDraft): RoadsFile['streets'] {
  const streets = new Map<string, RoadsFile['streets'][number]>();
  for (const { id, attributes } of net.edges) {
    const edge = draft.edges.get(id);
    const name = (attributes.get('name') ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, LONGEST_NAME);
    if (edge === undefined || name === '') continue;
    const street = streets.get(name) ?? {
      id: `street-${streets.size + 1}`,
      name: { zh: name, en: name },
      class: edge.class,
    };
    streets.set(name, street);
    edge.street = street.id;
  }
  return [...streets.values()];
}
