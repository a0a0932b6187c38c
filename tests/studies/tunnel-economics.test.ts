import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annuityFactor,
  costYuanPerKmOf,
  discount,
  entryFeeYuan,
  impliedCostYuanPerKm,
  landResult,
  lifeCycleOf,
  lineFees,
  lostOverDay,
  muPerKmOfStrip,
  netPresentValue,
  publishedCases,
  usualCase,
  usualLines,
} from '../../sim/studies';

const million = (yuan: number) => Math.round(yuan / 1e6);
const of = (name: string) => publishedCases.find((each) => each.name === name)!;
const resultOf = (name: string) => {
  const found = of(name);
  return landResult({ ...found, costYuanPerKm: found.costYuanPerKm! });
};

describe('land that a tunnel frees', () => {
  it('gives the published rows to the digit', () => {
    expect(million(resultOf('hunnan-claimed').grossYuan)).toBe(1_680);
    expect(million(resultOf('hunnan-claimed').netYuan)).toBe(1_000);
    expect(of('hunnan-claimed').costYuanPerKm! / 1e6).toBeCloseTo(21.25, 10);
    expect(resultOf('hunnan-claimed').breakEvenYuanPerKm / 1e6).toBeCloseTo(52.5, 10);
    expect(of('hunnan-break-even').costYuanPerKm).toBe(52.5e6);
    expect(resultOf('hunnan-break-even').netYuan).toBe(0);
    expect(million(resultOf('hunnan-national').netYuan)).toBe(-1_616);
    expect(million(resultOf('hengqin').grossYuan)).toBe(420);
    expect(million(resultOf('hengqin').netYuan)).toBe(-1_580);
    expect(Math.round(of('hengqin').muPerKm)).toBe(18);
    expect(of('pilot-cities').muPerKm).toBeCloseTo(8.4, 10);
    expect(of('pilot-cities').costYuanPerKm).toBeNull();
  });

  it('says nothing is left at the break-even, more below it and less above, whatever the case', () => {
    const cases = fc.record({
      lengthKm: fc.double({ min: 0.1, max: 500, noNaN: true }),
      muPerKm: fc.double({ min: 1, max: 200, noNaN: true }),
      yuanPerMu: fc.double({ min: 1e4, max: 1e7, noNaN: true }),
    });
    fc.assert(
      fc.property(cases, (each) => {
        const at = landResult({ ...each, costYuanPerKm: 0 }).breakEvenYuanPerKm;
        const net = (costYuanPerKm: number) => landResult({ ...each, costYuanPerKm }).netYuan;
        expect(Math.abs(net(at)) / (at * each.lengthKm)).toBeLessThan(1e-12);
        expect(net(0.9 * at)).toBeGreaterThan(0);
        expect(net(1.1 * at)).toBeLessThan(0);
        expect(impliedCostYuanPerKm(each, net(0.3 * at)) / at).toBeCloseTo(0.3, 9);
      }),
    );
  });

  it('takes a mu and a half a kilometre for each metre of a strip: fifty metres for Hunnan', () => {
    expect(muPerKmOfStrip(50)).toBeCloseTo(75, 10);
    expect(resultOf('hunnan-claimed').stripM).toBeCloseTo(50, 10);
  });

  it('costs 50 to 130 millions a kilometre by compartments, three of them the mean of 2022', () => {
    expect([1, 2, 3, 4].map((n) => million(costYuanPerKmOf(n)))).toEqual([50, 77, 103, 130]);
    expect(() => costYuanPerKmOf(5)).toThrow('expected 1 to 4');
  });
});

describe('present value', () => {
  it('of a constant annuity is the textbook factor', () => {
    // 50 years at 6 %: 15.7619 (any table of annuities).
    expect(annuityFactor(0.06, 50)).toBeCloseTo(15.7619, 4);
    const yearly = Array.from({ length: 51 }, (_, year) => (year === 0 ? 0 : 1));
    expect(netPresentValue(yearly, 0.06)).toBeCloseTo(annuityFactor(0.06, 50), 10);
    expect(annuityFactor(0, 50)).toBe(50);
    expect(discount(0.06, 10)).toBeCloseTo(1 / 1.06 ** 10, 12);
  });
});

