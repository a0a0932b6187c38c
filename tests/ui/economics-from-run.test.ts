import { describe, expect, it } from 'vitest';
import { type Intervention, lifeCycleOf, usualCase } from '../../sim';
import { caseOfChange, lostPerDay, lostPerSite, takeChange } from '../../src/panels/economics/from-run';

const change = (kind: string, settings = {}) => ({ id: kind, kind, targets: [], settings }) as unknown as Intervention;
const building = change('build-gallery', { stage: 'building', months: 12, landPrice: 900_000 });
const pair = {
  seconds: 3_600,
  without: { 'traffic.delay': 100, 'works.days-per-year': 800 },
  with: {
    'traffic.delay': 130,
    'works.days-per-year': 772,
    'works.gallery-length': 3.5,
    'works.capex': 350e6,
    'works.freed-land': 70,
    'works.site-days': 1 / 8,
  },
};

describe('what the card of economics takes from a run', () => {
  it('is the length, cost, land and spared digging of the galleries that it builds, over thirty years', () => {
    const tunnel = takeChange(usualCase, caseOfChange(pair, [building])!);
    expect(tunnel).toMatchObject({ lengthKm: 3.5, costYuanPerKm: 100e6, muPerKm: 20, yuanPerMu: 900_000, years: 30 });
    const { digging, parts } = lifeCycleOf(tunnel);
    expect(digging.worksDaysPerYear).toBeCloseTo(28, 9);
    expect(tunnel.buildingDays).toBeCloseTo(365.25, 9);
    expect(parts.disruption).toBeCloseTo(-365.25 * 300 * usualCase.digging.valueOfTimeYuanPerVehicleHour, 6);
  });

  it('takes the delay of building only where nothing else was changed, and nothing where no gallery is built', () => {
    expect(caseOfChange(pair, [building, change('close-road')])!.buildingVehicleHoursPerDay).toBe(0);
    expect(caseOfChange(pair, [change('close-road')])).toBeUndefined();
    expect(caseOfChange(undefined, [building])).toBeUndefined();
  });

  it('is what ten such hours lose, by street dug up where everyday works are shown, and never a gain', () => {
    expect(lostPerDay(pair)).toBe(300);
    expect(lostPerSite(pair, [change('close-road')])).toBe(300);
    expect(lostPerSite(pair, [change('street-works')])).toBeCloseTo(100, 9);
    expect(lostPerDay({ ...pair, seconds: 60 })).toBeUndefined();
    expect(lostPerDay({ ...pair, with: { ...pair.with, 'traffic.delay': 90 } })).toBeUndefined();
  });
});
