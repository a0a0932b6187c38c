import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellPowerW, recuperatedW } from '../../../../sim/domains/traffic/emissions/battery';
import { classBatteryJ, ELECTRIC_BUS, ELECTRIC_CAR } from '../../../../sim/domains/traffic/emissions/energy-classes';
import { CELLS_J, RECUPERATED_J } from '../../../../sim/domains/traffic/emissions/sums';
import { drive } from './drive';
import { nedc, traceOf } from './driving-cycles';

const cycle = traceOf(nedc, 0.5);

it('what the cells have lost is what was drawn from them, less what was missing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(ELECTRIC_CAR, ELECTRIC_BUS),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: -80, max: 80 }),
      (kind, fill, gradePerMille) => {
        const batteryJ = fill * classBatteryJ[kind];
        const driven = drive(kind, cycle, { batteryJ, gradePerMille });
        const lostJ = batteryJ - driven.batteryJ;
        expect(lostJ).toBeCloseTo(driven.column(CELLS_J) - driven.sums.missingJ, 0);
        expect(driven.batteryJ).toBeGreaterThanOrEqual(0);
        expect(driven.batteryJ).toBeLessThanOrEqual(classBatteryJ[kind]);
      },
    ),
    { numRuns: 20 },
  );
});

it('a car whose cells run empty is charged as missing for the rest of its way, not driven for nothing', () => {
  const enough = drive(ELECTRIC_CAR, cycle);
  const empty = drive(ELECTRIC_CAR, cycle, { batteryJ: 1e6 });
  expect(enough.sums.missingJ).toBe(0);
  expect(empty.sums.missingJ).toBeGreaterThan(0);
  expect(empty.batteryJ).toBeLessThan(1e6);
});

it('full cells take nothing back downhill', () => {
  const full = drive(ELECTRIC_CAR, cycle, { batteryJ: classBatteryJ[ELECTRIC_CAR], gradePerMille: -60 });
  const half = drive(ELECTRIC_CAR, cycle, { gradePerMille: -60 });
  expect(half.batteryJ).toBeGreaterThan(classBatteryJ[ELECTRIC_CAR] / 2);
  expect(full.batteryJ).toBeLessThanOrEqual(classBatteryJ[ELECTRIC_CAR]);
  expect(full.column(RECUPERATED_J)).toBeLessThan(0.5 * half.column(RECUPERATED_J));
});

it('braking never gives back more than it took, nor anything at walking pace', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -200e3, max: 200e3, noNaN: true }),
      fc.double({ min: 0, max: 40, noNaN: true }),
      (wheelW, speedMps) => {
        const backW = recuperatedW(ELECTRIC_CAR, wheelW, speedMps);
        expect(backW).toBeGreaterThanOrEqual(0);
        expect(backW).toBeLessThanOrEqual(Math.max(0, -wheelW));
        expect(cellPowerW(ELECTRIC_CAR, wheelW, speedMps, 0)).toBeGreaterThanOrEqual(Math.min(wheelW, 0));
        if (speedMps < 1.4) expect(backW).toBe(0);
      },
    ),
  );
});
