import { addEmissions } from '../../../../sim/domains/traffic/emissions/add-emissions';
import { classBatteryJ } from '../../../../sim/domains/traffic/emissions/energy-classes';
import { exhaustAsMeasured } from '../../../../sim/domains/traffic/emissions/pollutants';
import { createEmissionSums, type EmissionSums, SUM_COLUMNS } from '../../../../sim/domains/traffic/emissions/sums';
import type { Trace } from './driving-cycles';

export interface Driven {
  readonly sums: EmissionSums;
  readonly batteryJ: number;
  readonly column: (column: number) => number;
}

/** One vehicle over a whole trace, on one edge. */
export function drive(
  energyClass: number,
  trace: Trace,
  { batteryJ = classBatteryJ[energyClass] / 2, gradePerMille = 0, climateW = 0, exhaust = exhaustAsMeasured() } = {},
): Driven {
  const sums = createEmissionSums(1);
  const vehicles = {
    track: Int32Array.of(0),
    energyClass: Uint8Array.of(energyClass),
    speedMps: new Float64Array(1),
    meteredMps: new Float64Array(1),
    departedS: Float64Array.of(Number.NEGATIVE_INFINITY),
    batteryJ: Float64Array.of(batteryJ),
  };
  const ground = { trackEdge: Int32Array.of(0), trackGradePerMille: Float64Array.of(gradePerMille) };
  trace.speedMps.forEach((speedMps, i) => {
    vehicles.speedMps[0] = speedMps;
    vehicles.meteredMps[0] = Math.max(0, speedMps - trace.accelerationMps2[i] * trace.stepSeconds);
    addEmissions(0, 1, vehicles, ground, trace.stepSeconds, i, { climateW, exhaust }, sums);
  });
  return {
    sums,
    batteryJ: vehicles.batteryJ[0],
    column: (column) => sums.byClass[energyClass * SUM_COLUMNS + column],
  };
}
