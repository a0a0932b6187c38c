import { exp } from '../../../kernel';
import { GRID_KILOVOLTS, type Grid } from './grid';

/**
 * A thermal image of every link, as relays keep one (IEC 60255-149): heat follows the square of the current over the
 * rating with the link's own time constant, and the relay trips at 1.05 times the rated current for ever.
 */
const TRIP_AT = 1.05 * 1.05;
/** What one house hangs on has no relay but its winding's own, which lets it have half as much again for long (IEC 60076-7, table 4). */
const HOUSE_TRIP_AT = 1.5 * 1.5;
/** What has tripped hot is not tried again before it has lost this much. */
const COOL_AT = 0.8;
/** A buried 10 kV cable: conductor, insulation and the soil next to it; of the order of the relays' usual settings. */
const CABLE_S = 1_800;
/** Oil of a transformer with natural cooling, three hours (IEC 60076-7, table of exponents and constants, ONAN distribution). */
const TRANSFORMER_S = 10_800;
/** Overhead conductors are as hot as their current within minutes (IEEE 738: time constants of 10 to 15 min). */
const OVERHEAD_S = 720;

export interface Thermal {
  readonly heat: Float64Array;
  /** Seconds that a link needs to take on 63 % of a new heat; and as it was built. */
  readonly constantS: Float64Array;
  readonly builtConstantS: Float64Array;
  /** Heat at which a link is parted. */
  readonly tripsAt: Float64Array;
}

export function coldLinks(grid: Grid, isOverhead: (link: number) => boolean): Thermal {
  const constantS = new Float64Array(grid.linkCount).fill(TRANSFORMER_S);
  for (let link = 0; link < grid.branchCount; link++) constantS[link] = isOverhead(link) ? OVERHEAD_S : CABLE_S;
  const tripsAt = new Float64Array(grid.linkCount).fill(TRIP_AT);
  for (let link = grid.branchCount; link < grid.linkCount; link++) {
    if (grid.nodeKilovolts[grid.linkFrom[link]] < GRID_KILOVOLTS) tripsAt[link] = HOUSE_TRIP_AT;
  }
  return { heat: new Float64Array(grid.linkCount), constantS, builtConstantS: constantS.slice(), tripsAt };
}

/** What hangs in the wind is warm and cool again sooner. */
export function hangLinks({ constantS, builtConstantS }: Thermal, grid: Grid, hangs: (link: number) => boolean): void {
  for (let link = 0; link < grid.branchCount; link++) constantS[link] = hangs(link) ? OVERHEAD_S : builtConstantS[link];
}

/** At the start of a run, links are as warm as what flows would make them in the long run. */
export function settleHeat({ heat }: Thermal, loading: Float64Array): void {
  for (let link = 0; link < heat.length; link++) heat[link] = Math.min(1, loading[link] * loading[link]);
}

/** Exact for a load that stays as it is through the step; says which links have become too hot. */
export function stepThermal(
  thermal: Thermal,
  loading: Float64Array,
  stepS: number,
  tooHot: (link: number) => void,
): void {
  const { heat, constantS, tripsAt } = thermal;
  for (let link = 0; link < heat.length; link++) {
    const goal = loading[link] * loading[link];
    heat[link] = goal + (heat[link] - goal) * exp(-stepS / constantS[link]);
    if (heat[link] > tripsAt[link]) tooHot(link);
  }
}

export const isCool = ({ heat }: Thermal, link: number): boolean => heat[link] < COOL_AT;
