import type { Junction, RoadEdge, RoadLane, RoadsFile } from '../schema/roads';
import { type Conflict, clearanceM, findConflict, type SampledPath, samplePath } from './conflicts';
import {
  type Approach,
  approachOf,
  EQUAL,
  GIVES_WAY,
  GOES_FIRST,
  type Precedence,
  precedence,
  reverse,
} from './right-of-way';
import type { Tracks } from './tracks';

/** Every turn's foes, by turn slot: where on its own path each conflict lies, and who goes first. */
export interface Foes {
  readonly foeStart: Uint32Array;
  readonly foeTurn: Uint32Array;
  readonly foeFromM: Float64Array;
  readonly foeToM: Float64Array;
  readonly foeYield: Uint8Array;
}

/** As they are found, one beside the other: as an object each, a million would take several times the room. */
interface Found {
  count: number;
  readonly turn: Uint32Array;
  readonly foe: Uint32Array;
  readonly fromM: Float64Array;
  readonly toM: Float64Array;
  readonly yields: Uint8Array;
}

/** A lane with the edge that it lies on. */
export interface PlacedLane {
  readonly edge: RoadEdge;
  readonly lane: RoadLane;
}

export interface FoeSearch {
  readonly roads: RoadsFile;
  readonly tracks: Tracks;
  readonly laneCount: number;
  readonly turnCount: number;
  turnSlot(id: string): number;
  placedLane(id: string): PlacedLane;
}

interface Candidate {
  readonly slot: number;
  readonly widthM: number;
  readonly approach: Approach;
  readonly path: SampledPath;
  /** Foes and who goes first as the scene says them; undefined where they follow from the shapes. */
  readonly said: Said | undefined;
}

interface Said {
  readonly foes: ReadonlySet<string>;
  readonly yieldsTo: ReadonlySet<string>;
}

/** Turns out of one lane follow each other and are no foes; any other two of a junction are if their paths meet, or as the scene says. */
export function findFoes(search: FoeSearch): Foes {
  const found = roomForAll(search.roads.junctions);
  for (const junction of search.roads.junctions) {
    const candidates = junction.turns.map((turn) => candidate(turn, search));
    for (let i = 0; i < candidates.length; i++) {
      for (let j = i + 1; j < candidates.length; j++) meet(candidates[i], candidates[j], junction, search, found);
    }
  }
  return inOrder(found, search.turnCount);
}

function candidate(turn: Junction['turns'][number], search: FoeSearch): Candidate {
  const from = search.placedLane(turn.fromLane);
  const to = search.placedLane(turn.toLane);
  const slot = search.turnSlot(turn.id);
  return {
    slot,
    widthM: Math.min(from.lane.widthM, to.lane.widthM),
    approach: approachOf(turn, from.edge, from.lane, to.edge),
    path: samplePath(search.tracks, search.laneCount + slot),
    said: turn.foes && { foes: new Set(turn.foes), yieldsTo: new Set(turn.yieldsTo) },
  };
}

function meet(a: Candidate, b: Candidate, junction: Junction, search: FoeSearch, found: Found): void {
  const [turnA, turnB] = [a.approach.turn, b.approach.turn];
  if (turnA.fromLane === turnB.fromLane) return;
  const merge = turnA.toLane === turnB.toLane;
  const said = a.said?.foes.has(turnB.id);
  if (said === false && !merge) return;
  const withinM = clearanceM(a.widthM, b.widthM);
  const place = said ? nearestConflict(a.path, b.path, withinM) : findConflict(a.path, b.path, withinM);
  if (place === undefined && !merge) return;
  const yields = said
    ? precedenceSaid(a.said!.yieldsTo.has(turnB.id), b.said!.yieldsTo.has(turnA.id))
    : precedence(a.approach, b.approach, junction, search.roads.driveOn);
  const returns = said
    ? precedenceSaid(b.said!.yieldsTo.has(turnA.id), a.said!.yieldsTo.has(turnB.id))
    : reverse(yields);
  const untilA = merge || place === undefined ? a.path.lengthM : place.toM;
  const untilB = merge || place === undefined ? b.path.lengthM : place.otherToM;
  note(found, a.slot, b.slot, place?.fromM ?? a.path.lengthM, untilA, yields);
  note(found, b.slot, a.slot, place?.otherFromM ?? b.path.lengthM, untilB, returns);
}

/** As if everyone met everyone; room that is never written to takes no memory. */
function roomForAll(junctions: readonly Junction[]): Found {
  const most = junctions.reduce((sum, { turns }) => sum + turns.length * (turns.length - 1), 0);
  return {
    count: 0,
    turn: new Uint32Array(most),
    foe: new Uint32Array(most),
    fromM: new Float64Array(most),
    toM: new Float64Array(most),
    yields: new Uint8Array(most),
  };
}

function note(found: Found, turn: number, foe: number, fromM: number, toM: number, yields: number): void {
  const at = found.count++;
  found.turn[at] = turn;
  found.foe[at] = foe;
  found.fromM[at] = fromM;
  found.toM[at] = toM;
  found.yields[at] = yields;
}

/** Two that are foes by the scene's word need not come near by their shapes: then where they come nearest. */
function nearestConflict(a: SampledPath, b: SampledPath, withinM: number): Conflict | undefined {
  let found = findConflict(a, b, withinM);
  for (let wider = 2 * withinM; found === undefined && wider < FARTHEST_FOES_M; wider *= 2) {
    found = findConflict(a, b, wider);
  }
  return found;
}

/** The two ends of one of the largest junctions. */
const FARTHEST_FOES_M = 1_000;

function precedenceSaid(aYields: boolean, bYields: boolean): Precedence {
  if (aYields && bYields) return EQUAL;
  return aYields ? GIVES_WAY : GOES_FIRST;
}

/** By turn, and of each turn by foe. */
function inOrder(found: Found, turnCount: number): Foes {
  const { count } = found;
  const foeStart = new Uint32Array(turnCount + 1);
  for (let i = 0; i < count; i++) foeStart[found.turn[i] + 1]++;
  for (let turn = 0; turn < turnCount; turn++) foeStart[turn + 1] += foeStart[turn];
  const order = new Uint32Array(count);
  const next = foeStart.slice();
  for (let i = 0; i < count; i++) order[next[found.turn[i]]++] = i;
  for (let turn = 0; turn < turnCount; turn++) {
    order.subarray(foeStart[turn], foeStart[turn + 1]).sort((a, b) => found.foe[a] - found.foe[b]);
  }
  return {
    foeStart,
    foeTurn: Uint32Array.from(order, (i) => found.foe[i]),
    foeFromM: Float64Array.from(order, (i) => found.fromM[i]),
    foeToM: Float64Array.from(order, (i) => found.toM[i]),
    foeYield: Uint8Array.from(order, (i) => found.yields[i]),
  };
}
