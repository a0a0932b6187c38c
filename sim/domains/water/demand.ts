/**
 * What each node is asked for: its buildings by their hours, and what seeps out of mains all day, a tenth of all that is
 * sold (CJJ 92-2016 allows that), spread by their length. Users are independent of each other, so the fewer hang on a
 * node, the more its quarters of an hour differ: by the root of their number (after Buchberger and Wu 1995; the size of
 * it is ours).
 */
import { type PressureNetwork, streamOf } from '../../kernel';
import type { LuckOfRun } from '../../ports';
import { slotIn } from '../../scene/compile/element-tables';
import type { CompiledScene } from '../../scene/compiled';
import { litresPerDay, patternOf, patterns, shareOfHour } from './uses';

const LEAK_SHARE = 0.1;
const DAY_S = 86_400;
const QUARTER_S = 900;
const SPREAD_OF_ONE = 3;
const MOST_SPREAD = 0.6;
/** Who draws 120 L a day. */
const M3_A_PERSON_AND_DAY = 0.12;

const STREAM = streamOf('water.demand');
const KINDS = patterns.length;

export interface Demand {
  /** Mean, by node and pattern. */
  readonly meanM3PerS: Float64Array;
  readonly leakM3PerS: Float64Array;
  readonly spread: Float64Array;
  readonly word: Uint32Array;
  /** The node that serves each building; −1 none. */
  readonly buildingNode: Int32Array;
}

export function demandOf(
  { scene, elements }: CompiledScene,
  { pipeFrom, pipeTo, pipeLengthM }: PressureNetwork,
  nodeCount: number,
  pipeCount: number,
): Demand {
  const table = elements['water-node'];
  const meanM3PerS = new Float64Array(nodeCount * KINDS);
  const buildingNode = new Int32Array(elements.building.count).fill(-1);
  const spread = new Float64Array(nodeCount);
  let soldM3PerS = 0;
  for (const building of scene.buildings?.buildings ?? []) {
    if (building.serves?.water === undefined) continue;
    const node = slotIn(table, building.serves.water);
    buildingNode[slotIn(elements.building, building.id)] = node;
    const m3PerS = litresPerDay(building) / 1_000 / DAY_S;
    meanM3PerS[node * KINDS + patterns.indexOf(patternOf(building))] += m3PerS;
    soldM3PerS += m3PerS;
  }
  for (const { id, demandM3PerH = 0 } of scene.water?.nodes ?? []) {
    const node = slotIn(table, id);
    // What a node says it draws holds what seeps out around it.
    meanM3PerS[node * KINDS + patterns.indexOf('home')] += demandM3PerH / 3_600;
  }
  for (let n = 0; n < nodeCount; n++) {
    let own = 0;
    for (let k = 0; k < KINDS; k++) own += meanM3PerS[n * KINDS + k];
    const people = (own * DAY_S) / M3_A_PERSON_AND_DAY;
    spread[n] = people > 0 ? Math.min(MOST_SPREAD, SPREAD_OF_ONE / Math.sqrt(people)) : 0;
  }
  const leakM3PerS = new Float64Array(nodeCount);
  let lengthM = 0;
  for (let i = 0; i < pipeCount; i++) lengthM += pipeLengthM[i];
  for (let i = 0; i < pipeCount; i++) {
    const half = (0.5 * LEAK_SHARE * soldM3PerS * pipeLengthM[i]) / lengthM;
    leakM3PerS[pipeFrom[i]] += half;
    leakM3PerS[pipeTo[i]] += half;
  }
  return { meanM3PerS, leakM3PerS, spread, word: Uint32Array.from(table.ids, streamOf), buildingNode };
}

/** What is asked for at a time of the day, quarters of an hour counted from the first midnight. */
export function askWater(demand: Demand, clockS: number, chance: LuckOfRun, into: Float64Array): void {
  const { meanM3PerS, leakM3PerS, spread, word } = demand;
  const hour = (clockS % DAY_S) / 3_600;
  const before = Math.floor(hour);
  const on = hour - before;
  const share = now;
  for (let k = 0; k < KINDS; k++) {
    const of = shareOfHour[patterns[k]];
    share[k] = of[before] + on * (of[(before + 1) % 24] - of[before]);
  }
  const quarter = Math.floor(clockS / QUARTER_S);
  const luck = chance.at(quarter * QUARTER_S);
  for (let n = 0; n < leakM3PerS.length; n++) {
    let sum = 0;
    for (let k = 0; k < KINDS; k++) sum += share[k] * meanM3PerS[n * KINDS + k];
    const luckOf = spread[n] > 0 ? 1 + spread[n] * (2 * luck.uniform(STREAM, quarter, word[n]) - 1) : 1;
    into[n] = sum * luckOf + leakM3PerS[n];
  }
}

const now = new Float64Array(KINDS);
