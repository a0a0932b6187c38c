/**
 * Rows that have a bound, of a program where others have none: those say nothing, and a solver that works on all of a
 * basis without presolving pays for them with every pivot.
 */
import type { Basis, LinearProgram } from '../../kernel';

export const BASIC = 1;

/** Also those that a basis does not hold: without them it would be no vertex. */
export function boundRows({ rows, rowLower, rowUpper }: LinearProgram, basis?: Basis): Int32Array {
  const found = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const isFree = rowLower[row] === Number.NEGATIVE_INFINITY && rowUpper[row] === Number.POSITIVE_INFINITY;
    if (!isFree || (basis && basis.rows[row] !== BASIC)) found[count++] = row;
  }
  return found.subarray(0, count);
}

export function areSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((row, at) => row === b[at]);
}

export function boundsOf({ rowLower, rowUpper }: LinearProgram, rows: Int32Array): [Float64Array, Float64Array] {
  return [Float64Array.from(rows, (row) => rowLower[row]), Float64Array.from(rows, (row) => rowUpper[row])];
}

export function matrixOf({ rowStart, columnIndex, value }: LinearProgram, rows: Int32Array) {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = starts[at] + rowStart[row + 1] - rowStart[row];
  });
  const indices = new Int32Array(starts[rows.length]);
  const values = new Float64Array(starts[rows.length]);
  rows.forEach((row, at) => {
    indices.set(columnIndex.subarray(rowStart[row], rowStart[row + 1]), starts[at]);
    values.set(value.subarray(rowStart[row], rowStart[row + 1]), starts[at]);
  });
  return { starts, indices, values };
}

export function picked(from: Uint8Array, rows: Int32Array): Int32Array {
  return Int32Array.from(rows, (row) => from[row]);
}

export function spread<T extends Float64Array | Uint8Array>(from: ArrayLike<number>, rows: Int32Array, into: T): T {
  for (let at = 0; at < rows.length; at++) into[rows[at]] = from[at];
  return into;
}

/** What every row comes to: as solved where it was passed, and the others' sums. */
export function allRows(
  { rows, rowStart, columnIndex, value }: LinearProgram,
  passed: Int32Array,
  passedRows: Float64Array,
  columns: Float64Array,
): Float64Array {
  const all = new Float64Array(rows);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    if (passed[next] === row) all[row] = passedRows[next++];
    else for (let k = rowStart[row]; k < rowStart[row + 1]; k++) all[row] += value[k] * columns[columnIndex[k]];
  }
  return all;
}
