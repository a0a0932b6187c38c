import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weather, WeatherNow } from '../../../../sim/domains/energy/weather';
import { coldSnap, createWeather, emptyWeather, heatWave, weatherAt } from '../../../../sim/domains/energy/weather';
import { hasScene, sceneFromFolder } from '../../traffic/scene-folder';
import { madeScene } from '../made-scene';

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const YEAR_S = 365 * 86_400;

const month = fc
  .record({
    meanC: fc.double({ min: -15, max: 30, noNaN: true }),
    half: fc.double({ min: 2, max: 8, noNaN: true }),
    rainMm: fc.double({ min: 0, max: 400, noNaN: true }),
    sunHours: fc.double({ min: 60, max: 250, noNaN: true }),
    windMps: fc.double({ min: 0.5, max: 8, noNaN: true }),
    humidity: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
  })
  .map(({ meanC, half, ...rest }) => ({ meanC, dailyMaxC: meanC + half, dailyMinC: meanC - half, ...rest }));
const months = fc.array(month, { minLength: 12, maxLength: 12 });
const anySeconds = fc.double({ min: 0, max: YEAR_S - 1, noNaN: true });

const copyOf = (now: WeatherNow): WeatherNow => ({ ...now, sun: { ...now.sun } });
const look = (weather: Weather, seconds: number) => copyOf(weatherAt(weather, seconds, emptyWeather()));

/** Sums over the hours of each month. */
function byMonth(weather: Weather) {
  const now = emptyWeather();
  return DAYS_OF_MONTH.map((days, m) => {
    const first = DAYS_OF_MONTH.slice(0, m).reduce((sum, n) => sum + n, 0);
    const sums = { airC: 0, windMps: 0, humidity: 0, rainMm: 0, highestC: 0, lowestC: 0 };
    for (let day = first; day < first + days; day++) {
      let [highest, lowest] = [-Infinity, Infinity];
      for (let hour = 0; hour < 24; hour++) {
        weatherAt(weather, day * 86_400 + hour * 3_600, now);
        sums.airC += now.airC / (24 * days);
        sums.windMps += now.windMps / (24 * days);
        sums.humidity += now.humidity / (24 * days);
        sums.rainMm += now.rainMmPerH;
        highest = Math.max(highest, now.airC);
        lowest = Math.min(lowest, now.airC);
      }
      sums.highestC += highest / days;
      sums.lowestC += lowest / days;
    }
    return sums;
  });
}

