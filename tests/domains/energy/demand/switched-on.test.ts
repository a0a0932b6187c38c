import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDemand, retrofit, saveDemand } from '../../../../sim/domains/energy/demand';
import { waitingAfter } from '../../../../sim/domains/energy/demand/pickup';
import { createWeather, emptyWeather, weatherAt } from '../../../../sim/domains/energy/weather';
import { Decoder, Encoder } from '../../../../sim/kernel';
import { servedScene, still, tryDemand } from './try-demand';

const H = 3_600;
const mild = { airC: 18, mainsC: 12 };

function wholeYearKwhPerM2(trial: ReturnType<typeof tryDemand>): number {
  let kwh = 0;
  for (let dayIndex = 0; dayIndex < 365; dayIndex += 1) {
    for (let hour = 0; hour < 24; hour += 2) {
      const asked = trial.step(still({ ...mild, dayIndex, secondOfDay: hour * H + H }), 2 * H);
      for (let i = 0; i < trial.plan.count; i++) kwh += 2 * (asked.electricKw[i] - asked.localCoolingKw[i]);
    }
  }
  return kwh / trial.plan.floorM2.reduce((sum, each) => sum + each, 0);
}

describe('what people switch on', () => {
  it('adds up over a year to what its use is given, with the light of the reference’s time', () => {
    const homes = Array.from({ length: 40 }, (_, i) => ({ id: `h${i}`, use: 'housing' as const }));
    const reference = wholeYearKwhPerM2(tryDemand(servedScene(homes), { seed: 1, standard: 'reference' }));
    expect(reference / 18).toBeGreaterThan(0.93);
    expect(reference / 18).toBeLessThan(1.07);
    const asBuilt = wholeYearKwhPerM2(tryDemand(servedScene(homes), { seed: 1 }));
    expect(asBuilt / reference).toBeLessThan(0.97);
  });

  it('follows the clock: offices by day, homes in the evening, and Sunday is not Monday', () => {
    const trial = tryDemand([
      { id: 'home', use: 'housing', residents: 20 },
      { id: 'office', use: 'office', jobs: 30 },
    ]);
    const kw = (id: string, dayIndex: number, hour: number) =>
      trial.ask(still({ ...mild, dayIndex, secondOfDay: hour * H })).electricKw[trial.slotOf(id)];
    const [wednesday, sunday, newYear] = [13, 17, 0];
    expect(kw('home', wednesday, 20)).toBeGreaterThan(2 * kw('home', wednesday, 3));
    expect(kw('office', wednesday, 10.5)).toBeGreaterThan(2.5 * kw('office', wednesday, 3));
    expect(kw('office', sunday, 10.5)).toBeLessThan(0.5 * kw('office', wednesday, 10.5));
    expect(kw('office', newYear, 10.5)).toBeLessThan(0.5 * kw('office', wednesday, 10.5));
  });

  it('is another luck with another seed, the same whenever it is asked, and smooth from hour to hour', () => {
    const of = (seed: number) => tryDemand([{ id: 'a', use: 'housing' }], { seed });
    const at = (trial: ReturnType<typeof tryDemand>, seconds: number) =>
      trial.ask(still({ ...mild, secondOfDay: seconds })).electricKw[0];
    const trial = of(3);
    const noon = at(trial, 43_200);
    at(trial, 80_000);
    expect(at(trial, 43_200)).toBe(noon);
    expect(at(of(3), 43_200)).toBe(noon);
    expect(at(of(4), 43_200)).not.toBe(noon);
    expect(at(trial, 43_199.9)).toBeCloseTo(noon, 3);
  });

  it('keeps tap water, hobs and processes on the networks that are there, and on the socket where they are not', () => {
    const part = { id: 'a', use: 'hospital', beds: 20, jobs: 20 } as const;
    const asked = (trial: ReturnType<typeof tryDemand>) => {
      const { electricKw, heatKw, gasKw, hotWaterKw } = trial.ask(
        still({ airC: 12, dayIndex: 110, secondOfDay: 11 * H, mainsC: 10 }),
      );
      return { electricKw: electricKw[0], heatKw: heatKw[0], gasKw: gasKw[0], hotWaterKw: hotWaterKw[0] };
    };
    const hot = asked(tryDemand(servedScene([part], 90)));
    const low = asked(tryDemand(servedScene([part], 45)));
    const alone = asked(tryDemand([part]));
    expect(hot.gasKw).toBeGreaterThan(0);
    expect(low.hotWaterKw / hot.hotWaterKw).toBeCloseTo(30 / 35, 9);
    expect(low.electricKw - hot.electricKw).toBeCloseTo(hot.hotWaterKw - low.hotWaterKw, 9);
    expect(alone.heatKw).toBe(0);
    expect(alone.gasKw).toBe(0);
    expect(alone.electricKw - hot.electricKw).toBeCloseTo(hot.hotWaterKw + 0.62 * hot.gasKw, 9);
  });
});

