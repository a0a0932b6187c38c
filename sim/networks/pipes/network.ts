/** A network of pipes as plain tables. Pressures are gauge pressures, flows in kg/s, positive from `from` to `to`. */
import type { Fluid } from './fluid';
import type { FrictionModel } from './friction';

export const LinkKind = {
  pipe: 0,
  valve: 1,
  /** A valve that lets nothing back. */
  checkValve: 2,
  /** Lifts pressure by a curve of the volume that passes; lets nothing be sucked back below its zero-flow lift. */
  pump: 3,
  /** Holds the pressure behind it, as long as there is more before it; wide open below that, shut against backflow. */
  regulator: 4,
  /** Holds the pressure behind it whatever that takes, lifting or throttling, either way. */
  pressureControl: 5,
  /** Passes so many kg/s whatever the pressures are. */
  flowControl: 6,
} as const;
export type LinkKind = (typeof LinkKind)[keyof typeof LinkKind];

export interface NodeTable {
  readonly count: number;
  readonly heightM: Float64Array;
  /** 1 where the pressure is held from outside. */
  readonly isHeld: Uint8Array;
  readonly heldPressurePa: Float64Array;
  /** What is wanted here; negative is fed in. */
  readonly withdrawalKgPerS: Float64Array;
  /**
   * Below this pressure a consumer gets a share, down to none at no gauge pressure; as the flow through a burner's
   * nozzle goes, with the root. 0: he takes what he wants whatever the pressure is.
   */
  readonly minimumPressurePa: Float64Array;
  /** A hole into the open, of this area times its discharge coefficient; 0 for none. */
  readonly leakAreaM2: Float64Array;
}

export interface LinkTable {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 0 where shut or out of service. */
  readonly isOpen: Uint8Array;
  /** 1 where what is in a pipe is no part of what its ends hold: shut at both of them. Only line-pack asks. */
  readonly isApart: Uint8Array;
  readonly lengthM: Float64Array;
  readonly diameterM: Float64Array;
  readonly roughnessM: Float64Array;
  /** ζ of bends and fittings, of an open valve, of a regulator when wide open. */
  readonly lossCoefficient: Float64Array;
  readonly temperatureK: Float64Array;
  /** Pa that a regulator or pressure control holds, kg/s of a flow control. */
  readonly setting: Float64Array;
  /** Which of `curves` a pump follows. */
  readonly curve: Int32Array;
}

/** Lift in Pa as a polynomial of m³/s, lowest power first; of less than no flow it is that of none. */
export interface PumpCurve {
  readonly coefficients: readonly number[];
}

export interface PipeNetwork {
  readonly fluid: Fluid;
  readonly friction: FrictionModel;
  readonly nodes: NodeTable;
  readonly links: LinkTable;
  readonly curves: readonly PumpCurve[];
}

/** Tables of zeros: every link an open pipe at 10 °C. */
export function createPipeNetwork(
  of: { nodeCount: number; linkCount: number } & Pick<PipeNetwork, 'fluid' | 'friction'> &
    Partial<Pick<PipeNetwork, 'curves'>>,
): PipeNetwork {
  const node = () => new Float64Array(of.nodeCount);
  const link = () => new Float64Array(of.linkCount);
  return {
    fluid: of.fluid,
    friction: of.friction,
    curves: of.curves ?? [],
    nodes: {
      count: of.nodeCount,
      heightM: node(),
      isHeld: new Uint8Array(of.nodeCount),
      heldPressurePa: node(),
      withdrawalKgPerS: node(),
      minimumPressurePa: node(),
      leakAreaM2: node(),
    },
    links: {
      count: of.linkCount,
      kind: new Uint8Array(of.linkCount),
      from: new Int32Array(of.linkCount),
      to: new Int32Array(of.linkCount),
      isOpen: new Uint8Array(of.linkCount).fill(1),
      isApart: new Uint8Array(of.linkCount),
      lengthM: link(),
      diameterM: link(),
      roughnessM: link(),
      lossCoefficient: link(),
      temperatureK: link().fill(283.15),
      setting: link(),
      curve: new Int32Array(of.linkCount).fill(-1),
    },
  };
}
