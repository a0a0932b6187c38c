/**
 * One file of demand or of additional things, read as it streams by: SUMO lets both hold the same elements, and wants
 * types, routes and stops before the vehicles that name them.
 */
import type { Result } from '../../../kernel';
import type { VehicleHalt } from '../../../scene';
import { readXml, type XmlElement } from '../../xml';
import { attributesOf, type NetProgram, openInProgram } from '../net/net-elements';
import { readNumber, readWhole, readWords } from '../read-values';
import type { DemandDraft } from './draft';
import { haltOf } from './halts';
import { isPlace, takePlace } from './places';
import { takeType, takeTypeMix } from './types';
import { takeFlow, takeVehicle } from './vehicles';

type Attributes = ReadonlyMap<string, string>;

/** What is open at depth 1, with what has been found inside it. */
interface Row {
  readonly element: string;
  readonly attributes: Attributes;
  edges: string[] | undefined;
  readonly halts: VehicleHalt[];
  readonly routeHalts: VehicleHalt[];
  readonly parts: { id: string; share: number }[];
  readonly following: Map<string, string>;
  spaces: number;
  program: NetProgram | undefined;
}

const VEHICLES = new Set(['vehicle', 'trip', 'flow']);
const ROOTS = new Set(['routes', 'additional', 'add']);
/** Of the look of the map only. */
const PASSED_OVER = new Set(['poly', 'poi', 'location', 'param', 'edgeData', 'laneData']);

export function isDemandRoot(name: string): boolean {
  return ROOTS.has(name);
}

/** Adds what the file holds to the draft, and its signal programs to the list. */
export function readDemand(file: string, text: string, draft: DemandDraft, programs: NetProgram[]): Result<void> {
  let row: Row | undefined;
  const unread = new Map<string, number>();
  const read = readXml(text, {
    open(element, depth) {
      if (depth === 1) {
        row = newRow(element, file);
        if (!isRead(element.name)) unread.set(element.name, (unread.get(element.name) ?? 0) + 1);
      } else if (depth > 1 && row !== undefined) openInside(row, element, depth, file, draft);
    },
    close(_name, depth) {
      if (depth !== 1 || row === undefined) return;
      closeRow(row, file, draft, programs);
      row = undefined;
    },
  });
  for (const [name, count] of unread) {
    if (!PASSED_OVER.has(name)) {
      draft.note(
        'not-carried',
        [file, name.slice(0, 60)],
        `${count} element${count === 1 ? '' : 's'} of this kind not carried over`,
      );
    }
  }
  return read;
}

function isRead(name: string): boolean {
  return (
    VEHICLES.has(name) || isPlace(name) || /^(vType|vTypeDistribution|route|routeDistribution|tlLogic)$/.test(name)
  );
}

function newRow(element: XmlElement, file: string): Row {
  const attributes = attributesOf(element);
  const program =
    element.name === 'tlLogic'
      ? { id: attributes.get('id') ?? '', attributes, phases: [], parameters: new Map<string, string>(), file }
      : undefined;
  return {
    element: element.name,
    attributes,
    edges: element.name === 'route' ? readWords(attributes.get('edges')) : undefined,
    halts: [],
    routeHalts: [],
    parts: [],
    following: new Map(),
    spaces: 0,
    program,
  };
}

