/** What the minute that is over came to: tanks, meters, and what others are told of it. */
import { noteSeen } from './bursts';
import { pumpKw } from './pumps';
import type { Answer } from './question';
import type { WaterRun, WaterState } from './state';

export function settleMinute({ totals }: WaterState, run: WaterRun, answer: Answer, stepSeconds: number): void {
  const { plan, levelM, servedShare, pumpKw: drawnKw, inflowM3PerS, bursts, answeredBursts } = run;
  const { nodeCount, pipeCount, sourceCount, reservoirCount, network } = plan;
  let asked = 0;
  let served = 0;
  let unserved = 0;
  let escaped = 0;
  let lowest = Number.POSITIVE_INFINITY;
  for (let n = 0; n < nodeCount; n++) {
    const wanted = answer.askedM3PerS[n];
    asked += wanted;
    served += answer.servedM3PerS[n];
    const isFire = wanted > run.askedM3PerS[n];
    servedShare[n] = wanted > 0 ? shareOf(answer.servedM3PerS[n], wanted) : fedShare(answer, n);
    // Mains without customers only seep, wherever they lie.
    if (!(plan.demand.spread[n] > 0 || isFire)) continue;
    unserved += Math.max(0, wanted - answer.servedM3PerS[n]);
    const pressure = Number.isNaN(answer.headM[n]) ? 0 : Math.max(0, answer.headM[n] - network.heightM[n]);
    lowest = Math.min(lowest, pressure);
  }
  inflowM3PerS.fill(0);
  run.inflowCause.fill(0);
  for (let k = 0; k < answeredBursts.length; k++) {
    const pipe = answeredBursts[k];
    const out = answer.escapedM3PerS[nodeCount + k];
    escaped += out;
    const section = plan.sections.ofPipe[pipe];
    const burst = bursts.find((each) => each.pipe === pipe);
    if (section >= 0) inflowM3PerS[section] += out;
    if (section >= 0 && out > 0) run.inflowCause[section] = burst?.began ?? 0;
    if (burst !== undefined) noteSeen(burst, out, asked);
  }
  let fedIn = 0;
  for (let k = 0; k < sourceCount + plan.works.length; k++) {
    const out = answer.pipeM3PerS[pipeCount + k];
    fedIn += out;
    if (k < reservoirCount || k >= sourceCount) continue;
    const after = levelM[k] - (out * stepSeconds) / plan.tankAreaM2[k];
    levelM[k] = Math.min(plan.tankDepthM[k], Math.max(0, after));
  }
  let kw = 0;
  for (let j = 0; j < drawnKw.length; j++) {
    const { pumpHeadM, pumpM3PerS, pumpSpeed } = answer;
    drawnKw[j] = pumpKw(pumpHeadM[j], pumpM3PerS[j], pumpSpeed[j], network.pumpFlowM3PerS[j]);
    kw += drawnKw[j];
  }
  totals.minutes += stepSeconds / 60;
  totals.unservedM3 += unserved * stepSeconds;
  totals.servedM3 += served * stepSeconds;
  totals.escapedM3 += escaped * stepSeconds;
  totals.pumpKwh += (kw * stepSeconds) / 3_600;
  totals.lowestM = lowest === Number.POSITIVE_INFINITY ? 0 : lowest;
  const off = fedIn - served - escaped;
  totals.worstImbalance = Math.max(totals.worstImbalance, Math.abs(off) / Math.max(served + escaped, 1e-3));
}

const shareOf = (served: number, wanted: number): number => Math.min(1, Math.max(0, served / wanted));

/** Where nobody asks for water just now: whether any would come. */
function fedShare({ headM }: Answer, node: number): number {
  return Number.isNaN(headM[node]) ? 0 : 1;
}