describe('a year of weather made from a climate', () => {
  it('has the climate’s months whatever the luck: wind and rain as given, temperature within 0.35 K and extremes within 2 K however months leap', () => {
    fc.assert(
      fc.property(months, fc.nat(), (given, seed) => {
        const found = byMonth(createWeather(madeScene({ months: given }), { seed, startSeconds: 0, startDay: 1 }));
        found.forEach((one, m) => {
          expect(Math.abs(one.airC - given[m].meanC)).toBeLessThan(0.35);
          expect(Math.abs(one.windMps - given[m].windMps)).toBeLessThan(1e-9);
          expect(Math.abs(one.rainMm - given[m].rainMm)).toBeLessThan(1e-6);
          expect(Math.abs(one.highestC - given[m].dailyMaxC)).toBeLessThan(2);
          expect(Math.abs(one.lowestC - given[m].dailyMinC)).toBeLessThan(2);
        });
      }),
      { numRuns: 3 },
    );
  });

  it('is the same at a moment whatever was asked before, and from whichever day the run began', () => {
    const scene = madeScene({ months: QINGDAO });
    fc.assert(
      fc.property(
        fc.array(anySeconds, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 365 }),
        (moments, startDay) => {
          const settings = { seed: 7, startSeconds: 0, startDay };
          const forwards = createWeather(scene, settings);
          const backwards = createWeather(scene, settings);
          const seen = moments.map((seconds) => look(forwards, seconds));
          const again = [...moments]
            .reverse()
            .map((seconds) => look(backwards, seconds))
            .reverse();
          expect(again).toEqual(seen);
          const fromNewYear = createWeather(scene, { seed: 7, startSeconds: 0, startDay: 1 });
          for (const [i, seconds] of moments.entries()) {
            const { airC } = look(fromNewYear, Math.round(seconds) + (startDay - 1) * 86_400);
            expect(airC).toBeCloseTo(look(forwards, Math.round(seconds)).airC, 9);
            expect(seen[i].dayIndex).toBe((startDay - 1 + Math.floor(seconds / 86_400)) % 365);
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('has Qingdao’s months within 0.06 K, and its days’ extremes within 0.6 K', () => {
    const found = byMonth(createWeather(madeScene({ months: QINGDAO }), { seed: 1, startSeconds: 0, startDay: 1 }));
    found.forEach((one, m) => {
      expect(Math.abs(one.airC - QINGDAO[m].meanC)).toBeLessThan(0.06);
      expect(Math.abs(one.highestC - QINGDAO[m].dailyMaxC)).toBeLessThan(0.6);
      expect(Math.abs(one.lowestC - QINGDAO[m].dailyMinC)).toBeLessThan(0.6);
      expect(Math.abs(one.humidity - QINGDAO[m].humidity)).toBeLessThan(0.03);
    });
  });

  it('has other days with another seed, and the same ones with the same', () => {
    const scene = madeScene({ months: QINGDAO });
    const noonOf = (seed: number) => {
      const weather = createWeather(scene, { seed, startSeconds: 43_200, startDay: 1 });
      return Array.from({ length: 60 }, (_, day) => look(weather, day * 86_400).airC);
    };
    expect(noonOf(3)).toEqual(noonOf(3));
    expect(noonOf(3)).not.toEqual(noonOf(4));
  });

  it('never leaps: a minute changes the air by less than a tenth of a degree, midnight and New Year included', () => {
    const weather = createWeather(madeScene({ months: QINGDAO }), { seed: 11, startSeconds: 0, startDay: 364 });
    let before = look(weather, 0).airC;
    for (let seconds = 60; seconds < 4 * 86_400; seconds += 60) {
      const { airC } = look(weather, seconds);
      expect(Math.abs(airC - before)).toBeLessThan(0.1);
      before = airC;
    }
  });

  it('resembles the day before: the daily means hang together as WGEN’s do, some 0.6 to 0.8', () => {
    const { meanC } = createWeather(madeScene({ months: QINGDAO }), { seed: 5, startSeconds: 0 }).hours.days;
    const season = (day: number) => {
      let sum = 0;
      for (let k = -15; k <= 15; k++) sum += meanC[(day + k + 365) % 365] / 31;
      return sum;
    };
    const off = Array.from(meanC, (value, day) => value - season(day));
    const product = (lag: number) => off.reduce((sum, value, day) => sum + value * off[(day + lag) % 365], 0);
    expect(product(1) / product(0)).toBeGreaterThan(0.45);
    expect(product(1) / product(0)).toBeLessThan(0.85);
  });

  it('splits radiation so that beam and diffuse make the whole, by day, and is dark at night', () => {
    const weather = createWeather(madeScene({ months: QINGDAO }), { seed: 5, startSeconds: 0, startDay: 1 });
    fc.assert(
      fc.property(anySeconds, (seconds) => {
        const now = look(weather, seconds);
        const { sinElevation, extraterrestrialWPerM2 } = now.sun;
        if (sinElevation <= 0) {
          expect(now.globalWPerM2).toBe(0);
          expect(now.beamWPerM2).toBe(0);
          return;
        }
        expect(now.diffuseWPerM2 + now.beamWPerM2 * sinElevation).toBeCloseTo(now.globalWPerM2, 9);
        expect(now.globalWPerM2).toBeLessThanOrEqual(0.8 * extraterrestrialWPerM2 * sinElevation + 1e-9);
        expect(now.beamWPerM2).toBeGreaterThanOrEqual(0);
        expect(now.humidity).toBeGreaterThan(0);
        expect(now.humidity).toBeLessThanOrEqual(1);
        expect(now.wetBulbC).toBeLessThan(now.airC + 1);
      }),
    );
  });

  it('keeps 15 °C, without rain, where a scene has no climate, and is a number at the pole too', () => {
    for (const latitudeDeg of [0, 84, -84]) {
      const weather = createWeather(madeScene({ latitudeDeg }), { seed: 1, startSeconds: 0, startDay: 1 });
      for (let seconds = 0; seconds < YEAR_S; seconds += 86_400 * 5 + 3_333) {
        const now = look(weather, seconds);
        for (const value of [now.airC, now.humidity, now.globalWPerM2, now.beamWPerM2, now.seaC, now.windMps]) {
          expect(Number.isFinite(value)).toBe(true);
        }
        expect(now.rainMmPerH).toBe(0);
      }
    }
  });
});

describe('weather that somebody asks for', () => {
  it('is the named day, hour by hour, every day of the run', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => ({
      temperatureC: hour,
      cloud: hour < 12 ? 0.2 : 0.9,
      rainMmPerH: hour === 3 ? 5 : 0,
      windMps: 4,
      windFromDeg: 0,
    }));
    const days = [{ id: 'odd', name: { zh: '怪', en: 'Odd' }, month: 7, hours }];
    const scene = madeScene({ months: QINGDAO, days });
    const weather = createWeather(scene, { seed: 1, startSeconds: 0, weatherDay: 'odd' });
    expect(weather.startDay).toBe(196);
    for (const day of [0, 1, 17]) {
      for (let hour = 0; hour < 23; hour++) {
        const now = look(weather, day * 86_400 + hour * 3_600 + 1_800);
        expect(now.airC).toBeCloseTo(hour + 0.5, 12);
        expect(now.rainMmPerH).toBe(hour === 3 ? 5 : 0);
      }
    }
    expect(look(weather, 43_200 - 3_601).globalWPerM2).toBeGreaterThan(2 * look(weather, 43_200 + 3_601).globalWPerM2);
    const humidities = [4, 12, 20].map((hour) => look(weather, hour * 3_600).humidity);
    expect(humidities[0]).toBeGreaterThan(humidities[1]);
    expect(humidities[1]).toBeGreaterThan(humidities[2]);
    expect(look(weather, 11.5 * 3_600).humidity).toBeCloseTo(weather.hours.days.humidity[195], 9);
    expect(() => createWeather(scene, { seed: 1, startSeconds: 0, weatherDay: 'none' })).toThrow(/none/);
  });

  it('is hotter by the whole of a heat wave within it, by half at half of its ramp, and untouched outside', () => {
    const settings = { seed: 1, startSeconds: 0, startDay: 200 };
    const plain = createWeather(madeScene({ months: QINGDAO }), settings);
    const hot = createWeather(madeScene({ months: QINGDAO }), settings);
    hot.events = [heatWave(2 * 86_400, 3, 6)];
    const warmer = (seconds: number) => look(hot, seconds).airC - look(plain, seconds).airC;
    expect(warmer(2 * 86_400)).toBe(0);
    expect(warmer(2 * 86_400 + 21_600)).toBeCloseTo(3, 9);
    expect(warmer(3.5 * 86_400)).toBeCloseTo(6, 9);
    expect(warmer(5 * 86_400)).toBe(0);
    expect(look(hot, 3.5 * 86_400).humidity).toBeLessThan(look(plain, 3.5 * 86_400).humidity);
    expect(look(hot, 5 * 86_400 + 1)).toEqual(look(plain, 5 * 86_400 + 1));
    hot.events = [coldSnap(0, 2, -9)];
    expect(warmer(86_400)).toBeCloseTo(-9, 9);
    expect(look(hot, 86_400).windMps).toBeGreaterThan(look(plain, 86_400).windMps);
  });
});

describe.skipIf(!hasScene('eco-park'))('the flagship’s year, beside what is published of Qingdao', () => {
  const year = (seed: number) => {
    const weather = createWeather(sceneFromFolder('eco-park'), { seed, startSeconds: 0, startDay: 1 });
    const now = emptyWeather();
    const daily: number[] = [];
    let [globalKwh, hotHours] = [0, 0];
    for (let day = 0; day < 365; day++) {
      let sum = 0;
      for (let hour = 0; hour < 24; hour += 0.5) {
        weatherAt(weather, day * 86_400 + hour * 3_600, now);
        sum += now.airC / 48;
        globalKwh += now.globalWPerM2 / 2_000;
        if (now.airC > 29.4) hotHours += 0.5;
      }
      daily.push(sum);
    }
    return { daily, globalKwh, hotHours };
  };
  const years = [1, 2].map(year);
  const mean = (of: (one: (typeof years)[number]) => number) =>
    years.reduce((sum, one) => sum + of(one) / years.length, 0);

  it('receives 1,350 to 1,450 kWh of sun on a square metre, within 3 %', () => {
    for (const { globalKwh } of years) {
      expect(globalKwh).toBeGreaterThan(1_350);
      expect(globalKwh).toBeLessThan(1_450 * 1.03);
    }
  });

  it('has some 2,400 degree-days below 18 °C, within 5 %, and 2.1 °C in the heating season, within 1.3 K', () => {
    const degreeDays = mean(({ daily }) => daily.reduce((sum, airC) => sum + Math.max(0, 18 - airC), 0));
    expect(Math.abs(degreeDays / 2_400 - 1)).toBeLessThan(0.05);
    const heated = mean(({ daily }) => {
      const season = daily.filter((_, day) => day < 95 || day >= 319);
      return season.reduce((sum, airC) => sum + airC, 0) / season.length;
    });
    expect(Math.abs(heated - 2.1)).toBeLessThan(1.3);
  });

  it('is as extreme as GB 50736 designs for: about five days below −5 °C and five above 27.3 °C in the mean, 50 hours above 29.4 °C', () => {
    const cold = mean(({ daily }) => daily.filter((airC) => airC < -5).length);
    const hot = mean(({ daily }) => daily.filter((airC) => airC > 27.3).length);
    expect(cold).toBeGreaterThan(1.5);
    expect(cold).toBeLessThan(9);
    expect(hot).toBeGreaterThan(2);
    expect(hot).toBeLessThan(12);
    expect(mean(({ hotHours }) => hotHours)).toBeGreaterThan(20);
    expect(mean(({ hotHours }) => hotHours)).toBeLessThan(110);
  });
});

const QINGDAO = [
  [0, 3, -3, 11, 180, 5.6, 0.68],
  [1.5, 5, -2, 12, 180, 5.5, 0.69],
  [5.5, 9, 2, 21, 222, 5.6, 0.68],
  [11.5, 15, 8, 35, 232, 5.5, 0.69],
  [16.5, 20, 13, 55, 250, 5.2, 0.73],
  [21, 24, 18, 84, 215, 4.8, 0.82],
  [24.5, 27, 22, 142, 175, 4.7, 0.89],
  [25.5, 28, 23, 151, 200, 4.6, 0.85],
  [22, 25, 19, 63, 210, 4.7, 0.74],
  [16.5, 20, 13, 48, 212, 5.1, 0.69],
  [9, 12, 6, 28, 185, 5.6, 0.68],
  [2.5, 6, -1, 12, 181, 5.6, 0.68],
].map(([meanC, dailyMaxC, dailyMinC, rainMm, sunHours, windMps, humidity]) => {
  return { meanC, dailyMaxC, dailyMinC, rainMm, sunHours, windMps, humidity };
});
