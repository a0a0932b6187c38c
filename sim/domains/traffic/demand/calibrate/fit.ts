/**
 * Factors of groups of trips by which modelled flows come to meet counts: iterative proportional fitting of a sum of
 * parts. In each round every group is scaled by the ratio of counted to modelled flow where it drives, each count
 * weighted by the group's part of it. A factor stays within its bounds, counted from 1; a group that passes no count
 * keeps 1. Ways are kept as they are: what a changed demand does to them, a new run tells.
 */
export interface Usage {
  readonly groups: number;
  /** Flow of group g past count r at [r · groups + g]. */
  readonly flow: Float64Array;
  /** 1 for a group that is taken as it is. */
  readonly fixed: Uint8Array;
}

export interface Fit {
  readonly factor: Float64Array;
  /** 1 where a bound holds the factor. */
  readonly bounded: Uint8Array;
  readonly rounds: number;
}

const MOST_ROUNDS = 400;
const WITHIN = 1e-5;

export function fitFactors(usage: Usage, counts: ArrayLike<number>, bound: number): Fit {
  const { groups, flow, fixed } = usage;
  const factor = new Float64Array(groups).fill(1);
  const bounded = new Uint8Array(groups);
  const model = new Float64Array(counts.length);
  let rounds = 0;
  for (let change = 1; rounds < MOST_ROUNDS && change > WITHIN; rounds++) {
    change = 0;
    modelFlows(usage, factor, model);
    for (let group = 0; group < groups; group++) {
      if (fixed[group] === 1) continue;
      let wanted = 0;
      let weight = 0;
      for (let row = 0; row < counts.length; row++) {
        const part = flow[row * groups + group] * factor[group];
        if (part === 0) continue;
        wanted += (part * counts[row]) / model[row];
        weight += part;
      }
      if (weight === 0) continue;
      const next = factor[group] * (wanted / weight);
      const held = Math.max(1 / bound, Math.min(bound, next));
      bounded[group] = held === next ? 0 : 1;
      change = Math.max(change, Math.abs(held - factor[group]));
      factor[group] = held;
    }
  }
  return { factor, bounded, rounds };
}

export function modelFlows({ groups, flow }: Usage, factor: Float64Array, out: Float64Array): Float64Array {
  for (let row = 0; row < out.length; row++) {
    let sum = 0;
    for (let group = 0; group < groups; group++) sum += flow[row * groups + group] * factor[group];
    out[row] = sum;
  }
  return out;
}
