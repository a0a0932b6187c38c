import type { ElementKind } from '../../../../sim';

/** What a line carries, as the shader numbers it. */
export const LineKind = { grid: 0, feeder: 1, heat: 2, cooling: 3, gas: 4 } as const;
/** What a mark stands for, as the shader numbers it. */
export const MarkKind = { transformer: 0, supply: 1, sun: 2, wind: 3, battery: 4, station: 5 } as const;

/** No row of state: where there is no line. */
export const NO_ROW = 65_535;

export interface EnergyLines {
  /** For each straight piece: x, y, z and metres along its line where it begins, and where it ends; y is up, z south. */
  readonly places: Float32Array;
  /** East and south of a step into its lane beside the trench's middle, at both ends. */
  readonly sides: Float32Array;
  /** Its row of state, and what it carries. */
  readonly signs: Float32Array;
  /** Those of the electrical grid come first. */
  readonly gridCount: number;
  readonly count: number;
  /** Boxes around the grid's pieces, for picking. */
  readonly boxes: ArrayBuffer | null;
}

export interface EnergyMarks {
  /** Where each stands: x, y up, z south; and pixels to the right of that, for those that share a place. */
  readonly places: Float32Array;
  /** What it stands for, its row of state, 1 where it is seen from afar. */
  readonly signs: Float32Array;
  readonly elements: readonly { readonly kind: ElementKind; readonly id: string }[];
}

/**
 * The energy networks ready to be drawn. Rows of state are the frame's: branches by slot, transformers by slot, buses
 * by slot, then pipes of heat and cold, and of gas.
 */
export interface BuiltEnergy {
  readonly lines: EnergyLines;
  readonly marks: EnergyMarks;
  readonly branches: readonly string[];
  readonly transformers: readonly string[];
  readonly buses: readonly string[];
  /** Pipes of heat and then of cold, loops and pipes in the scene's order, and of gas by slot. */
  readonly heatPipes: number;
  readonly gasPipes: number;
  /** The bus that serves each building, by slot; −1 none. */
  readonly buildingBus: Int32Array;
}

export function energyBuffers({ lines, marks, buildingBus }: BuiltEnergy): ArrayBuffer[] {
  const arrays = [lines.places, lines.sides, lines.signs, marks.places, marks.signs, buildingBus];
  const buffers = arrays.map((array) => array.buffer as ArrayBuffer);
  return lines.boxes ? [...buffers, lines.boxes] : buffers;
}
