/**
 * Air between places: nodes that hold a pressure, branches that air passes. Flows are m³/s at the reference density, so
 * that what comes to a node goes on from it whatever its temperature; pressures are Pa above the still air outdoors at
 * the same height. Between solves anything in the tables may change but the ends.
 */

/** Dry air at 20 °C and 1 atm; what flows are told in. */
export const REFERENCE_DENSITY_KG_PER_M3 = 1.204;

/** Lift of a fan at full speed: shutOffPa + linear·Q + quadratic·Q², both coefficients zero or below; also beyond free delivery, where it holds back. */
export interface FanTable {
  readonly shutOffPa: Float64Array;
  readonly linearPaPerM3PerS: Float64Array;
  readonly quadraticPaPerM6PerS2: Float64Array;
  /** R of the wheel that stands, and of one that turns while air is pushed back through it. */
  readonly stoppedPaPerM6PerS2: Float64Array;
  /** Of full speed, from 0; a branch without a fan has 0 everywhere. */
  readonly speed: Float64Array;
}

export interface AirNetwork {
  readonly nodeCount: number;
  readonly branchCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** R of Δp = R·Q·|Q|. */
  readonly resistance: Float64Array;
  /** Below this flow the loss turns from a square to a line; above it the square holds to the last bit. */
  readonly laminarBelowM3PerS: Float64Array;
  /** What pushes from → to besides fans: stack, wind, fire. */
  readonly drivePa: Float64Array;
  readonly isOpen: Uint8Array;
  readonly fan: FanTable;
  /** 1 where the pressure is given (outdoors). */
  readonly isHeld: Uint8Array;
  readonly heldPa: Float64Array;
  /** What comes in at a node otherwise than through branches (a leak's volume). */
  readonly inflowM3PerS: Float64Array;
}

const LAMINAR_BELOW_M3_PER_S = 1e-3;

export function createAirNetwork(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): AirNetwork {
  const branchCount = from.length;
  const perBranch = () => new Float64Array(branchCount);
  for (let b = 0; b < branchCount; b++) {
    const isSound = from[b] !== to[b] && from[b] >= 0 && from[b] < nodeCount && to[b] >= 0 && to[b] < nodeCount;
    if (!isSound) throw new Error(`branch ${b} leads from ${from[b]} to ${to[b]}, expected two of ${nodeCount} nodes`);
  }
  return {
    nodeCount,
    branchCount,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    resistance: perBranch(),
    laminarBelowM3PerS: perBranch().fill(LAMINAR_BELOW_M3_PER_S),
    drivePa: perBranch(),
    isOpen: new Uint8Array(branchCount).fill(1),
    fan: {
      shutOffPa: perBranch(),
      linearPaPerM3PerS: perBranch(),
      quadraticPaPerM6PerS2: perBranch(),
      stoppedPaPerM6PerS2: perBranch(),
      speed: perBranch(),
    },
    isHeld: new Uint8Array(nodeCount),
    heldPa: new Float64Array(nodeCount),
    inflowM3PerS: new Float64Array(nodeCount),
  };
}
