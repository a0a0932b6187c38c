/** a(2, :) and a(:, [3 4]) = b: whole rows and columns, numbers, or what a comparison picked; counted from 1. */
import { type Matrix, nameOf, Trouble } from './values';

/** 'all' is a colon. */
export type Index = Matrix | 'all';

export function pick(from: Matrix, indices: readonly Index[]): Matrix {
  if (indices.length === 1) {
    const places = placesOf(indices[0], from.data.length, 'the index');
    // One index runs down the columns, as MATLAB counts.
    const data = places.map((place) => from.data[downColumns(from, place)]);
    if (indices[0] === 'all' || from.columns === 1) return { type: 'matrix', rows: data.length, columns: 1, data };
    const { rows, columns, isLogical } = indices[0];
    if (isLogical)
      return {
        type: 'matrix',
        rows: from.rows === 1 ? 1 : data.length,
        columns: from.rows === 1 ? data.length : 1,
        data,
      };
    return { type: 'matrix', rows, columns, data };
  }
  const [rows, columns] = bothPlaces(from, indices);
  const data = new Array<number>(rows.length * columns.length);
  rows.forEach((r, i) => {
    columns.forEach((c, k) => {
      data[i * columns.length + k] = from.data[r * from.columns + c];
    });
  });
  return { type: 'matrix', rows: rows.length, columns: columns.length, data };
}

/** A copy in which the picked places hold other numbers; nothing grows. */
export function put(into: Matrix, indices: readonly Index[], values: Matrix): Matrix {
  const data = into.data.slice();
  if (indices.length === 1) {
    const places = placesOf(indices[0], data.length, 'the index');
    if (values.data.length !== 1 && values.data.length !== places.length)
      throw new Trouble(misfit(places.length, values));
    places.forEach((place, i) => {
      data[downColumns(into, place)] = values.data[values.data.length === 1 ? 0 : i];
    });
    return { ...into, data };
  }
  const [rows, columns] = bothPlaces(into, indices);
  const isOne = values.data.length === 1;
  const isAsLong = values.rows === rows.length && values.columns === columns.length;
  // A row may be laid into a column and the reverse, as long as the numbers are as many.
  const isLine =
    (rows.length === 1 || columns.length === 1) &&
    (values.rows === 1 || values.columns === 1) &&
    values.data.length === rows.length * columns.length;
  if (!isOne && !isAsLong && !isLine) throw new Trouble(misfit(rows.length * columns.length, values));
  rows.forEach((r, i) => {
    columns.forEach((c, k) => {
      data[r * into.columns + c] = values.data[isOne ? 0 : i * columns.length + k];
    });
  });
  return { ...into, data };
}

function misfit(places: number, values: Matrix): string {
  return `${places} places are to take ${nameOf(values)}`;
}

function downColumns({ rows, columns }: Matrix, place: number): number {
  return (place % rows) * columns + Math.floor(place / rows);
}

function bothPlaces(of: Matrix, indices: readonly Index[]): readonly [readonly number[], readonly number[]] {
  if (indices.length !== 2) throw new Trouble(`met ${indices.length} indices, expected one or two`);
  return [placesOf(indices[0], of.rows, 'the row'), placesOf(indices[1], of.columns, 'the column')];
}

function placesOf(index: Index, count: number, what: string): readonly number[] {
  if (index === 'all') return Array.from({ length: count }, (_, i) => i);
  if (index.isLogical) {
    if (index.data.length !== count) throw new Trouble(`${what} says yes or no to ${index.data.length}, of ${count}`);
    return index.data.flatMap((value, i) => (value === 0 ? [] : [i]));
  }
  for (const value of index.data) {
    if (!Number.isInteger(value) || value < 1 || value > count) {
      throw new Trouble(`${what} is ${value}, expected a whole number from 1 to ${count}`);
    }
  }
  return index.data.map((value) => value - 1);
}
