import { GRAVITY_MPS2 } from '../pipes/fluid';

/** What a loop of supply and return consists of, in plain arrays; supply and return lie side by side in the same graph. */
export interface LoopPlan {
  readonly nodeCount: number;
  /** As designed; a loop whose supply is colder than its return carries cold. */
  readonly supplyC: number;
  readonly returnC: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lengthM: Float64Array;
  readonly diameterM: Float64Array;
  readonly roughnessM: Float64Array;
  /** Of one pipe of the pair. */
  readonly lossWPerMK: Float64Array;
  /** Where each consumer is, and the heat (or cold) that its station is built for. */
  readonly consumerNode: Int32Array;
  readonly designW: Float64Array;
  readonly sourceNode: Int32Array;
  /** Pumps, which are alike at one source: how many, and the head and the flow of one at its best. */
  readonly pumps: Int32Array;
  readonly pumpHeadM: Float64Array;
  readonly pumpM3PerS: Float64Array;
}

/** A loop as scenes tell it, by the names of its parts. */
export interface NamedLoop {
  readonly supplyC: number;
  readonly returnC: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pipes: readonly {
    readonly from: string;
    readonly to: string;
    readonly lengthM: number;
    readonly diameterM: number;
    readonly roughnessMm: number;
    readonly lossWPerMK: number;
  }[];
  readonly pumps: readonly { readonly node: string; readonly headM: number; readonly ratedKw: number }[];
  readonly sources: readonly { readonly node: string }[];
}

/** Of pump and motor at their best; what the flagship's pumps are sized with. */
export const PUMP_EFFICIENCY = 0.7;
const SIZING_KG_PER_M3 = 990;

/** Makes the arrays of a named loop; `designW` tells each consumer's node and the heat that its station is built for. */
export function planOfLoop(loop: NamedLoop, designW: ReadonlyMap<string, number>): LoopPlan {
  const index = new Map(loop.nodes.map(({ id }, i) => [id, i]));
  const indexOf = (id: string): number => {
    const found = index.get(id);
    if (found === undefined) throw new Error(`the loop has no node ${id}`);
    return found;
  };
  const pumpsOf = loop.sources.map(({ node }) => {
    const here = loop.pumps.filter((pump) => pump.node === node);
    const same = here.every(({ headM, ratedKw }) => headM === here[0].headM && ratedKw === here[0].ratedKw);
    if (!same) throw new Error(`the pumps at ${node} are not alike`);
    return here;
  });
  return {
    nodeCount: loop.nodes.length,
    supplyC: loop.supplyC,
    returnC: loop.returnC,
    from: Int32Array.from(loop.pipes, ({ from }) => indexOf(from)),
    to: Int32Array.from(loop.pipes, ({ to }) => indexOf(to)),
    lengthM: Float64Array.from(loop.pipes, ({ lengthM }) => lengthM),
    diameterM: Float64Array.from(loop.pipes, ({ diameterM }) => diameterM),
    roughnessM: Float64Array.from(loop.pipes, ({ roughnessMm }) => roughnessMm / 1000),
    lossWPerMK: Float64Array.from(loop.pipes, ({ lossWPerMK }) => lossWPerMK),
    consumerNode: Int32Array.from(designW.keys(), indexOf),
    designW: Float64Array.from(designW.values()),
    sourceNode: Int32Array.from(loop.sources, ({ node }) => indexOf(node)),
    pumps: Int32Array.from(pumpsOf, (pumps) => pumps.length),
    pumpHeadM: Float64Array.from(pumpsOf, (pumps) => pumps[0]?.headM ?? 0),
    pumpM3PerS: Float64Array.from(pumpsOf, (pumps) =>
      pumps.length === 0
        ? 0
        : (pumps[0].ratedKw * 1000 * PUMP_EFFICIENCY) / (SIZING_KG_PER_M3 * GRAVITY_MPS2 * pumps[0].headM),
    ),
  };
}
