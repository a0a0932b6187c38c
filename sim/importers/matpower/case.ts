/** A case of MATPOWER's format, version 2, as it is after its own conversions: MW, Mvar, per unit, degrees. */

export type Row = readonly number[];

export interface MatpowerCase {
  readonly name: string;
  readonly baseMva: number;
  readonly bus: readonly Row[];
  readonly gen: readonly Row[];
  readonly branch: readonly Row[];
  /** By row of `bus`, where the file has them. */
  readonly busNames?: readonly string[];
  /** By row of `gen`, where the file has them: 'solar', 'coal' … */
  readonly genFuels?: readonly string[];
}

/** Columns from 0; in the order of the User's Manual, appendix B. */
export const BUS = { id: 0, type: 1, pd: 2, qd: 3, gs: 4, bs: 5, vm: 7, va: 8, baseKv: 9 } as const;
export const GEN = { bus: 0, pg: 1, qg: 2, qMax: 3, qMin: 4, vg: 5, status: 7, pMax: 8 } as const;
export const BRANCH = { from: 0, to: 1, r: 2, x: 3, b: 4, rateA: 5, ratio: 8, shift: 9, status: 10 } as const;
