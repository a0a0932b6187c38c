/** What a case file's expressions come to. */

/** Row by row. A number is a matrix of one; text, a list of texts and a structure stand for themselves. */
export interface Matrix {
  readonly type: 'matrix';
  readonly rows: number;
  readonly columns: number;
  readonly data: number[];
  /** Made by a comparison: as an index it picks where it is 1. */
  readonly isLogical?: boolean;
}

export interface Text {
  readonly type: 'text';
  readonly text: string;
}

export interface Cell {
  readonly type: 'cell';
  readonly rows: number;
  readonly columns: number;
  readonly items: Value[];
}

export interface Structure {
  readonly type: 'structure';
  readonly fields: Map<string, Value>;
}

export type Value = Matrix | Text | Cell | Structure;

/** Something that cannot be worked out; the reader adds the line. */
export class Trouble extends Error {}

export const scalar = (value: number): Matrix => ({ type: 'matrix', rows: 1, columns: 1, data: [value] });

export function matrixOf(value: Value, what: string): Matrix {
  if (value.type === 'matrix') return value;
  throw new Trouble(`${what} is ${nameOf(value)}, expected numbers`);
}

export function numberOf(value: Value, what: string): number {
  const matrix = matrixOf(value, what);
  if (matrix.data.length === 1) return matrix.data[0];
  throw new Trouble(`${what} is ${nameOf(value)}, expected one number`);
}

export function nameOf(value: Value): string {
  if (value.type === 'matrix')
    return value.data.length === 1 ? 'a number' : `${value.rows} by ${value.columns} numbers`;
  if (value.type === 'text') return 'text';
  return value.type === 'cell' ? 'a list of texts' : 'a structure';
}

/** Element by element; a number, a row or a column goes with all of the other. */
export function combine(one: Matrix, other: Matrix, sign: string, by: (a: number, b: number) => number): Matrix {
  const rows = one.rows === 1 ? other.rows : one.rows;
  const columns = one.columns === 1 ? other.columns : one.columns;
  const fits = (each: Matrix) =>
    (each.rows === rows || each.rows === 1) && (each.columns === columns || each.columns === 1);
  if (!fits(one) || !fits(other)) throw new Trouble(`${nameOf(one)} ${sign} ${nameOf(other)} do not fit`);
  const data = new Array<number>(rows * columns);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const a = one.data[(one.rows === 1 ? 0 : r) * one.columns + (one.columns === 1 ? 0 : c)];
      const b = other.data[(other.rows === 1 ? 0 : r) * other.columns + (other.columns === 1 ? 0 : c)];
      data[r * columns + c] = by(a, b);
    }
  }
  return { type: 'matrix', rows, columns, data };
}

export function multiply(one: Matrix, other: Matrix): Matrix {
  if (one.data.length === 1 || other.data.length === 1) return combine(one, other, '*', (a, b) => a * b);
  if (one.columns !== other.rows) throw new Trouble(`${nameOf(one)} * ${nameOf(other)} do not fit`);
  const data = new Array<number>(one.rows * other.columns).fill(0);
  for (let r = 0; r < one.rows; r++) {
    for (let k = 0; k < one.columns; k++) {
      const factor = one.data[r * one.columns + k];
      for (let c = 0; c < other.columns; c++) data[r * other.columns + c] += factor * other.data[k * other.columns + c];
    }
  }
  return { type: 'matrix', rows: one.rows, columns: other.columns, data };
}

export function transpose({ rows, columns, data, isLogical }: Matrix): Matrix {
  const turned = new Array<number>(data.length);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) turned[c * rows + r] = data[r * columns + c];
  return { type: 'matrix', rows: columns, columns: rows, data: turned, isLogical };
}

/** Parts side by side and rows below each other; an empty part adds nothing. */
export function stack(rows: readonly (readonly Matrix[])[]): Matrix {
  const bands = rows
    .map((parts) => {
      const full = parts.filter((part) => part.data.length > 0);
      if (full.length === 0) return undefined;
      const height = full[0].rows;
      if (full.some((part) => part.rows !== height)) throw new Trouble('parts of different height side by side');
      const width = full.reduce((sum, part) => sum + part.columns, 0);
      if (height === 1) {
        const data: number[] = [];
        for (const part of full) for (const value of part.data) data.push(value);
        return { height, width, data };
      }
      const data = new Array<number>(height * width);
      let left = 0;
      for (const part of full) {
        for (let r = 0; r < height; r++) {
          for (let c = 0; c < part.columns; c++) data[r * width + left + c] = part.data[r * part.columns + c];
        }
        left += part.columns;
      }
      return { height, width, data };
    })
    .filter((band) => band !== undefined);
  if (bands.length === 0) return { type: 'matrix', rows: 0, columns: 0, data: [] };
  const columns = bands[0].width;
  const odd = bands.findIndex((band) => band.width !== columns);
  if (odd >= 0) throw new Trouble(`row ${odd + 1} has ${bands[odd].width} numbers, those before it ${columns}`);
  const data: number[] = [];
  for (const band of bands) for (const value of band.data) data.push(value);
  return { type: 'matrix', rows: data.length / columns, columns, data };
}
