import type { Junction, RoadEdge, RoadLane, RoadsFile } from '../schema/roads';
import { clearanceM, findConflict, type SampledPath, samplePath } from './conflicts';
import { type Approach, approachOf, precedence, reverse } from './right-of-way';
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
}

/** Turns out of one lane follow each other and are no foes; any other two of a junction are if their paths meet. */
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
  };
}

function meet(a: Candidate, b: Candidate, junction: Junction, search: FoeSearch, foesOf: Foe[][]): void {
  if (a.approach.turn.fromLane === b.approach.turn.fromLane) return;
  const merge = a.approach.turn.toLane === b.approach.turn.toLane;
  const found = findConflict(a.path, b.path, clearanceM(a.widthM, b.widthM));
  if (found === undefined && !merge) return;
  const yields = precedence(a.approach, b.approach, junction, search.roads.driveOn);
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
    yields: reverse(yields),
  });
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
