/**
 * A linear program as plain arrays, and what anything that solves one must keep to. The matrix lies in rows (CSR).
 * `rowStart`, `columnIndex` and `value` are never written again after the first solve: whoever solves may keep them
 * and take a program with the same three arrays for the same matrix under other bounds and costs.
 */
export interface LinearProgram {
  readonly columns: number;
  readonly rows: number;
  /** What is made least: cost · x. */
  readonly cost: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowStart: Int32Array;
  readonly columnIndex: Int32Array;
  readonly value: Float64Array;
  /** 1 where a column takes whole numbers only. Absent, or all 0: an LP. */
  readonly whole?: Uint8Array;
}

/** Where every column and row stands in a vertex: 0 at its lower bound, 1 basic, 2 at its upper, 3 free at zero. */
export interface Basis {
  readonly columns: Uint8Array;
  readonly rows: Uint8Array;
}

export type LinearStatus = 'optimal' | 'infeasible' | 'unbounded' | 'limit' | 'failed';

export interface LinearSolution {
  readonly status: LinearStatus;
  readonly objective: number;
  readonly columns: Float64Array;
  readonly rows: Float64Array;
  /** Reduced costs and prices; of no meaning where columns are whole. */
  readonly columnDuals: Float64Array;
  readonly rowDuals: Float64Array;
  /** The vertex it ended in; absent where columns are whole. */
  readonly basis?: Basis;
  readonly iterations: number;
}

export interface SolveOptions {
  /** The vertex to set out from; without one it begins cold. */
  readonly basis?: Basis;
  /** Counted in pivots, never in seconds: a limit must mean the same on every machine. */
  readonly mostIterations?: number;
  /** For whole columns: how far from the proven bound is near enough, and how many nodes it may look at. */
  readonly relativeGap?: number;
  readonly mostNodes?: number;
}

/** Rows and columns that cannot hold together, with none too many. */
export interface LinearConflict {
  readonly rows: Int32Array;
  readonly columns: Int32Array;
}

/** Its answers are a function of the program and the options alone, whatever it was asked before. */
export interface LinearSolver {
  solve(program: LinearProgram, options?: SolveOptions): LinearSolution;
  /** Why a program is infeasible. */
  conflict(program: LinearProgram): LinearConflict;
}
