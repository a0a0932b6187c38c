import { ENERGY_CLASS_COUNT } from './energy-classes';

/** Columns of the sums; a row is an energy class or an edge. */
export const DISTANCE_M = 0;
export const FUEL_J = 1;
/** Drawn from cells, less what braking gave back. */
export const CELLS_J = 2;
export const RECUPERATED_J = 3;
export const CO2_G = 4;
export const NOX_G = 5;
export const VOC_G = 6;
export const PARTICLES_G = 7;
export const SUM_COLUMNS = 8;

/** What all vehicles have used and emitted since the start of the run. Part of the saved state, both arrays as they are. */
export interface EmissionSums {
  readonly byClass: Float64Array;
  readonly byEdge: Float64Array;
  /** Energy that vehicles used although their cells were empty: they drove on, which the model counts and does not hide. */
  missingJ: number;
}

export function createEmissionSums(edgeCount: number): EmissionSums {
  return {
    byClass: new Float64Array(ENERGY_CLASS_COUNT * SUM_COLUMNS),
    byEdge: new Float64Array(edgeCount * SUM_COLUMNS),
    missingJ: 0,
  };
}

export function classSum(sums: EmissionSums, energyClass: number, column: number): number {
  return sums.byClass[energyClass * SUM_COLUMNS + column];
}

export function edgeSum(sums: EmissionSums, edge: number, column: number): number {
  return sums.byEdge[edge * SUM_COLUMNS + column];
}

/** Over all classes, in the order of classes. */
export function totalSum(sums: EmissionSums, column: number): number {
  let sum = 0;
  for (let energyClass = 0; energyClass < ENERGY_CLASS_COUNT; energyClass++) {
    sum += classSum(sums, energyClass, column);
  }
  return sum;
}
