/**
 * Where the entries of a factor will lie, found once for a pattern: the elimination tree and from it each row of L
 * (Liu, "The role of elimination trees in sparse factorization", SIAM J. Matrix Anal. Appl. 11(1), 1990). Everything is
 * in the order of elimination; `order` and `place` lead out and back in.
 */
import type { Graph } from './graph';
import { minimumDegreeOrder } from './minimum-degree';

export interface Elimination {
  readonly count: number;
  /** order[k] is the unknown eliminated k-th, place[i] the k of unknown i. */
  readonly order: Int32Array;
  readonly place: Int32Array;
  /** Row k of L without its diagonal: columns ascending. */
  readonly rowStart: Int32Array;
  readonly rowColumn: Int32Array;
  /** Column k of L, which is row k of U where the pattern is symmetric: ascending. */
  readonly columnStart: Int32Array;
  readonly columnRow: Int32Array;
}

export function planElimination(graph: Graph, order: Int32Array = minimumDegreeOrder(graph)): Elimination {
  const { count } = graph;
  const place = new Int32Array(count);
  for (let k = 0; k < count; k++) place[order[k]] = k;

  const parent = new Int32Array(count).fill(-1);
  const ancestor = new Int32Array(count).fill(-1);
  for (let k = 0; k < count; k++) {
    const i = order[k];
    for (let s = graph.start[i]; s < graph.start[i + 1]; s++) {
      let j = place[graph.neighbour[s]];
      while (j >= 0 && j < k) {
        const above = ancestor[j];
        ancestor[j] = k;
        if (above < 0) parent[j] = k;
        j = above;
      }
    }
  }

  // Row k of L is what lies on the tree's way from the neighbours before k up to k.
  const seenBy = new Int32Array(count);
  const columnStart = new Int32Array(count + 1);
  const rowStart = new Int32Array(count + 1);
  const visitRows = (visit: (row: number, column: number) => void) => {
    seenBy.fill(-1);
    for (let k = 0; k < count; k++) {
      seenBy[k] = k;
      const i = order[k];
      for (let s = graph.start[i]; s < graph.start[i + 1]; s++) {
        let j = place[graph.neighbour[s]];
        if (j > k) continue;
        while (seenBy[j] !== k) {
          seenBy[j] = k;
          visit(k, j);
          j = parent[j];
        }
      }
    }
  };
  visitRows((row, column) => {
    rowStart[row + 1]++;
    columnStart[column + 1]++;
  });
  for (let k = 0; k < count; k++) {
    rowStart[k + 1] += rowStart[k];
    columnStart[k + 1] += columnStart[k];
  }
  const columnRow = new Int32Array(columnStart[count]);
  const rowColumn = new Int32Array(rowStart[count]);
  const next = columnStart.slice(0, count);
  visitRows((row, column) => {
    columnRow[next[column]++] = row;
  });
  next.set(rowStart.subarray(0, count));
  for (let column = 0; column < count; column++) {
    for (let s = columnStart[column]; s < columnStart[column + 1]; s++) rowColumn[next[columnRow[s]]++] = column;
  }
  return { count, order, place, rowStart, rowColumn, columnStart, columnRow };
}