describe('after an outage', () => {
  const evening = still({ ...mild, secondOfDay: 20 * H });

  it('brings thermostats back at up to two and a half times their mean, less after a short one, gone in a few hours', () => {
    const pickupAfter = (minutes: number) => {
      const trial = tryDemand([{ id: 'a', use: 'housing' }]);
      trial.step(evening, 60);
      trial.supply.electricity.fill(0);
      for (let k = 0; k < minutes; k++) trial.step(evening, 60);
      trial.supply.electricity.fill(1);
      const { thermostatKw } = trial.plan;
      const first = trial.step(evening, 60).pickupKw[0] / thermostatKw[0];
      for (let k = 0; k < 300; k++) trial.step(evening, 60);
      return { first, later: trial.asked.pickupKw[0] / thermostatKw[0] };
    };
    expect(pickupAfter(0).first).toBe(0);
    expect(pickupAfter(5).first).toBeLessThan(0.4);
    expect(pickupAfter(60).first).toBeGreaterThan(1.2);
    expect(pickupAfter(600).first).toBeLessThanOrEqual(1.5);
    expect(pickupAfter(60).later).toBeLessThan(0.01);
  });

  it('counts the same in one step as in two, and never leaves 0 to 1', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        fc.constantFrom(0, 1),
        fc.double({ min: 1, max: 9_000, noNaN: true }),
        (waiting, powered, seconds) => {
          const waits = (w: number, s: number) => waitingAfter(w, powered, Math.exp(-s / 1_800), Math.exp(-s / 2_400));
          const once = waits(waiting, seconds);
          expect(waits(waits(waiting, seconds / 2), seconds / 2)).toBeCloseTo(once, 9);
          expect(once).toBeGreaterThanOrEqual(0);
          expect(once).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('demand response', () => {
  it('takes a share off, and later makes up for what can be put off, to the last part in a million', () => {
    const trial = tryDemand([{ id: 'a', use: 'industry', jobs: 20 }]);
    const plain = tryDemand([{ id: 'a', use: 'industry', jobs: 20 }]);
    const noon = still({ ...mild, secondOfDay: 11.5 * H });
    let [kwh, usual] = [0, 0];
    const step = () => {
      kwh += trial.step(noon).electricKw[0] / 4;
      usual += plain.step(noon).electricKw[0] / 4;
    };
    trial.controls.curtailedShare[0] = 0.3;
    for (let k = 0; k < 8; k++) step();
    const saved = usual - kwh;
    expect(saved).toBeGreaterThan(0.1 * usual);
    expect(trial.state.deferredKwh[0]).toBeCloseTo(0.6 * saved, 9);
    trial.controls.curtailedShare[0] = 0;
    step();
    expect(trial.asked.electricKw[0]).toBeGreaterThan(plain.asked.electricKw[0]);
    for (let k = 0; k < 400; k++) step();
    expect((usual - kwh) / (0.4 * saved)).toBeCloseTo(1, 6);
  });
});

describe('a saved state', () => {
  it('goes on bit for bit as if it had not been saved, outage, retrofit and what was put off included', () => {
    const parts = [
      { id: 'a', use: 'housing', residents: 30 },
      { id: 'b', use: 'office', jobs: 30 },
      { id: 'c', use: 'industry', jobs: 30 },
    ] as const;
    const scene = servedScene(parts);
    const weather = createWeather(scene, { seed: 9, startSeconds: 0, startDay: 20 });
    const now = emptyWeather();
    const straight = tryDemand(scene);
    const steps = (trial: ReturnType<typeof tryDemand>, from: number, to: number) => {
      for (let k = from; k < to; k++) {
        trial.supply.electricity.fill(k > 20 && k < 30 ? 0 : 1);
        trial.supply.heat.fill(k > 24 && k < 44 ? 0.2 : 1);
        trial.controls.curtailedShare.fill(k > 10 && k < 20 ? 0.2 : 0);
        trial.step(weatherAt(weather, k * 900, now));
      }
    };
    retrofit(straight.state, 1, 0);
    steps(straight, 0, 28);
    const out = new Encoder('demand', 1);
    saveDemand(straight.state, out);
    const resumed = tryDemand(scene);
    const loaded = loadDemand(resumed.state, new Decoder(out.finish(), 'demand', 1));
    Object.assign(resumed.state, loaded);
    steps(straight, 28, 80);
    steps(resumed, 28, 80);
    for (const field of ['massC', 'airC', 'powered', 'waiting', 'deferredKwh', 'envelope'] as const) {
      expect(Array.from(resumed.state[field])).toEqual(Array.from(straight.state[field]));
    }
    expect(Array.from(resumed.asked.heatKw)).toEqual(Array.from(straight.asked.heatKw));
  });
});
