import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';
import { type Grid, isParted } from '../grid/grid';

/** Cars are kept below this share of a rating, as operators keep a reserve for what they did not foresee. Ours. */
const KEPT_BELOW = 0.95;
const POWER_FACTOR = 0.95;

/** Which feeder and which transformer houses hang on as the grid is normally switched, and what these carry. */
export interface Feeders {
  /** One more than the file has: the last is for what belongs to none. */
  readonly count: number;
  readonly ofNode: Int32Array;
  /** Kilowatts; infinite where nothing is known. */
  readonly limitKw: Float64Array;
  readonly nodeLimitKw: Float64Array;
}

export function findFeeders(grid: Grid, { elements }: CompiledScene): Feeders {
  const { file, branchCount, linkCount, linkFrom, linkTo, linkFeeder, nodeKilovolts } = grid;
  const count = file.feeders.length + 1;
  const ofNode = new Int32Array(grid.nodeCount).fill(-1);
  const limitKw = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const nodeLimitKw = new Float64Array(grid.nodeCount).fill(Number.POSITIVE_INFINITY);
  const bars = file.feeders.map(({ bus }) => slotIn(elements.bus, bus));
  for (let link = 0; link < linkCount; link++) {
    const feeder = linkFeeder[link];
    if (feeder < 0 || isParted(grid, grid.normallyOpen, link)) continue;
    for (const node of [linkFrom[link], linkTo[link]]) if (node !== bars[feeder]) ofNode[node] = feeder;
  }
  for (let node = 0; node < grid.nodeCount; node++) if (ofNode[node] < 0) ofNode[node] = count - 1;
  for (const each of file.branches) {
    const link = slotIn(elements.branch, each.id);
    const feeder = linkFeeder[link];
    if (feeder < 0 || (linkFrom[link] !== bars[feeder] && linkTo[link] !== bars[feeder])) continue;
    limitKw[feeder] = KEPT_BELOW * POWER_FACTOR * Math.sqrt(3) * each.ratingA * nodeKilovolts[linkFrom[link]];
  }
  for (const each of file.transformers) {
    const node = linkTo[branchCount + slotIn(elements.transformer, each.id)];
    const before = Number.isFinite(nodeLimitKw[node]) ? nodeLimitKw[node] : 0;
    nodeLimitKw[node] = before + KEPT_BELOW * POWER_FACTOR * each.ratingKva;
  }
  return { count, ofNode, limitKw, nodeLimitKw };
}
