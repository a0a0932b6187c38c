import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chargingAt, createChargingProfile, growCharging } from '../../../../sim/domains/energy/demand';
import type { CompiledScene, RoadsFile } from '../../../../sim/scene';
import { madeScene } from '../made-scene';

type Site = RoadsFile['chargingSites'][number];
const site = (id: string, changes: Partial<Site> = {}): Site => {
  return { id, edge: 'e', at: [0, 0], chargers: [{ count: 12, powerKw: 7 }], ...changes };
};

function sitesScene(sites: readonly Site[], use: 'housing' | 'office' = 'housing'): CompiledScene {
  const roads = {
    driveOn: 'right',
    streets: [],
    nodes: [],
    edges: [],
    junctions: [],
    signals: [],
    stops: [],
    busLines: [],
    parking: [],
  };
  return madeScene({
    buildings: [{ id: 'near', use }],
    networks: { roads: { ...roads, chargingSites: [...sites] } as RoadsFile },
  });
}

/** Kilowatts of the first site in each hour of a day. */
function hoursOf(scene: CompiledScene, seed: number, day: number): number[] {
  const profile = createChargingProfile(scene, seed);
  const kw = new Float64Array(profile.siteCount);
  return Array.from({ length: 24 }, (_, hour) => {
    chargingAt(profile, day, hour * 3_600, 3_600, kw);
    return kw[0];
  });
}

describe('charging where nobody drives', () => {
  it('gives, over weeks, what public plugs give in the mean: 6.4 % of their rating, 1,624 kWh a month and point of 35 kW', () => {
    const scene = sitesScene([site('a', { chargers: [{ count: 10, powerKw: 60 }] })]);
    const profile = createChargingProfile(scene, 3);
    const kw = new Float64Array(1);
    let kwh = 0;
    for (let day = 0; day < 120; day++) {
      chargingAt(profile, day, 0, 86_400, kw);
      kwh += 24 * kw[0];
    }
    const mean = kwh / (120 * 24 * 600);
    expect(mean / 0.0636).toBeGreaterThan(0.9);
    expect(mean / 0.0636).toBeLessThan(1.1);
  });

  it('never passes a site’s limit, and loses nothing by it: what is not given now is given later', () => {
    const free = sitesScene([site('a', { chargers: [{ count: 30, powerKw: 7 }] })], 'office');
    const tight = sitesScene([site('a', { chargers: [{ count: 30, powerKw: 7 }], limitKw: 25 })], 'office');
    const sum = (scene: CompiledScene) => {
      const found = [10, 11, 12, 13, 14].flatMap((day) => hoursOf(scene, 5, day));
      return { kwh: found.reduce((all, each) => all + each, 0), most: Math.max(...found) };
    };
    expect(sum(free).most).toBeGreaterThan(25);
    expect(sum(tight).most).toBeLessThanOrEqual(25 + 1e-9);
    expect(sum(tight).kwh / sum(free).kwh).toBeGreaterThan(0.97);
  });

  it('is an evening’s work at home and a morning’s at work', () => {
    const mean = (use: 'housing' | 'office', from: number, to: number) => {
      let kwh = 0;
      for (let day = 5; day < 25; day++) {
        const hours = hoursOf(sitesScene([site('a')], use), 2, day);
        for (let hour = from; hour < to; hour++) kwh += hours[hour];
      }
      return kwh / (to - from);
    };
    expect(mean('housing', 17, 23)).toBeGreaterThan(2.5 * mean('housing', 6, 11));
    expect(mean('office', 9, 12)).toBeGreaterThan(4 * mean('office', 19, 23));
  });

  it('is the same whatever day was asked before, adds up over steps of any length, and differs by seed', () => {
    const scene = sitesScene([site('a'), site('b', { chargers: [{ count: 4, powerKw: 120 }], limitKw: 200 })]);
    const kw = new Float64Array(2);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 60, max: 9_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        (day, step, second) => {
          const profile = createChargingProfile(scene, 4);
          chargingAt(profile, day, second, step, kw);
          const whole = [...kw];
          chargingAt(profile, (day + 200) % 365, second, step, kw);
          const halves = [0, 0];
          for (const k of [0, 1]) {
            chargingAt(profile, day, second + (k * step) / 2, step / 2, kw);
            halves[0] += kw[0] / 2;
            halves[1] += kw[1] / 2;
          }
          expect(halves[0]).toBeCloseTo(whole[0], 9);
          expect(halves[1]).toBeCloseTo(whole[1], 9);
        },
      ),
      { numRuns: 25 },
    );
    expect(hoursOf(scene, 1, 50)).not.toEqual(hoursOf(scene, 2, 50));
    expect(hoursOf(scene, 1, 50)).toEqual(hoursOf(scene, 1, 50));
  });

  it('sends as many more cars as take what more is to be charged, those of before among them', () => {
    const scene = sitesScene([site('a', { chargers: [{ count: 60, powerKw: 60 }] })]);
    const profile = createChargingProfile(scene, 3);
    const kw = new Float64Array(1);
    const sum = () => {
      let kwh = 0;
      for (let day = 0; day < 60; day++) {
        chargingAt(profile, day, 0, 86_400, kw);
        kwh += 24 * kw[0];
      }
      return kwh;
    };
    const usual = sum();
    const more = 4_000;
    growCharging(profile, more);
    expect((sum() - usual) / 60 / more).toBeGreaterThan(0.93);
    expect((sum() - usual) / 60 / more).toBeLessThan(1.07);
    growCharging(profile, 0);
    expect(sum()).toBe(usual);
  });

  it('asks nothing where there is no site', () => {
    const profile = createChargingProfile(madeScene({}), 1);
    expect(profile.siteCount).toBe(0);
    chargingAt(profile, 0, 0, 900, new Float64Array(0));
  });
});
