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

interface Foe {
  readonly turn: number;
  readonly fromM: number;
  readonly toM: number;
  readonly yields: number;
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
  const foesOf: Foe[][] = Array.from({ length: search.turnCount }, () => []);
  for (const junction of search.roads.junctions) {
    const candidates = junction.turns.map((turn) => candidate(turn, search));
    for (let i = 0; i < candidates.length; i++) {
      for (let j = i + 1; j < candidates.length; j++) meet(candidates[i], candidates[j], junction, search, foesOf);
    }
  }
  return flatten(foesOf);
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

function meet(a: Candidate, b: Candidate, junction: Junction, search: FoeSearch, foesOf: Foe[][]): void {
  const [turnA, turnB] = [a.approach.turn, b.approach.turn];
  if (turnA.fromLane === turnB.fromLane) return;
  const merge = turnA.toLane === turnB.toLane;
  const said = a.said?.foes.has(turnB.id);
  if (said === false && !merge) return;
  const withinM = clearanceM(a.widthM, b.widthM);
  const found = said ? nearestConflict(a.path, b.path, withinM) : findConflict(a.path, b.path, withinM);
  if (found === undefined && !merge) return;
  const yields = said
    ? precedenceSaid(a.said!.yieldsTo.has(turnB.id), b.said!.yieldsTo.has(turnA.id))
    : precedence(a.approach, b.approach, junction, search.roads.driveOn);
  foesOf[a.slot].push({
    turn: b.slot,
    fromM: found?.fromM ?? a.path.lengthM,
    toM: merge || found === undefined ? a.path.lengthM : found.toM,
    yields,
  });
  foesOf[b.slot].push({
    turn: a.slot,
    fromM: found?.otherFromM ?? b.path.lengthM,
    toM: merge || found === undefined ? b.path.lengthM : found.otherToM,
    yields: said ? precedenceSaid(b.said!.yieldsTo.has(turnA.id), a.said!.yieldsTo.has(turnB.id)) : reverse(yields),
  });
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

function flatten(foesOf: readonly Foe[][]): Foes {
  const count = foesOf.reduce((sum, foes) => sum + foes.length, 0);
  const foes: Foes = {
    foeStart: new Uint32Array(foesOf.length + 1),
    foeTurn: new Uint32Array(count),
    foeFromM: new Float64Array(count),
    foeToM: new Float64Array(count),
    foeYield: new Uint8Array(count),
  };
  let k = 0;
  for (let turn = 0; turn < foesOf.length; turn++) {
    foes.foeStart[turn] = k;
    for (const foe of foesOf[turn].sort((a, b) => a.turn - b.turn)) {
      foes.foeTurn[k] = foe.turn;
      foes.foeFromM[k] = foe.fromM;
      foes.foeToM[k] = foe.toM;
      foes.foeYield[k] = foe.yields;
      k++;
    }
  }
  foes.foeStart[foesOf.length] = k;
  return foes;
}
