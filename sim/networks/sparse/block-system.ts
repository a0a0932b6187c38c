/**
 * A sparse system of 2 × 2 blocks with a symmetric pattern and other values on either side of the diagonal, as the
 * Jacobian of a power flow has: solved by Gauss in the planned order, row by row, without any pivoting but the whole
 * inverse of each diagonal block. The caller writes `block`, `diagonal` and `right`; the solution stands in `right`.
 * The lower factor is used as it arises and never kept, since a Newton step has one right side.
 */
import type { Elimination } from './elimination';
import { planElimination } from './elimination';
import type { Graph } from './graph';

export interface BlockSystem {
  readonly plan: Elimination;
  /** Beside the diagonal, in the order of elimination: blocks of row k lie from start[k] to start[k + 1], row-major. */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly block: Float64Array;
  readonly diagonal: Float64Array;
  readonly right: Float64Array;
  readonly upper: Float64Array;
  readonly inverse: Float64Array;
  readonly work: Float64Array;
}

export function planBlockSystem(graph: Graph, plan: Elimination = planElimination(graph)): BlockSystem {
  const { count } = graph;
  const start = new Int32Array(count + 1);
  const column = new Int32Array(graph.neighbour.length);
  let write = 0;
  for (let k = 0; k < count; k++) {
    const i = plan.order[k];
    for (let s = graph.start[i]; s < graph.start[i + 1]; s++) column[write++] = plan.place[graph.neighbour[s]];
    start[k + 1] = write;
  }
  return {
    plan,
    start,
    column,
    block: new Float64Array(4 * write),
    diagonal: new Float64Array(4 * count),
    right: new Float64Array(2 * count),
    upper: new Float64Array(4 * plan.columnRow.length),
    inverse: new Float64Array(4 * count),
    work: new Float64Array(4 * count),
  };
}

/** −1 when solved, or the row (in the order of elimination) whose diagonal block has no inverse. */
export function solveBlocks(system: BlockSystem): number {
  const { start, column, block, diagonal, right, upper, inverse, work } = system;
  const { count, rowStart, rowColumn, columnStart, columnRow } = system.plan;
  for (let i = 0; i < count; i++) {
    const own = 4 * i;
    for (let s = start[i], end = start[i + 1]; s < end; s++) {
      const from = 4 * s;
      const to = 4 * column[s];
      work[to] = block[from];
      work[to + 1] = block[from + 1];
      work[to + 2] = block[from + 2];
      work[to + 3] = block[from + 3];
    }
    work[own] = diagonal[own];
    work[own + 1] = diagonal[own + 1];
    work[own + 2] = diagonal[own + 2];
    work[own + 3] = diagonal[own + 3];
    let y0 = right[2 * i];
    let y1 = right[2 * i + 1];
    for (let s = rowStart[i], end = rowStart[i + 1]; s < end; s++) {
      const k = rowColumn[s];
      const at = 4 * k;
      const w0 = work[at];
      const w1 = work[at + 1];
      const w2 = work[at + 2];
      const w3 = work[at + 3];
      work[at] = 0;
      work[at + 1] = 0;
      work[at + 2] = 0;
      work[at + 3] = 0;
      const i0 = inverse[at];
      const i1 = inverse[at + 1];
      const i2 = inverse[at + 2];
      const i3 = inverse[at + 3];
      const l0 = w0 * i0 + w1 * i2;
      const l1 = w0 * i1 + w1 * i3;
      const l2 = w2 * i0 + w3 * i2;
      const l3 = w2 * i1 + w3 * i3;
      y0 -= l0 * right[2 * k] + l1 * right[2 * k + 1];
      y1 -= l2 * right[2 * k] + l3 * right[2 * k + 1];
      for (let m = columnStart[k], last = columnStart[k + 1]; m < last; m++) {
        const from = 4 * m;
        const to = 4 * columnRow[m];
        const u0 = upper[from];
        const u1 = upper[from + 1];
        const u2 = upper[from + 2];
        const u3 = upper[from + 3];
        work[to] -= l0 * u0 + l1 * u2;
        work[to + 1] -= l0 * u1 + l1 * u3;
        work[to + 2] -= l2 * u0 + l3 * u2;
        work[to + 3] -= l2 * u1 + l3 * u3;
      }
    }
    const d0 = work[own];
    const d1 = work[own + 1];
    const d2 = work[own + 2];
    const d3 = work[own + 3];
    work[own] = 0;
    work[own + 1] = 0;
    work[own + 2] = 0;
    work[own + 3] = 0;
    for (let m = columnStart[i], last = columnStart[i + 1]; m < last; m++) {
      const to = 4 * m;
      const from = 4 * columnRow[m];
      upper[to] = work[from];
      upper[to + 1] = work[from + 1];
      upper[to + 2] = work[from + 2];
      upper[to + 3] = work[from + 3];
      work[from] = 0;
      work[from + 1] = 0;
      work[from + 2] = 0;
      work[from + 3] = 0;
    }
    const determinant = d0 * d3 - d1 * d2;
    // Written so that NaN fails too; `work` is clean for the next time.
    if (!(Math.abs(determinant) > 0)) return i;
    inverse[own] = d3 / determinant;
    inverse[own + 1] = -d1 / determinant;
    inverse[own + 2] = -d2 / determinant;
    inverse[own + 3] = d0 / determinant;
    right[2 * i] = y0;
    right[2 * i + 1] = y1;
  }
  for (let i = count - 1; i >= 0; i--) {
    let y0 = right[2 * i];
    let y1 = right[2 * i + 1];
    for (let m = columnStart[i], last = columnStart[i + 1]; m < last; m++) {
      const from = 4 * m;
      const j = 2 * columnRow[m];
      y0 -= upper[from] * right[j] + upper[from + 1] * right[j + 1];
      y1 -= upper[from + 2] * right[j] + upper[from + 3] * right[j + 1];
    }
    const own = 4 * i;
    right[2 * i] = inverse[own] * y0 + inverse[own + 1] * y1;
    right[2 * i + 1] = inverse[own + 2] * y0 + inverse[own + 3] * y1;
  }
  return -1;
}
