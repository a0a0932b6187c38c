/**
 * Water under pressure as plain arrays, and what anything that solves it must keep to. Inner nodes come first; the
 * nodes after them are held at a head that the question says (reservoirs, tanks at their level).
 */
export interface PressureNetwork {
  /** Of the inner nodes, above the same zero as all heads. */
  readonly heightM: Float64Array;
  readonly heldCount: number;
  readonly pipeFrom: Int32Array;
  readonly pipeTo: Int32Array;
  readonly pipeLengthM: Float64Array;
  readonly pipeDiameterM: Float64Array;
  readonly pipeRoughnessM: Float64Array;
  /** A pump lifts one way only. Its curve goes through this point, to 4/3 of the head at rest and to twice the flow without. */
  readonly pumpFrom: Int32Array;
  readonly pumpTo: Int32Array;
  readonly pumpHeadM: Float64Array;
  readonly pumpFlowM3PerS: Float64Array;
  /** Wagner's: nothing comes below the first, everything above the second, the root of the share in between. */
  readonly leastPressureM: number;
  readonly servicePressureM: number;
}

/** How things stand at one moment. */
export interface PressureSnapshot {
  /** Of the inner nodes: what is wanted, and what escapes by the root of a metre of pressure. */
  readonly demandM3PerS: Float64Array;
  readonly openingM3PerS: Float64Array;
  readonly heldHeadM: Float64Array;
  readonly pipeIsOpen: Uint8Array;
  /** Over the speed of the curve; 0 stands. */
  readonly pumpSpeed: Float64Array;
}

export interface PressureSolution {
  /** `unbalanced`: it went on to its limit without settling. */
  readonly state: 'solved' | 'unbalanced' | 'failed';
  /** Of the inner nodes. */
  readonly headM: Float64Array;
  readonly servedM3PerS: Float64Array;
  readonly escapedM3PerS: Float64Array;
  /** Towards `to`. */
  readonly pipeM3PerS: Float64Array;
  readonly pumpM3PerS: Float64Array;
}

/** Its answers are a function of network and snapshot alone, whatever it was asked before. */
export interface PressureSolver {
  solve(network: PressureNetwork, snapshot: PressureSnapshot): PressureSolution;
}
