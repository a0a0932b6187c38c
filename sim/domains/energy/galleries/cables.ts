/**
 * Cables in galleries: what each may carry in the air about it, and which are lost. A smaller limit is a smaller rating for
 * everybody who reckons with ratings: protection, the image of a cable's warmth, and whoever looks for another way.
 */
import type { Decoder, Encoder } from '../../../kernel';
import type { GridRun } from '../grid/grid-run';
import type { Told } from './gallery-ports';

export interface GalleryCables {
  /** By branch: share of its rating, and the happening behind it. */
  readonly limit: Float64Array;
  readonly limitCause: Int32Array;
  /** 1 burnt through or switched off. */
  readonly lost: Uint8Array;
  readonly lostCause: Int32Array;
}

/** A cable without any limit left would be one of no rating, which is one without a limit. */
const LEAST_LIMIT = 0.01;
const LOST_FROM = 0.5;

export function noGalleryCables(branchCount: number): GalleryCables {
  return {
    limit: new Float64Array(branchCount).fill(1),
    limitCause: new Int32Array(branchCount),
    lost: new Uint8Array(branchCount),
    lostCause: new Int32Array(branchCount),
  };
}

/** Takes over what cables may carry; says whether any of it is new. */
export function takeLimits({ limit, limitCause }: GalleryCables, { values, causes }: Told): boolean {
  let isNew = false;
  for (let branch = 0; branch < limit.length; branch++) {
    const share = Math.max(LEAST_LIMIT, Math.min(1, values[branch]));
    if (share !== limit[branch]) isNew = true;
    limit[branch] = share;
    limitCause[branch] = share < 1 ? causes[branch] : 0;
  }
  return isNew;
}

/** Takes over which cables are lost; says whether that is news. A cause stays as it was when the cable was lost. */
export function takeLosses({ lost, lostCause }: GalleryCables, { values, causes }: Told): boolean {
  let isNew = false;
  for (let branch = 0; branch < lost.length; branch++) {
    const isLost = values[branch] >= LOST_FROM ? 1 : 0;
    if (isLost === lost[branch]) continue;
    isNew = true;
    lost[branch] = isLost;
    lostCause[branch] = causes[branch];
  }
  return isNew;
}

/** Amperes of each branch by the last power flow, at the voltage that it runs at: the larger of both ends. */
export function tellCurrents({ grid, flow }: GridRun, out: Float64Array): void {
  const { network, asBuilt, baseMva } = flow.circuit;
  const { currentFrom, currentTo } = flow.now.results;
  for (let branch = 0; branch < grid.branchCount; branch++) {
    const current = Math.max(currentFrom[branch], currentTo[branch]);
    const kilovolts = grid.nodeKilovolts[grid.linkFrom[branch]];
    // Another voltage than it was built for shows in its resistance, by the square.
    const factor =
      network.resistance[branch] > 0 ? Math.sqrt(asBuilt.resistance[branch] / network.resistance[branch]) : 1;
    out[branch] = (current * baseMva * 1_000) / (Math.sqrt(3) * kilovolts * factor);
  }
}

export function saveGalleryCables({ limit, limitCause, lost, lostCause }: GalleryCables, out: Encoder): void {
  out.float64s(limit).int32s(limitCause).uint8s(lost).int32s(lostCause);
}

export function loadGalleryCables({ limit, limitCause, lost, lostCause }: GalleryCables, from: Decoder): void {
  from.float64s(limit);
  from.int32s(limitCause);
  from.uint8s(lost);
  from.int32s(lostCause);
}