describe('a tunnel over its life', () => {
  const base = { ...usualCase, digging: { ...usualCase.digging, vehicleHoursPerDay: 200 } };
  const total = (change: Partial<typeof base>) => lifeCycleOf({ ...base, ...change }).totalYuan;

  it('is the sum of its parts, with the land and the building as in the land case', () => {
    const { parts, totalYuan, land } = lifeCycleOf(base);
    expect(Object.values(parts).reduce((sum, one) => sum + one, 0)).toBeCloseTo(totalYuan, 3);
    expect(parts.land + parts.building).toBeCloseTo(land.netYuan, 3);
    const digs = base.digging.digsPerKmYear * base.lengthKm;
    const delay = digs * base.digging.daysPerDig * 200 * base.digging.valueOfTimeYuanPerVehicleHour;
    expect(parts.delay / (delay * annuityFactor(0.06, 50))).toBeCloseTo(1, 10);
  });

  it('is worth less the dearer it is, more the more land it frees, and less the higher the rate while benefits last', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 10e6, max: 200e6, noNaN: true }),
        fc.double({ min: 1, max: 200, noNaN: true }),
        fc.double({ min: 0.01, max: 0.15, noNaN: true }),
        (costYuanPerKm, muPerKm, rate) => {
          const here = { costYuanPerKm, muPerKm, rate };
          expect(total({ ...here, costYuanPerKm: 1.05 * costYuanPerKm })).toBeLessThan(total(here));
          expect(total({ ...here, muPerKm: 1.05 * muPerKm })).toBeGreaterThan(total(here));
          const steady = { ...here, upkeepYuanPerKmYear: 0, renewalShare: 0 };
          expect(total({ ...steady, rate: 1.05 * rate })).toBeLessThan(total(steady));
        },
      ),
    );
  });

  it('is renewed once in so many years, but not in the last', () => {
    const renewal = (renewalYears: number) => lifeCycleOf({ ...base, rate: 0, renewalYears }).parts.renewal;
    const cost = base.costYuanPerKm * base.lengthKm * base.renewalShare;
    expect(renewal(17) / cost).toBeCloseTo(-2, 10); // after 17 and 34 years
    expect(renewal(25) / cost).toBeCloseTo(-1, 10); // after 25; the fiftieth year is the last
  });
});

describe('what lines pay, as in Chengdu', () => {
  it('is to come in what burying would have cost, each time anew', () => {
    const [power] = usualLines;
    expect(entryFeeYuan({ ...power, buriedForYears: 25 }, 32, 50)).toBe(2 * 32 * power.burialYuanPerKm);
    expect(entryFeeYuan({ ...power, buriedForYears: 25 }, 32, 51)).toBe(3 * 32 * power.burialYuanPerKm);
  });

  it('is for upkeep its share of the space, all of it together', () => {
    const fees = lineFees(usualLines, 32, 50, 24e6);
    expect(fees.reduce((sum, { upkeepYuanPerYear }) => sum + upkeepYuanPerYear, 0)).toBeCloseTo(24e6, 3);
    expect(fees[0].upkeepYuanPerYear / fees[1].upkeepYuanPerYear).toBeCloseTo(6 / 2.5, 10);
  });
});

describe('a day with a lane shut', () => {
  it('goes through both hours that were measured and is nowhere a gain', () => {
    const shares = Array.from({ length: 24 }, (_, hour) => (hour === 7 ? 0.12 : hour === 10 ? 0.05 : 0));
    const busy = { shareOfDay: 0.12, lostVehicleHours: 40 };
    const calm = { shareOfDay: 0.05, lostVehicleHours: 5 };
    expect(lostOverDay(busy, calm, shares)).toBeCloseTo(45, 10);
    const chance = { shareOfDay: 0.12, lostVehicleHours: -3 };
    expect(lostOverDay(chance, { shareOfDay: 0.05, lostVehicleHours: 1 }, shares)).toBeCloseTo(12, 10);
    expect(lostOverDay(chance, { shareOfDay: 0.05, lostVehicleHours: -1 }, shares)).toBe(0);
  });
});
