/** Connections as turns: the internal lanes that follow each other through a junction become one curve. */
import type { Point, Turn, TurnDirection } from '../../../scene';
import { readWhole } from '../read-values';
import type { InternalLane, NetDraft, PlacedLane } from './draft';
import { distanceM, lengthOf, rounded, withoutRepeats } from './geometry';
import type { NetElements } from './net-elements';

type Attributes = ReadonlyMap<string, string>;

/** A turn with what decides about it elsewhere. */
export interface DraftTurn {
  readonly turn: Turn;
  /** SUMO's names. */
  readonly junction: string;
  readonly fromLane: string;
  readonly via: readonly string[];
  readonly signal: string | undefined;
  readonly linkIndex: number | undefined;
}

const DIRECTIONS = new Map<string, TurnDirection>([
  ['s', 'straight'],
  ['l', 'left'],
  ['L', 'left'],
  ['r', 'right'],
  ['R', 'right'],
  ['t', 'u-turn'],
]);
const MOST_VIA = 8;
/** The longest way round the largest junction that a scene may have. */
const LONGEST_TURN_M = 500;
const SAME_LENGTH_M = 0.0005;
const MEETS_WITHIN_M = 0.4;
const SHORTEST_CURVE_M = 0.1;

export function draftTurns(net: NetElements, draft: NetDraft): DraftTurn[] {
  const onward = new Map<string, Attributes>();
  for (const connection of net.connections) {
    const from = connection.get('from') ?? '';
    if (from.startsWith(':')) onward.set(`${from}_${connection.get('fromLane')}`, connection);
  }
  const turns: DraftTurn[] = [];
  const seen = new Set<string>();
  for (const connection of net.connections) {
    const turn = draftTurn(connection, onward, draft);
    if (turn === undefined) continue;
    const pair = `${turn.turn.fromLane} ${turn.turn.toLane}`;
    if (seen.has(pair)) draft.note('duplicate', nameOf(connection), 'the two lanes are connected already');
    else turns.push(turn);
    seen.add(pair);
  }
  return turns;
}

function draftTurn(
  connection: Attributes,
  onward: ReadonlyMap<string, Attributes>,
  draft: NetDraft,
): DraftTurn | undefined {
  const from = connection.get('from') ?? '';
  const to = connection.get('to') ?? '';
  if (from.startsWith(':')) return undefined;
  if (draft.leftOut.has(from) || draft.leftOut.has(to)) return undefined; // said already, at the edge
  const fromName = `${from}_${connection.get('fromLane')}`;
  const fromLane = laneAt(draft, from, connection.get('fromLane'));
  const toLane = laneAt(draft, to, connection.get('toLane'));
  if (fromLane === undefined || toLane === undefined) {
    draft.note('broken', nameOf(connection), 'expected two known lanes; the connection is left out');
    return undefined;
  }
  if (fromLane.edge.to !== toLane.edge.from) {
    draft.note('broken', nameOf(connection), 'expected edges that meet at a junction; the connection is left out');
    return undefined;
  }
  const via = viaOf(connection, onward);
  const inside = via
    .map((name) => draft.internalLanes.get(name))
    .filter((lane): lane is InternalLane => lane !== undefined);
  const junction = draft.junctionOf.get(from)!;
  const name = via[0]?.replace(/^:/, '') ?? `${fromName}.${to}_${connection.get('toLane')}`;
  const turn: Turn = {
    id: draft.turnNames.of(name),
    fromLane: fromLane.lane.id,
    toLane: toLane.lane.id,
    direction: DIRECTIONS.get(connection.get('dir') ?? '') ?? 'straight',
    shape: curveOf(fromLane, toLane, inside),
  };
  if (lengthOf(turn.shape) > LONGEST_TURN_M) {
    draft.note(
      'broken',
      nameOf(connection),
      `expected a way of at most ${LONGEST_TURN_M} m; the connection is left out`,
    );
    return undefined;
  }
  if (inside.length > 0) {
    const lengthM = inside.reduce((sum, lane) => sum + lane.lengthM, 0);
    if (lengthM > LONGEST_TURN_M) {
      draft.note(
        'changed',
        nameOf(connection),
        `expected at most ${LONGEST_TURN_M} m to drive, found ${lengthM}; the shape's length is taken`,
      );
    } else if (Math.abs(lengthOf(turn.shape) - lengthM) > SAME_LENGTH_M) turn.lengthM = roundedM(lengthM);
    turn.speedLimitMps = inside.reduce((least, lane) => Math.min(least, lane.speedMps), Number.POSITIVE_INFINITY);
    if (inside.length > 1 && lengthM <= LONGEST_TURN_M) turn.waitsAtM = inside[0].lengthM;
  } else {
    draft.note(
      'guessed',
      nameOf(connection),
      'the network does not draw the way through the junction; it is drawn straight',
    );
  }
  const signal = connection.get('tl');
  return { turn, junction, fromLane: fromName, via, signal, linkIndex: readWhole(connection.get('linkIndex')) };
}

function laneAt(draft: NetDraft, edge: string, index: string | undefined): PlacedLane | undefined {
  const made = draft.edges.get(edge);
  const lane = made?.lanes[readWhole(index) ?? -1];
  return made === undefined || lane === undefined ? undefined : { edge: made, lane };
}

/** The first internal lane, and those that it leads to: a turn that waits inside the junction has two. */
function viaOf(connection: Attributes, onward: ReadonlyMap<string, Attributes>): string[] {
  const via: string[] = [];
  for (let next = connection.get('via'); next !== undefined && via.length < MOST_VIA; ) {
    if (via.includes(next)) break;
    via.push(next);
    next = onward.get(next)?.get('via');
  }
  return via;
}

/** From the end of one lane to the start of the other; ends that lie within a hand's breadth are taken as the same. */
function curveOf(from: PlacedLane, to: PlacedLane, inside: readonly InternalLane[]): Point[] {
  const start = from.lane.shape[from.lane.shape.length - 1];
  const end = to.lane.shape[0];
  const drawn = withoutRepeats(inside.flatMap((lane) => [...lane.shape]));
  if (drawn.length > 0 && distanceM(drawn[0], start) > MEETS_WITHIN_M) drawn.unshift(start);
  if (drawn.length > 0 && distanceM(drawn[drawn.length - 1], end) > MEETS_WITHIN_M) drawn.push(end);
  const curve = drawn.length > 1 ? drawn : withoutRepeats([start, end]);
  return curve.length > 1 && lengthOf(curve) > 0.01 ? curve : shortCurve(from.lane.shape, start);
}

/** Where one lane simply becomes the next there is no way between them; a curve has one, a hand long. */
function shortCurve(lane: readonly Point[], at: Point): Point[] {
  const before = lane[lane.length - 2];
  const lengthM = distanceM(before, at);
  const dx = ((at[0] - before[0]) / lengthM) * (SHORTEST_CURVE_M / 2);
  const dy = ((at[1] - before[1]) / lengthM) * (SHORTEST_CURVE_M / 2);
  return [rounded([at[0] - dx, at[1] - dy]), rounded([at[0] + dx, at[1] + dy])];
}

function nameOf(connection: Attributes): string[] {
  const part = (key: string) => connection.get(key) ?? '?';
  return ['connection', `${part('from')}_${part('fromLane')} > ${part('to')}_${part('toLane')}`];
}

function roundedM(lengthM: number): number {
  return lengthM < 0.01 ? lengthM : Math.round(lengthM * 1_000) / 1_000;
}