function openInside(row: Row, element: XmlElement, depth: number, file: string, draft: DemandDraft): void {
  const { name } = element;
  const owner = row.attributes.get('id') ?? '';
  if (row.program !== undefined) openInProgram(row.program, element);
  else if (name === 'stop' && (VEHICLES.has(row.element) || row.element === 'route')) {
    const halt = haltOf([file, row.element, owner, 'stop'], attributesOf(element), draft);
    if (halt !== undefined) (depth > 2 ? row.routeHalts : row.halts).push(halt);
  } else if (name === 'route' && VEHICLES.has(row.element)) row.edges = readWords(element.get('edges'));
  else if (name === 'route' && row.element === 'routeDistribution') takeRoutePart(row, element, file, draft);
  else if (name === 'vType' && row.element === 'vTypeDistribution') {
    const id = takeType(file, attributesOf(element), draft);
    if (id !== undefined) row.parts.push({ id, share: readNumber(element.get('probability')) ?? 1 });
  } else if (name.startsWith('carFollowing-') && row.element === 'vType') {
    row.following.set('carFollowModel', name.slice('carFollowing-'.length));
    for (const [key, value] of attributesOf(element)) row.following.set(key, value);
  } else if (name === 'space') row.spaces++;
  else if (name !== 'param' && isRead(row.element)) {
    draft.noteOnce(
      'not-carried',
      [file, row.element, name.slice(0, 60)],
      `a ${name.slice(0, 60)} inside is not carried over`,
    );
  }
}

function takeRoutePart(row: Row, element: XmlElement, file: string, draft: DemandDraft): void {
  const id = element.get('id') ?? element.get('refId') ?? '';
  if (element.get('edges') !== undefined)
    takeRoute(file, attributesOf(element), readWords(element.get('edges')), [], draft);
  if (draft.routes.named.has(id)) row.parts.push({ id, share: readNumber(element.get('probability')) ?? 1 });
}

function closeRow(row: Row, file: string, draft: DemandDraft, programs: NetProgram[]): void {
  const { element, attributes } = row;
  if (row.program !== undefined) programs.push(row.program);
  else if (element === 'vType') takeType(file, new Map([...attributes, ...row.following]), draft);
  else if (element === 'vTypeDistribution') takeTypeMix(file, attributes, row.parts, draft);
  else if (element === 'route') takeRoute(file, attributes, row.edges!, row.halts, draft);
  else if (element === 'routeDistribution') takeRouteMix(file, row, draft);
  else if (element === 'vehicle' || element === 'trip' || element === 'flow') {
    const take = element === 'flow' ? takeFlow : takeVehicle;
    take({ file, element, attributes, edges: row.edges, halts: [...row.routeHalts, ...row.halts] }, draft);
  } else if (isPlace(element)) takePlace(file, element, attributes, row.spaces, draft);
}

function takeRoute(
  file: string,
  attributes: Attributes,
  edges: readonly string[],
  halts: VehicleHalt[],
  draft: DemandDraft,
): void {
  const id = attributes.get('id') ?? '';
  const path = [file, 'route', id];
  const { routes } = draft;
  if (id === '' || routes.named.has(id) || routes.mixes.has(id)) {
    draft.note('broken', path, 'expected a new id; the route is left out');
    return;
  }
  const again = readWhole(attributes.get('repeat')) ?? 0;
  const rounds = Array.from({ length: again + 1 }, () => edges).flat();
  const known = routes.ofWay(rounds, id);
  if (typeof known === 'string') draft.note('broken', path, `${known}; the route is left out`);
  else routes.named.set(id, halts.length > 0 ? routes.withHalts(known, `${id}.halts`, halts) : known);
}

function takeRouteMix(file: string, row: Row, draft: DemandDraft): void {
  const id = row.attributes.get('id') ?? '';
  const shares = readWords(row.attributes.get('probabilities')).map(readNumber);
  const listed = readWords(row.attributes.get('routes')).map((name, i) => ({ id: name, share: shares[i] ?? 1 }));
  const parts = [...row.parts, ...listed].filter((part) => draft.routes.named.has(part.id) && part.share >= 0);
  if (id === '' || parts.length === 0 || draft.routes.mixes.has(id) || draft.routes.named.has(id)) {
    draft.note('broken', [file, 'routeDistribution', id], 'expected a new id and known routes; the mix is left out');
  } else
    draft.routes.mixes.set(
      id,
      parts.map(({ id: route, share }) => ({ route, share })),
    );
}
