import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addEmissions } from '../../../../sim/domains/traffic/emissions/add-emissions';
import {
  classBatteryJ,
  ELECTRIC_CAR,
  ENERGY_CLASS_COUNT,
  NO_DRIVE,
  PETROL_CAR,
} from '../../../../sim/domains/traffic/emissions/energy-classes';
import { exhaustAsMeasured } from '../../../../sim/domains/traffic/emissions/pollutants';
import {
  CO2_G,
  createEmissionSums,
  DISTANCE_M,
  edgeSum,
  SUM_COLUMNS,
  totalSum,
} from '../../../../sim/domains/traffic/emissions/sums';

interface Row {
  readonly track: number;
  readonly kind: number;
  readonly speedMps: number;
  readonly acceleration: number;
}

const EDGES = 3;
const conditions = { climateW: 0, exhaust: exhaustAsMeasured() };
const ground = { trackEdge: Int32Array.of(0, 0, 1, 2), trackGradePerMille: Float64Array.of(0, 10, -20, 0) };
const rows = fc.array(
  fc.record({
    track: fc.integer({ min: -1, max: 3 }),
    kind: fc.integer({ min: 0, max: ENERGY_CLASS_COUNT - 1 }),
    speedMps: fc.double({ min: 0, max: 30, noNaN: true }),
    acceleration: fc.double({ min: -6, max: 3, noNaN: true }),
  }),
  { maxLength: 40 },
);

const vehiclesOf = (list: readonly Row[]) => ({
  track: Int32Array.from(list, ({ track }) => track),
  energyClass: Uint8Array.from(list, ({ kind }) => kind),
  speedMps: Float64Array.from(list, ({ speedMps }) => speedMps),
  meteredMps: Float64Array.from(list, ({ speedMps, acceleration }) => Math.max(0, speedMps - 0.5 * acceleration)),
  departedS: new Float64Array(list.length),
  batteryJ: Float64Array.from(list, ({ kind }) => classBatteryJ[kind] / 2),
});

it('the sums by class and the sums by edge are sums of the same', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const sums = createEmissionSums(EDGES);
      const vehicles = vehiclesOf(list);
      for (let i = 0; i < 3; i++) addEmissions(0, list.length, vehicles, ground, 0.5, 900, conditions, sums);
      for (let column = 0; column < SUM_COLUMNS; column++) {
        let overEdges = 0;
        for (let edge = 0; edge < EDGES; edge++) overEdges += edgeSum(sums, edge, column);
        const total = totalSum(sums, column);
        expect(Math.abs(total - overEdges)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(total)));
      }
    }),
  );
});

it('empty rows and bicycles leave no trace', () => {
  const sums = createEmissionSums(EDGES);
  const list = [
    { track: -1, kind: PETROL_CAR, speedMps: 10, acceleration: 1 },
    { track: 0, kind: NO_DRIVE, speedMps: 5, acceleration: 0 },
  ];
  addEmissions(0, list.length, vehiclesOf(list), ground, 0.5, 900, conditions, sums);
  expect(sums).toEqual(createEmissionSums(EDGES));
});

it('counts the distance of the step that ended in a stop', () => {
  const sums = createEmissionSums(EDGES);
  const list = [{ track: 2, kind: ELECTRIC_CAR, speedMps: 0, acceleration: -4 }];
  addEmissions(0, 1, vehiclesOf(list), ground, 0.5, 900, conditions, sums);
  expect(totalSum(sums, DISTANCE_M)).toBeCloseTo(0.5, 12);
});

it('an electric car has no exhaust', () => {
  const sums = createEmissionSums(EDGES);
  const list = [{ track: 3, kind: ELECTRIC_CAR, speedMps: 15, acceleration: 1 }];
  addEmissions(0, 1, vehiclesOf(list), ground, 0.5, 900, conditions, sums);
  expect(totalSum(sums, CO2_G)).toBe(0);
});

it('one that came in within the second is reckoned from then on', () => {
  const distanceM = (departedS: number) => {
    const sums = createEmissionSums(EDGES);
    const vehicles = vehiclesOf([{ track: 2, kind: PETROL_CAR, speedMps: 10, acceleration: 0 }]);
    vehicles.departedS[0] = departedS;
    addEmissions(0, 1, vehicles, ground, 1, 900, conditions, sums);
    return totalSum(sums, DISTANCE_M);
  };
  expect(distanceM(400)).toBeCloseTo(10, 12);
  expect(distanceM(899.5)).toBeCloseTo(5, 12);
  expect(distanceM(900)).toBe(0);
});
