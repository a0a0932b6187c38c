/** What runs into sections from whatever main or street; of several, the largest is the one that is named. */
export interface Inflow {
  readonly inflowM3PerS: Float64Array;
  readonly inflowCause: Int32Array;
}

export function noInflow(count: number): Inflow {
  return { inflowM3PerS: new Float64Array(count), inflowCause: new Int32Array(count) };
}

interface Told {
  readonly values: Float64Array;
  readonly causes: Int32Array;
}

export function allInflow(of: Inflow, from: readonly Told[]): Inflow {
  for (let s = 0; s < of.inflowM3PerS.length; s++) {
    let sum = 0;
    let most = 0;
    let cause = 0;
    for (const { values, causes } of from) {
      sum += values[s];
      if (values[s] <= most) continue;
      most = values[s];
      cause = causes[s];
    }
    of.inflowM3PerS[s] = sum;
    of.inflowCause[s] = cause;
  }
  return of;
}
