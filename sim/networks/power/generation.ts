/**
 * What each generator gives after a solve: at a bus that holds its voltage they share Q in the proportion of their
 * ranges, or alike where those are no ranges; the first one at a slack bus takes the P that is left (MATPOWER's pfsoln).
 */
import { BUS_PQ, BUS_SLACK } from './network';
import type { PowerFlow } from './power-flow';

export interface Generation {
  readonly p: Float64Array;
  readonly q: Float64Array;
}

export function shareGeneration({ network, results, voltages, isLive }: PowerFlow): Generation {
  const { generatorCount, generatorBus, generatorP, generatorQ, generatorQMin, generatorQMax, generatorOn } = network;
  const { balanceP, balanceQ } = results;
  const p = new Float64Array(generatorCount);
  const q = new Float64Array(generatorCount);
  const atBus = new Map<number, number[]>();
  for (let k = 0; k < generatorCount; k++) {
    if (!generatorOn[k] || !isLive[generatorBus[k]]) continue;
    p[k] = generatorP[k];
    q[k] = generatorQ[k];
    const others = atBus.get(generatorBus[k]);
    if (others === undefined) atBus.set(generatorBus[k], [k]);
    else others.push(k);
  }
  for (const [bus, here] of atBus) {
    if (voltages.heldAs[bus] === BUS_PQ) continue;
    const neededQ = balanceQ[bus] + network.loadQ[bus];
    let least = 0;
    let range = 0;
    for (const k of here) {
      least += generatorQMin[k];
      range += generatorQMax[k] - generatorQMin[k];
    }
    const byRange = range > 0 && Number.isFinite(range) && Number.isFinite(least);
    for (const k of here) {
      q[k] = byRange
        ? generatorQMin[k] + ((neededQ - least) * (generatorQMax[k] - generatorQMin[k])) / range
        : neededQ / here.length;
    }
    if (voltages.heldAs[bus] !== BUS_SLACK) continue;
    let others = 0;
    for (const k of here.slice(1)) others += p[k];
    p[here[0]] = balanceP[bus] + network.loadP[bus] - others;
  }
  return { p, q };
}
