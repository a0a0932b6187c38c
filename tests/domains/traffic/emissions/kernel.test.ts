/** The line that is written out for speed says what the formulas say. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addEmissions } from '../../../../sim/domains/traffic/emissions/add-emissions';
import {
  DIESEL_BUS,
  DIESEL_CAR,
  DIESEL_TRUCK,
  DIESEL_VAN,
  PETROL_CAR,
} from '../../../../sim/domains/traffic/emissions/energy-classes';
import { exhaustOfChina6 } from '../../../../sim/domains/traffic/emissions/exhaust-stages';
import { fuelCo2GramsPerJ, fuelPowerW } from '../../../../sim/domains/traffic/emissions/fuel';
import {
  exhaustGps,
  exhaustSet,
  heldMps2,
  NOX,
  PARTICLES,
  VOC,
} from '../../../../sim/domains/traffic/emissions/pollutants';
import { wheelPowerW } from '../../../../sim/domains/traffic/emissions/road-load';
import {
  CO2_G,
  classSum,
  createEmissionSums,
  DISTANCE_M,
  FUEL_J,
  NOX_G,
  PARTICLES_G,
  VOC_G,
} from '../../../../sim/domains/traffic/emissions/sums';

const exhaust = exhaustOfChina6();
const burners = [PETROL_CAR, DIESEL_CAR, DIESEL_VAN, DIESEL_TRUCK, DIESEL_BUS];

it('what a burner uses is what the formulas say, at any speed, acceleration, slope and length of time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...burners),
      fc.double({ min: 0, max: 35, noNaN: true }),
      fc.double({ min: -9, max: 3, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.constantFrom(0.25, 0.5, 1),
      (kind, after, wanted, grade, dt) => {
        const before = Math.max(0, after - wanted * dt);
        const a = (after - before) / dt;
        const v = 0.5 * (before + after);
        const vehicles = {
          track: Int32Array.of(0),
          energyClass: Uint8Array.of(kind),
          speedMps: Float64Array.of(after),
          meteredMps: Float64Array.of(before),
          departedS: Float64Array.of(-1),
          batteryJ: new Float64Array(1),
        };
        const ground = { trackEdge: Int32Array.of(0), trackGradePerMille: Float64Array.of(grade) };
        const sums = createEmissionSums(1);
        addEmissions(0, 1, vehicles, ground, dt, 0, { climateW: 0, exhaust }, sums);
        const fuelJ = fuelPowerW(kind, wheelPowerW(kind, v, a, grade), v) * dt;
        const grams = (pollutant: number) => exhaustGps(exhaust, exhaustSet(kind, a), pollutant, v, heldMps2(a)) * dt;
        for (const [column, expected] of [
          [DISTANCE_M, v * dt],
          [FUEL_J, fuelJ],
          [CO2_G, fuelJ * fuelCo2GramsPerJ(kind)],
          [NOX_G, grams(NOX)],
          [VOC_G, grams(VOC)],
          [PARTICLES_G, grams(PARTICLES)],
        ]) {
          expect(Math.abs(classSum(sums, kind, column) - expected)).toBeLessThanOrEqual(
            1e-9 * (1 + Math.abs(expected)),
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});
