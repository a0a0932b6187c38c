import { type LoopPlan, PUMP_EFFICIENCY, type ThermalNetwork } from '../../../sim/networks/heat';
import { heldBy } from './one-side';

interface Made {
  readonly pipes: readonly (readonly [from: number, to: number, lengthM: number, diameterM: number])[];
  readonly consumers: readonly (readonly [node: number, designW: number])[];
  readonly sources: readonly (readonly [node: number, pumps: number, headM: number, m3PerS: number])[];
  readonly supplyC?: number;
  readonly returnC?: number;
  readonly lossWPerMK?: number;
}

export function planOf({ pipes, consumers, sources, supplyC = 90, returnC = 60, lossWPerMK = 0.3 }: Made): LoopPlan {
  const nodes = pipes.map(([from, to]) => Math.max(from, to)).concat(sources.map(([node]) => node));
  return {
    nodeCount: Math.max(...nodes) + 1,
    supplyC,
    returnC,
    from: Int32Array.from(pipes, ([from]) => from),
    to: Int32Array.from(pipes, ([, to]) => to),
    lengthM: Float64Array.from(pipes, ([, , length]) => length),
    diameterM: Float64Array.from(pipes, ([, , , diameter]) => diameter),
    roughnessM: new Float64Array(pipes.length).fill(1e-4),
    lossWPerMK: new Float64Array(pipes.length).fill(lossWPerMK),
    consumerNode: Int32Array.from(consumers, ([node]) => node),
    designW: Float64Array.from(consumers, ([, watts]) => watts),
    sourceNode: Int32Array.from(sources, ([node]) => node),
    pumps: Int32Array.from(sources, ([, pumps]) => pumps),
    pumpHeadM: Float64Array.from(sources, ([, , head]) => head),
    pumpM3PerS: Float64Array.from(sources, ([, , , flow]) => flow),
  };
}

/** A street of consumers, one every `lengthM`, from a source at its beginning. */
export const street = (houses: number, lengthM = 100, diameterM = 0.1): LoopPlan =>
  planOf({
    pipes: Array.from({ length: houses }, (_, i) => [i, i + 1, lengthM, diameterM] as const),
    consumers: Array.from({ length: houses }, (_, i) => [i + 1, 100_000] as const),
    sources: [[0, 2, 30, (houses * 100_000) / (4.1e6 * 30) / 2]],
  });

/** What a step left over of: given + held before − taken − lost − held now, by what the loop holds above its return. */
export function stepBalance(net: ThermalNetwork, seconds: number, step: () => void): number {
  const before = (heldBy(net.supply) + heldBy(net.back)) * net.jPerM3K;
  step();
  const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
  const { sourceW, deliveredW, lostW, pumpW } = net.outputs;
  const after = (heldBy(net.supply) + heldBy(net.back)) * net.jPerM3K;
  const through = (net.sense * (sum(sourceW) - sum(deliveredW) - lostW) + PUMP_EFFICIENCY * sum(pumpW)) * seconds;
  const moved = Math.abs(before) + Math.abs(sum(sourceW)) * seconds;
  return Math.abs(before + through - after) / moved;
}
