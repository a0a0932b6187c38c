/**
 * Rain to runoff, metre by metre of ground: each kind of surface is a sheet of water that soaks in (Green & Ampt 1911),
 * fills its hollows, and what stands above them runs off by Manning over a slope (the nonlinear reservoir of SWMM 5,
 * Rossman & Huber 2016, chapter 3).
 */
import { cbrt } from '../../kernel';

export interface Ground {
  /** Of the whole. */
  readonly share: number;
  /** √slope / (n · length of the way to the gully), 1/(s·m^⅔). */
  readonly runs: number;
  readonly hollowsM: number;
  readonly soil?: Soil;
}

export interface Soil {
  readonly suctionM: number;
  readonly conductivityMps: number;
  /** Room for water in a volume of soil, before the rain. */
  readonly deficit: number;
}

export interface RunoffState {
  /** By kind of ground. */
  readonly depthM: Float64Array;
  readonly soakedM: Float64Array;
}

export function createRunoff(grounds: readonly Ground[]): RunoffState {
  return { depthM: new Float64Array(grounds.length), soakedM: new Float64Array(grounds.length) };
}

/** One step of rain; what runs off in it, in metres over the whole ground. */
export function stepRunoff(grounds: readonly Ground[], state: RunoffState, rainMps: number, stepS: number): number {
  const { depthM, soakedM } = state;
  let offM = 0;
  for (let k = 0; k < grounds.length; k++) {
    const { share, runs, hollowsM, soil } = grounds[k];
    let depth = depthM[k] + rainMps * stepS;
    if (soil !== undefined && depth > 0) {
      const { suctionM, conductivityMps, deficit } = soil;
      // By the front as it is at the end of the step, F' = F + KΔt (1 + ψΔθ/F'): bounded from a dry soil on.
      const drains = conductivityMps * stepS;
      const sum = soakedM[k] + drains;
      const reached = 0.5 * (sum + Math.sqrt(sum * sum + 4 * drains * suctionM * deficit));
      const soaks = Math.min(depth, reached - soakedM[k]);
      soakedM[k] += soaks;
      depth -= soaks;
    }
    const above = depth - hollowsM;
    if (above > 0) {
      const root = cbrt(above);
      const off = Math.min(above, runs * above * root * root * stepS);
      depth -= off;
      offM += share * off;
    }
    depthM[k] = depth;
  }
  return offM;
}

/** What lies on the ground and what has gone into it, in metres over the whole. */
export function heldM(grounds: readonly Ground[], { depthM }: RunoffState): number {
  return grounds.reduce((sum, { share }, k) => sum + share * depthM[k], 0);
}

export function infiltratedM(grounds: readonly Ground[], { soakedM }: RunoffState): number {
  return grounds.reduce((sum, { share }, k) => sum + share * soakedM[k], 0);
}
