/** What a driver wants to know of each way through a junction, beyond the compiled roads: where one may wait within it. */
import type { CompiledScene } from '../../../scene/compiled';
import type { Network } from '../network';
import { crossingsOf } from './crossings';
import { partingsOf } from './partings';
import { type WaysAbreast, waysAbreast } from './ways-abreast';

/**
 * A *link* is where leave is needed: the stop line of turn t is link t; a place to wait within the junction, before the
 * conflicts that count, is link turnCount + t.
 */
export interface Links {
  readonly count: number;
  readonly turnCount: number;
  /** By turn: how far along it lies the place to wait, or −1 where there is none. */
  readonly holdM: Float64Array;
  /** By turn: 1 where it gives way to someone, by the rules alone. */
  readonly givesWay: Uint8Array;
  /** By turn: 1 where someone's path meets it. */
  readonly hasFoes: Uint8Array;
  /** By entry of the compiled foes: where on our path his begins to be in the way, and ends. Infinite where it never is. */
  readonly fromM: Float64Array;
  readonly toM: Float64Array;
  /** By turn: where in heldFor begin the turns that are let by at the place to wait, where a list says how one drives. */
  readonly heldStart: Int32Array;
  readonly heldFor: Int32Array;
  /** By turn: how far along it one is clear of those who take another turn out of the same lane. */
  readonly clearM: Float64Array;
  /** Ways side by side, where a list says how one drives. */
  readonly abreast: WaysAbreast | null;
}

/** Nearer than this to either end it is no place of its own. */
const LEAST_PART_M = 0.5;

export function linksOf(scene: CompiledScene, network: Network): Links {
  const { turnCount, laneCount, trackLengthM, foeStart, foeYield } = network.roads;
  const holdM = new Float64Array(turnCount).fill(-1);
  for (const junction of scene.scene.roads?.junctions ?? []) {
    for (const { id, waitsAtM } of junction.turns) {
      const turn = scene.elements.turn.slotOf(id);
      if (turn === undefined || waitsAtM === undefined) continue;
      if (waitsAtM > LEAST_PART_M && waitsAtM < trackLengthM[laneCount + turn] - LEAST_PART_M) holdM[turn] = waitsAtM;
    }
  }
  const isListed = scene.scene.demand?.vehicles?.driving !== undefined;
  if (!isListed) placesToWait(network, holdM);
  const givesWay = new Uint8Array(turnCount);
  const hasFoes = new Uint8Array(turnCount);
  for (let turn = 0; turn < turnCount; turn++) {
    if (foeStart[turn + 1] > foeStart[turn]) hasFoes[turn] = 1;
    for (let k = foeStart[turn]; k < foeStart[turn + 1]; k++) if (foeYield[k] !== 0) givesWay[turn] = 1;
  }
  const crossings = isListed ? crossingsOf(network) : null;
  const held = heldFor(isListed ? scene : null, network, holdM, crossings?.toM ?? network.roads.foeToM);
  return {
    count: 2 * turnCount,
    turnCount,
    holdM,
    givesWay,
    hasFoes,
    fromM: crossings?.fromM ?? network.roads.foeFromM,
    toM: crossings?.toM ?? network.roads.foeToM,
    ...held,
    abreast: isListed ? waysAbreast(network, holdM) : null,
    clearM: isListed ? partingsOf(network, holdM) : new Float64Array(turnCount).fill(SIDEWAYS_M),
  };
}

/** Whom one lets by at the place to wait: those that the scene names, else all who go first and come by further on. */
function heldFor(scene: CompiledScene | null, { roads }: Network, holdM: Float64Array, toM: Float64Array) {
  const { turnCount, foeStart, foeTurn, foeYield } = roads;
  const named = new Map<number, number[]>();
  for (const junction of scene?.scene.roads?.junctions ?? []) {
    for (const { id, waitsFor } of junction.turns) {
      const slots = waitsFor?.map((name) => scene!.elements.turn.slotOf(name)).filter((slot) => slot !== undefined);
      if (slots !== undefined) named.set(scene!.elements.turn.slotOf(id)!, slots);
    }
  }
  const heldStart = new Int32Array(turnCount + 1);
  const list: number[] = [];
  for (let turn = 0; turn < turnCount; turn++) {
    heldStart[turn] = list.length;
    if (scene === null || holdM[turn] < 0) continue;
    const slots = named.get(turn);
    if (slots !== undefined) list.push(...slots);
    else {
      for (let k = foeStart[turn]; k < foeStart[turn + 1]; k++) {
        if (foeYield[k] !== 0 && toM[k] >= holdM[turn]) list.push(foeTurn[k]);
      }
    }
  }
  heldStart[turnCount] = list.length;
  return { heldStart, heldFor: Int32Array.from(list) };
}

/** In our own cities, of whatever shape: a car's length, and it is off to the side. */
const SIDEWAYS_M = 5;
const LEFT = 0;
const LEAST_WAY_IN_M = 3.5;
const BEFORE_CONFLICT_M = 1;

/** Who turns left pulls up within the junction to where the first of those comes by for whom he has to wait. */
function placesToWait({ roads }: Network, holdM: Float64Array): void {
  const { turnCount, laneCount, turnDirection, foeStart, foeYield, foeFromM, trackLengthM } = roads;
  for (let turn = 0; turn < turnCount; turn++) {
    if (holdM[turn] >= 0 || turnDirection[turn] !== LEFT) continue;
    let firstM = Number.POSITIVE_INFINITY;
    for (let k = foeStart[turn]; k < foeStart[turn + 1]; k++) {
      if (foeYield[k] !== 0 && foeFromM[k] < firstM) firstM = foeFromM[k];
    }
    const atM = firstM - BEFORE_CONFLICT_M;
    if (atM >= LEAST_WAY_IN_M && atM < trackLengthM[laneCount + turn] - LEAST_PART_M) holdM[turn] = atM;
  }
}
