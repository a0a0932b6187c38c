/**
 * Who goes how far: a gravity model over zones, attraction times a decay with the minutes of the way. The decay is the
 * gamma function t^b·e^(ct) with the values of NCHRP Report 365 (Martin and McGuckin 1998, table 14) for home-based
 * work, home-based other and non-home-based trips. Where both ends are known (workers and jobs, pupils and places)
 * rows and columns are balanced by iterative proportional fitting (Furness).
 */
import { exp, pow } from '../../../../kernel';

export interface Decay {
  readonly b: number;
  readonly c: number;
}
export const HOME_BASED_WORK: Decay = { b: -0.02, c: -0.123 };
export const HOME_BASED_OTHER: Decay = { b: -1.285, c: -0.094 };
export const NOT_HOME_BASED: Decay = { b: -1.332, c: -0.1 };

const ACCESS_MINUTES = 3;
const M_A_MINUTE = 400;
const ROUNDS = 60;
const WITHIN = 1e-6;

/** By minutes of driving between the middles of zones, the walk to and from the car included. */
export function decayOf({ b, c }: Decay, lineM: number): number {
  const minutes = ACCESS_MINUTES + lineM / M_A_MINUTE;
  return pow(minutes, b) * exp(c * minutes);
}

/** Row by row, running sums of where people of the row go; zero rows where nothing attracts. */
export function oneSided(
  rows: number,
  columns: number,
  attraction: Float64Array,
  weight: (row: number, column: number) => number,
): Float64Array {
  const sums = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      if (attraction[column] > 0) sum += attraction[column] * weight(row, column);
      sums[row * columns + column] = sum;
    }
  }
  return sums;
}

/** Flows that have the rows' productions and the columns' attractions as sums, as far as those agree. */
export function balanced(
  production: Float64Array,
  attraction: Float64Array,
  weight: (row: number, column: number) => number,
): Float64Array {
  const rows = production.length;
  const columns = attraction.length;
  const flows = new Float64Array(rows * columns);
  const produced = production.reduce((sum, value) => sum + value, 0);
  const attracted = attraction.reduce((sum, value) => sum + value, 0);
  if (produced === 0 || attracted === 0) return flows;
  const share = produced / attracted;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (production[row] > 0 && attraction[column] > 0) flows[row * columns + column] = weight(row, column);
    }
  }
  for (let round = 0; round < ROUNDS; round++) {
    let worst = 0;
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += flows[row * columns + column];
      if (sum === 0) continue;
      const factor = (attraction[column] * share) / sum;
      for (let row = 0; row < rows; row++) flows[row * columns + column] *= factor;
    }
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let column = 0; column < columns; column++) sum += flows[row * columns + column];
      if (sum === 0) continue;
      const factor = production[row] / sum;
      worst = Math.max(worst, Math.abs(factor - 1));
      for (let column = 0; column < columns; column++) flows[row * columns + column] *= factor;
    }
    if (worst < WITHIN) break;
  }
  return flows;
}

/** In place: each row's running sums. */
export function toSums(flows: Float64Array, columns: number): Float64Array {
  for (let at = 0; at < flows.length; at++) if (at % columns > 0) flows[at] += flows[at - 1];
  return flows;
}
