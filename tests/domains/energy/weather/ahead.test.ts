/** The weather of a copy that is lived ahead: what has been and the forecast of the day stay, the hours to come part. */
import { describe, expect, it } from 'vitest';
import { createWeather, emptyWeather, weatherAt } from '../../../../sim/domains/energy/weather';
import { sceneOf } from '../../../city/scenes';

const scene = sceneOf('eco-park');
const HOUR_S = 3_600;
const run = { seed: 3, startSeconds: 7 * HOUR_S };
/** A quarter past ten. */
const FORK_S = 10.25 * HOUR_S;
const ahead = (seed: number) => createWeather(scene, { ...run, otherLuck: { seed, fromSeconds: FORK_S } });
const at = (weather: ReturnType<typeof createWeather>, clockS: number) => ({
  ...weatherAt(weather, clockS - run.startSeconds, emptyWeather()),
});

describe('weather ahead', () => {
  const own = createWeather(scene, run);
  const one = ahead(11);
  const other = ahead(12);

  it('is the run’s own until the hour after the one that it is in is full', () => {
    for (let clockS = run.startSeconds; clockS <= 11 * HOUR_S; clockS += 600) {
      expect(at(one, clockS)).toEqual(at(own, clockS));
    }
    const airAhead = Array.from({ length: 12 }, (_, k) => at(one, (12 + k) * HOUR_S).airC);
    expect(airAhead).toEqual(Array.from({ length: 12 }, (_, k) => at(own, (12 + k) * HOUR_S).airC));
  });

  it('parts from there on in sun and wind, differently in each future, and without a jump', () => {
    const winds = [own, one, other].map((weather) => at(weather, 15 * HOUR_S).windMps);
    expect(new Set(winds).size).toBe(3);
    const clouds = [own, one, other].map((weather) => at(weather, 14 * HOUR_S).globalWPerM2);
    expect(new Set(clouds).size).toBe(3);
    const step = Math.abs(at(one, 11 * HOUR_S + 1).windMps - at(one, 11 * HOUR_S).windMps);
    expect(step).toBeLessThan(0.01);
  });

  it('keeps to the forecast of the day as chance does: no sunnier nor windier on the mean of many futures', () => {
    const afternoon = (weather: ReturnType<typeof createWeather>) =>
      [13, 14, 15, 16].reduce((sum, hour) => sum + at(weather, hour * HOUR_S).windMps / 4, 0);
    const futures = Array.from({ length: 60 }, (_, k) => afternoon(ahead(100 + k)));
    const days = Array.from({ length: 60 }, (_, k) =>
      afternoon(createWeather(scene, { ...run, seed: 3, otherLuck: { seed: 200 + k, fromSeconds: 0 } })),
    );
    const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    expect(Math.abs(mean(futures) / mean(days) - 1)).toBeLessThan(0.15);
  });
});
