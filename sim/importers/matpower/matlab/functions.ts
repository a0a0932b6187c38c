/** The functions and named numbers that case files call; whatever is not here is named as not understood. */
import { acos, asin, atan, cos, exp, ln, PI, sin, tan } from '../../../kernel';
import { combine, type Matrix, matrixOf, numberOf, scalar, Trouble, type Value } from './values';

/** MATPOWER's names for columns, as idx_bus, idx_brch, idx_gen and idx_cost give them, in their order. */
export const columnNames: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  idx_bus: [
    ['PQ', 1],
    ['PV', 2],
    ['REF', 3],
    ['NONE', 4],
    ...inOrder(
      'BUS_I BUS_TYPE PD QD GS BS BUS_AREA VM VA BASE_KV ZONE VMAX VMIN LAM_P LAM_Q MU_VMAX MU_VMIN'.split(' '),
    ),
  ],
  idx_brch: [
    ...inOrder('F_BUS T_BUS BR_R BR_X BR_B RATE_A RATE_B RATE_C TAP SHIFT BR_STATUS'.split(' ')),
    ...inOrder('PF QF PT QT MU_SF MU_ST'.split(' '), 14),
    ...inOrder('ANGMIN ANGMAX'.split(' '), 12),
    ...inOrder('MU_ANGMIN MU_ANGMAX'.split(' '), 20),
  ],
  idx_gen: [
    ...inOrder('GEN_BUS PG QG QMAX QMIN VG MBASE GEN_STATUS PMAX PMIN'.split(' ')),
    ...inOrder('MU_PMAX MU_PMIN MU_QMAX MU_QMIN'.split(' '), 22),
    ...inOrder('PC1 PC2 QC1MIN QC1MAX QC2MIN QC2MAX RAMP_AGC RAMP_10 RAMP_30 RAMP_Q APF'.split(' '), 11),
  ],
  idx_cost: [['PW_LINEAR', 1], ['POLYNOMIAL', 2], ...inOrder('MODEL STARTUP SHUTDOWN NCOST COST'.split(' '))],
};

function inOrder(names: readonly string[], from = 1): (readonly [string, number])[] {
  return names.map((name, i) => [name, from + i]);
}

export const namedNumbers: Readonly<Record<string, number>> = {
  pi: PI,
  Inf: Number.POSITIVE_INFINITY,
  inf: Number.POSITIVE_INFINITY,
  NaN: Number.NaN,
  nan: Number.NaN,
  eps: 2.220446049250313e-16,
  true: 1,
  false: 0,
};

const perElement: Readonly<Record<string, (x: number) => number>> = {
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin,
  cos,
  tan,
  acos,
  asin,
  atan,
  exp,
  log: ln,
  round: (x) => Math.sign(x) * Math.round(Math.abs(x)),
  floor: Math.floor,
  ceil: Math.ceil,
  deg2rad: (x) => (x * PI) / 180,
  rad2deg: (x) => (x * 180) / PI,
};

export function isFunction(name: string): boolean {
  return Object.hasOwn(perElement, name) || Object.hasOwn(wholes, name);
}

export function call(name: string, given: readonly Value[]): Value {
  if (given.length === 0 && name !== 'ones' && name !== 'zeros') throw new Trouble(`${name} is given nothing`);
  if (Object.hasOwn(wholes, name)) return wholes[name](given);
  const expected = given.length === 1 ? matrixOf(given[0], `what ${name} is given`) : undefined;
  if (expected === undefined) throw new Trouble(`${name} is given ${given.length} values, expected one`);
  return { ...expected, isLogical: false, data: expected.data.map(perElement[name]) };
}

const wholes: Readonly<Record<string, (given: readonly Value[]) => Value>> = {
  ones: (given) => filled(given, 1),
  zeros: (given) => filled(given, 0),
  size: (given) => {
    const [rows, columns] = sizeOf(given[0]);
    if (given.length < 2) return { type: 'matrix', rows: 1, columns: 2, data: [rows, columns] };
    return scalar([rows, columns][numberOf(given[1], 'the side') - 1] ?? 1);
  },
  length: (given) => scalar(Math.max(...sizeOf(given[0]))),
  numel: (given) => scalar(sizeOf(given[0])[0] * sizeOf(given[0])[1]),
  isempty: (given) => scalar(sizeOf(given[0])[0] * sizeOf(given[0])[1] === 0 ? 1 : 0),
  find: (given) => {
    const matrix = matrixOf(given[0], 'what find is given');
    if (matrix.rows > 1 && matrix.columns > 1) throw new Trouble('find works on a row or a column here');
    const data = matrix.data.flatMap((value, i) => (value === 0 ? [] : [i + 1]));
    return matrix.rows > 1
      ? { type: 'matrix', rows: data.length, columns: 1, data }
      : { type: 'matrix', rows: 1, columns: data.length, data };
  },
  sum: (given) => {
    const matrix = matrixOf(given[0], 'what sum is given');
    if (matrix.rows === 1 || matrix.columns === 1) return scalar(matrix.data.reduce((sum, value) => sum + value, 0));
    const data = new Array<number>(matrix.columns).fill(0);
    matrix.data.forEach((value, i) => {
      data[i % matrix.columns] += value;
    });
    return { type: 'matrix', rows: 1, columns: matrix.columns, data };
  },
  isinf: (given) => asked(given, 'isinf', (x) => x === Number.POSITIVE_INFINITY || x === Number.NEGATIVE_INFINITY),
  isnan: (given) => asked(given, 'isnan', Number.isNaN),
  any: (given) => scalar(matrixOf(given[0], 'what any is given').data.some((x) => x !== 0) ? 1 : 0),
  all: (given) => scalar(matrixOf(given[0], 'what all is given').data.every((x) => x !== 0) ? 1 : 0),
  min: (given) => least('min', given, Math.min),
  max: (given) => least('max', given, Math.max),
};

function asked(given: readonly Value[], name: string, of: (x: number) => boolean): Matrix {
  const matrix = matrixOf(given[0], `what ${name} is given`);
  return { ...matrix, isLogical: true, data: matrix.data.map((x) => (of(x) ? 1 : 0)) };
}

function least(name: string, given: readonly Value[], by: (a: number, b: number) => number): Matrix {
  const one = matrixOf(given[0], `what ${name} is given`);
  if (given.length === 2) return combine(one, matrixOf(given[1], `what ${name} is given`), name, by);
  if (one.rows > 1 && one.columns > 1) throw new Trouble(`${name} works on a row or a column here`);
  return scalar(one.data.reduce(by));
}

function filled(given: readonly Value[], value: number): Matrix {
  const sides = given.flatMap((each) => matrixOf(each, 'a side').data);
  const rows = sides[0] ?? 1;
  const columns = sides[1] ?? rows;
  if (
    !Number.isSafeInteger(rows) ||
    !Number.isSafeInteger(columns) ||
    rows < 0 ||
    columns < 0 ||
    rows * columns > 1e7
  ) {
    throw new Trouble(`met ${rows} by ${columns}, expected whole sides of at most ten million numbers`);
  }
  return { type: 'matrix', rows, columns, data: new Array<number>(rows * columns).fill(value) };
}

function sizeOf(value: Value | undefined): readonly [number, number] {
  if (value === undefined) throw new Trouble('nothing was given');
  if (value.type === 'matrix' || value.type === 'cell') return [value.rows, value.columns];
  return value.type === 'text' ? [1, value.text.length] : [1, 1];
}
