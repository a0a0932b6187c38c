import type { LinearProgram, LinearSolution } from './linear-program';

/** By how much a solution misses each of the conditions of Karush, Kuhn and Tucker; all 0 is proof that it is optimal. */
export interface OptimalityGaps {
  /** Worst amount by which a bound or a row is broken, against 1 + |bound|. */
  readonly primal: number;
  /** Worst |c − Aᵀy − z|: the prices do not add up to the costs; against 1 + the largest cost. */
  readonly stationarity: number;
  /** Worst price of the wrong sign, of a bound that is not there; against 1 + the largest cost. */
  readonly dual: number;
  /** Worst product of a price and the distance from the bound that it belongs to, against 1 + |objective|. */
  readonly slackness: number;
  /** |cost of the plan − worth of the prices|, against 1 + |objective|. */
  readonly duality: number;
}

/**
 * Computed from the program and the returned prices alone, with nothing taken from whoever solved it. The prices are
 * those of min cᵀx: z is at least 0 where x rests on its lower bound and at most 0 on its upper, and y likewise.
 */
export function optimalityGaps(program: LinearProgram, solution: LinearSolution): OptimalityGaps {
  const { columns, rows, cost, rowStart, columnIndex, value } = program;
  const { columns: x, columnDuals: z, rowDuals: y } = solution;
  const gaps = { primal: 0, dual: 0, slackness: 0 };
  const stationarity = new Float64Array(columns);
  let objective = 0;
  let worth = 0;
  for (let j = 0; j < columns; j++) {
    objective += cost[j] * x[j];
    stationarity[j] = cost[j] - z[j];
  }
  const judge = (at: number, price: number, lower: number, upper: number) => {
    if (at < lower) gaps.primal = Math.max(gaps.primal, (lower - at) / (1 + Math.abs(lower)));
    if (at > upper) gaps.primal = Math.max(gaps.primal, (at - upper) / (1 + Math.abs(upper)));
    const bound = price > 0 ? lower : upper;
    if (price === 0) return;
    if (Math.abs(bound) === Number.POSITIVE_INFINITY) {
      gaps.dual = Math.max(gaps.dual, Math.abs(price));
      return;
    }
    worth += price * bound;
    gaps.slackness = Math.max(gaps.slackness, Math.abs(price * (at - bound)));
  };
  for (let i = 0; i < rows; i++) {
    let activity = 0;
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      activity += value[k] * x[columnIndex[k]];
      stationarity[columnIndex[k]] -= value[k] * y[i];
    }
    judge(activity, y[i], program.rowLower[i], program.rowUpper[i]);
  }
  for (let j = 0; j < columns; j++) judge(x[j], z[j], program.columnLower[j], program.columnUpper[j]);
  const scale = 1 + Math.abs(objective);
  const dearest = 1 + largestOf(cost);
  return {
    primal: gaps.primal,
    stationarity: largestOf(stationarity) / dearest,
    dual: gaps.dual / dearest,
    slackness: gaps.slackness / scale,
    duality: Math.abs(objective - worth) / scale,
  };
}

function largestOf(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i]));
  return largest;
}
