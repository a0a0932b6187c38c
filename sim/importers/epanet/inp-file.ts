/** A network of EPANET's format after reading: in its own units, names resolved, each part with its line. */

export interface Junction {
  readonly line: number;
  readonly id: string;
  readonly elevation: number;
  /** With the pattern of each category; what [DEMANDS] says takes the place of what stands with the junction. */
  demands: { readonly base: number; readonly pattern: string | undefined }[];
  emitter: number;
}

export interface Reservoir {
  readonly line: number;
  readonly id: string;
  readonly head: number;
  readonly pattern: string | undefined;
}

export interface Tank {
  readonly line: number;
  readonly id: string;
  readonly elevation: number;
  readonly initLevel: number;
  readonly minLevel: number;
  readonly maxLevel: number;
  readonly diameter: number;
  readonly volumeCurve: string | undefined;
  readonly overflows: boolean;
}

export type Status = 'OPEN' | 'CLOSED' | 'CV';

export interface Pipe {
  readonly line: number;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly length: number;
  readonly diameter: number;
  roughness: number;
  readonly minorLoss: number;
  status: Status;
}

export interface Pump {
  readonly line: number;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly power: number | undefined;
  readonly headCurve: string | undefined;
  readonly pattern: string | undefined;
  speed: number;
  isOpen: boolean;
}

export const valveTypes = ['PRV', 'PSV', 'PBV', 'FCV', 'TCV', 'GPV', 'PCV'] as const;

export interface Valve {
  readonly line: number;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly diameter: number;
  readonly type: (typeof valveTypes)[number];
  readonly setting: string;
  readonly minorLoss: number;
  /** Fixed open or shut; undefined while it works by its setting. */
  status: 'OPEN' | 'CLOSED' | undefined;
}

export interface InpFile {
  readonly title: string;
  readonly junctions: readonly Junction[];
  readonly reservoirs: readonly Reservoir[];
  readonly tanks: readonly Tank[];
  readonly pipes: readonly Pipe[];
  readonly pumps: readonly Pump[];
  readonly valves: readonly Valve[];
  readonly patterns: ReadonlyMap<string, readonly number[]>;
  readonly curves: ReadonlyMap<string, readonly (readonly [number, number])[]>;
  readonly coordinates: ReadonlyMap<string, readonly [number, number]>;
  readonly vertices: ReadonlyMap<string, readonly (readonly [number, number])[]>;
  /** Lines of [CONTROLS], and those of [RULES] that begin a rule. */
  readonly controls: readonly number[];
  readonly rules: readonly number[];
  readonly options: Options;
  /** Sections that hold something of water quality, energy prices, leakage: by their first line. */
  readonly others: ReadonlyMap<string, number>;
}

export const flowUnits = ['CFS', 'GPM', 'MGD', 'IMGD', 'AFD', 'LPS', 'LPM', 'MLD', 'CMH', 'CMD', 'CMS'] as const;
export type FlowUnit = (typeof flowUnits)[number];
export const headLosses = ['H-W', 'D-W', 'C-M'] as const;
export type HeadLoss = (typeof headLosses)[number];

/** In metres of water; 1 psi is 0.703 m, as conversion tables have it. */
export const METRES_OF = { PSI: 0.703, KPA: 0.101972, METERS: 1, BAR: 10.1972, FEET: 0.3048 } as const;
export type PressureUnit = keyof typeof METRES_OF;

export interface Options {
  /** Undefined: as the flow units have it. */
  pressure: PressureUnit | undefined;
  units: FlowUnit;
  headLoss: HeadLoss;
  pattern: string;
  demandMultiplier: number;
  emitterExponent: number;
  pressureDriven: boolean;
  minimumPressure: number;
  requiredPressure: number;
  viscosity: number;
}
