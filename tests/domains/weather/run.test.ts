import { describe, expect, it } from 'vitest';
import { energyDomain } from '../../../sim/domains/energy';
import { type WeatherState, weatherDomain } from '../../../sim/domains/weather';
import type { Intervention } from '../../../sim/interventions';
import type { AnyDomain } from '../../../sim/ports';
import type { Scenario } from '../../../sim/scenarios';
import { drainTown, on, runDrains } from '../drainage/drain-town';

const HOUR_S = 3_600;
const town = drainTown();

function lived(interventions: readonly Intervention[], seconds: number, changes: Partial<Scenario> = {}) {
  let weather: WeatherState | undefined;
  const watched: AnyDomain = {
    ...weatherDomain,
    step(state, context) {
      weather = state;
      weatherDomain.step(state, context);
    },
  };
  const town_ = runDrains(town, interventions, changes, [watched, energyDomain]);
  town_.engine.runTo(seconds);
  return { weather: weather as WeatherState, town: town_, hash: town_.engine.finalHash() };
}

describe('weather', () => {
  it('wets the roads while it rains, with clouds over the sun', () => {
    const rain = { ...on('steady-rain', [], { intensity: 10 }), untilSeconds: HOUR_S };
    const wet = lived([rain], 1_200);
    expect(wet.weather.rainMmPerH).toBeCloseTo(10, 3);
    expect(wet.weather.roadWetMm).toBeCloseTo(0.5, 9);
    expect(wet.weather.cloud).toBe(1);
    expect(wet.weather.groundSnowMm).toBeLessThan(1e-3);
  });

  it('lets precipitation fall as snow in cold air: it lies instead of running off, and melts when it is mild', () => {
    const snow = { ...on('snowfall', [], { intensity: 4, temperature: -4 }), untilSeconds: 2 * HOUR_S };
    const cold = lived([snow], 2 * HOUR_S, { startDay: 20 });
    expect(cold.weather.airC).toBeLessThanOrEqual(-3.9);
    expect(cold.weather.snowMmPerH).toBeGreaterThan(3.9);
    expect(cold.weather.groundSnowMm).toBeGreaterThan(3);
    expect(cold.weather.groundSnowMm).toBeLessThan(8);
    expect(cold.weather.southCover).toBe(1);
    // What lies has not run off: rain and snow add up to what fell.
    const fellMm = (4 * (2 * HOUR_S - 60)) / HOUR_S;
    const ranMm = (1_000 * cold.town.state().totals.rainM3) / (cold.town.state().run?.plan.totalM2 ?? 1);
    expect(ranMm + cold.weather.groundSnowMm).toBeGreaterThan(0.96 * fellMm);
    expect(ranMm + cold.weather.groundSnowMm).toBeLessThan(1.02 * fellMm);
    // In September the same fall is gone three hours later.
    expect(lived([snow], 5 * HOUR_S, { startDay: 266 }).weather.groundSnowMm).toBe(0);
  });

  it('lets fog come and go, and goes on from a saved moment as if nothing had been', () => {
    const fog = { ...on('fog', [], { visibility: 100 }), untilSeconds: HOUR_S };
    const thick = lived([fog], HOUR_S);
    expect(thick.weather.fogPerM).toBeCloseTo(0.03912, 9);
    const saved = weatherDomain.save(thick.weather);
    const loaded = weatherDomain.load(town, { seed: 1, startSeconds: 25_200, baseStepSeconds: 0.5 }, saved);
    expect(loaded).toEqual(thick.weather);
    expect(lived([fog], 2 * HOUR_S).weather.fogPerM).toBe(0);
    expect(lived([fog], 2 * HOUR_S).hash).toBe(lived([fog], 2 * HOUR_S).hash);
  });

  it('knows the day of a run', () => {
    expect(lived([], 60).weather.startDay).toBe(266);
    expect(lived([], 60, { startDay: 20 }).weather.startDay).toBe(20);
  });
});
