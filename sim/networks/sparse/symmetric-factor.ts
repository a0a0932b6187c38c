/**
 * L D Lᵀ of a symmetric positive definite matrix that is a graph: one number an unknown on the diagonal, one an edge
 * beside it (a weighted Laplacian plus a diagonal is such a one). The plan is made once; `refactor` and `solve` allocate
 * nothing. Up-looking, row by row, after Davis, "Algorithm 849: a concise sparse Cholesky factorization package", ACM
 * TOMS 31(4), 2005. No pivoting: a positive definite matrix needs none.
 */
import type { Elimination } from './elimination';
import { planElimination } from './elimination';
import { graphOfEdges } from './graph';

export interface SymmetricFactor {
  readonly count: number;
  /** The matrix, written by the caller: the diagonal by unknown and the entry beside it by edge. Parallel edges add up. */
  readonly diagonal: Float64Array;
  readonly offDiagonal: Float64Array;
  readonly plan: Elimination;
  /** Where an edge's entry lies in `entry`, −1 for an edge that leads out of the matrix. */
  readonly edgeEntry: Int32Array;
  /** Row k of the matrix below its diagonal, in the order of elimination. */
  readonly entryStart: Int32Array;
  readonly entryColumn: Int32Array;
  readonly entry: Float64Array;
  readonly lower: Float64Array;
  readonly pivot: Float64Array;
  /** Where column k ends so far. */
  readonly filledTo: Int32Array;
  readonly work: Float64Array;
}

/** Plans the factor for unknowns 0 … count − 1 and these edges; an edge with an end of −1 leads to a node of known value. */
export function planSymmetricFactor(count: number, from: ArrayLike<number>, to: ArrayLike<number>): SymmetricFactor {
  const graph = graphOfEdges(count, from, to);
  const plan = planElimination(graph);
  const { order, place } = plan;
  const entryStart = new Int32Array(count + 1);
  for (let k = 0; k < count; k++) {
    let below = 0;
    for (let s = graph.start[order[k]]; s < graph.start[order[k] + 1]; s++) if (place[graph.neighbour[s]] < k) below++;
    entryStart[k + 1] = entryStart[k] + below;
  }
  const entryColumn = new Int32Array(entryStart[count]);
  for (let k = 0; k < count; k++) {
    let write = entryStart[k];
    for (let s = graph.start[order[k]]; s < graph.start[order[k] + 1]; s++) {
      const j = place[graph.neighbour[s]];
      if (j < k) entryColumn[write++] = j;
    }
  }
  const edgeEntry = new Int32Array(from.length).fill(-1);
  for (let e = 0; e < from.length; e++) {
    if (from[e] < 0 || to[e] < 0) continue;
    if (from[e] === to[e]) throw new Error(`edge ${e} joins ${from[e]} with itself`);
    const row = Math.max(place[from[e]], place[to[e]]);
    const column = Math.min(place[from[e]], place[to[e]]);
    for (let s = entryStart[row]; s < entryStart[row + 1]; s++) if (entryColumn[s] === column) edgeEntry[e] = s;
  }
  return {
    count,
    diagonal: new Float64Array(count),
    offDiagonal: new Float64Array(from.length),
    plan,
    edgeEntry,
    entryStart,
    entryColumn,
    entry: new Float64Array(entryStart[count]),
    lower: new Float64Array(plan.columnRow.length),
    pivot: new Float64Array(count),
    filledTo: new Int32Array(count),
    work: new Float64Array(count),
  };
}

/** Factors what stands in `diagonal` and `offDiagonal`; −1, or the unknown whose pivot is not a positive number. */
export function refactor(factor: SymmetricFactor): number {
  const { count, diagonal, offDiagonal, edgeEntry, entryStart, entryColumn, entry, lower, pivot, filledTo, work } =
    factor;
  const { order, rowStart, rowColumn, columnStart, columnRow } = factor.plan;
  entry.fill(0);
  for (let e = 0; e < edgeEntry.length; e++) if (edgeEntry[e] >= 0) entry[edgeEntry[e]] += offDiagonal[e];
  work.fill(0);
  for (let k = 0; k < count; k++) {
    for (let s = entryStart[k]; s < entryStart[k + 1]; s++) work[entryColumn[s]] = entry[s];
    let remaining = diagonal[order[k]];
    for (let s = rowStart[k]; s < rowStart[k + 1]; s++) {
      const j = rowColumn[s];
      const value = work[j];
      work[j] = 0;
      const end = filledTo[j];
      for (let m = columnStart[j]; m < end; m++) work[columnRow[m]] -= lower[m] * value;
      const share = value / pivot[j];
      remaining -= share * value;
      lower[end] = share;
      filledTo[j] = end + 1;
    }
    // Written so that NaN fails too.
    if (!(remaining > 0)) return order[k];
    pivot[k] = remaining;
    filledTo[k] = columnStart[k];
  }
  return -1;
}

/** Solves for one right side by the last `refactor`; `right` and `solution` may be the same array. */
export function solve(factor: SymmetricFactor, right: Float64Array, solution: Float64Array): void {
  const { count, lower, pivot, work } = factor;
  const { order, columnStart, columnRow } = factor.plan;
  for (let k = 0; k < count; k++) work[k] = right[order[k]];
  for (let k = 0; k < count; k++) {
    const value = work[k];
    for (let m = columnStart[k]; m < columnStart[k + 1]; m++) work[columnRow[m]] -= lower[m] * value;
  }
  for (let k = count - 1; k >= 0; k--) {
    let value = work[k] / pivot[k];
    for (let m = columnStart[k]; m < columnStart[k + 1]; m++) value -= lower[m] * work[columnRow[m]];
    work[k] = value;
  }
  for (let k = 0; k < count; k++) solution[order[k]] = work[k];
}
