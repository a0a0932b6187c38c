/** What every solver of an island reads and writes, by bus of the whole network: complex voltages, and powers fed in. */
export interface Voltages {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  /** Fed in by generators less drawn by loads; shunts are part of the network and not in here. */
  readonly injectedP: Float64Array;
  readonly injectedQ: Float64Array;
  /** What is held at each bus now: a PV bus without a running generator holds nothing. */
  readonly heldAs: Uint8Array;
}

/** How a solve of one island ended. */
export interface Ending {
  readonly converged: boolean;
  readonly iterations: number;
  /** The bus that was furthest off, and how far: the power that is missing there, p.u. */
  readonly worstBus: number;
  readonly worstMismatch: number;
}
