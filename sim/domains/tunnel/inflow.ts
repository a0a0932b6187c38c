/** What runs into sections from whatever main or street; of two, the larger is the one that is named. */
export interface Inflow {
  readonly inflowM3PerS: Float64Array;
  readonly inflowCause: Int32Array;
}

export function noInflow(count: number): Inflow {
  return { inflowM3PerS: new Float64Array(count), inflowCause: new Int32Array(count) };
}

export function allInflow(
  of: Inflow,
  mains: Float64Array,
  mainsCause: Int32Array,
  streets: Float64Array,
  streetsCause: Int32Array,
): Inflow {
  for (let s = 0; s < mains.length; s++) {
    of.inflowM3PerS[s] = mains[s] + streets[s];
    of.inflowCause[s] = streets[s] > mains[s] ? streetsCause[s] : mainsCause[s];
  }
  return of;
}
