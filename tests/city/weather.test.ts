import { afterEach, describe, expect, it } from 'vitest';
import { edgeStateTexture, writeDepth } from '../../src/city/roads/road-state';
import { atmosphereAt } from '../../src/city/sky/atmosphere';
import { dateOf } from '../../src/city/sky/day-of-year';
import { aimOf, follow, noWeather } from '../../src/city/sky/shown-weather';
import { sunPosition } from '../../src/city/sky/sun-position';
import { underWeather } from '../../src/city/sky/under-weather';
import { fairWeather, forgetWeather, tellWeather, useWeatherNow } from '../../src/state/weather-now';

afterEach(forgetWeather);

const shown = (changes: Partial<typeof fairWeather>) => {
  const aim = noWeather();
  aimOf({ ...fairWeather, ...changes }, aim);
  return aim;
};

describe('the day of a run', () => {
  it('is a date of its year', () => {
    expect(dateOf(1)).toEqual({ year: 2026, month: 1, day: 1 });
    expect(dateOf(266)).toEqual({ year: 2026, month: 9, day: 23 });
    expect(dateOf(365)).toEqual({ year: 2026, month: 12, day: 31 });
  });

  it.each([
    // Noon heights over Qingdao (36.07° N) from the almanac's declinations: 90° − latitude + declination.
    ['winter solstice', 355, 90 - 36.07 - 23.44],
    ['equinox', 266, 90 - 36.07 - 0.02],
    ['summer solstice', 172, 90 - 36.07 + 23.44],
    // Nautical Almanac 2026, 20 January: declination −20.1°.
    ['20 January', 20, 90 - 36.07 - 20.1],
  ])('puts the sun where the almanac has it: %s', (_, day, noonDeg) => {
    let highest = -90;
    for (let s = 11 * 3_600; s < 13 * 3_600; s += 60) {
      const moment = { ...dateOf(day), secondsOfDay: s, utcOffsetHours: 8 };
      highest = Math.max(highest, sunPosition(moment, 36.07, 120.32).altitudeDeg);
    }
    expect(Math.abs(highest - noonDeg)).toBeLessThan(0.15);
  });
});

describe('weather in the picture', () => {
  it('is told once for what is new, and stays the same object for what is not', () => {
    const row = Float32Array.of(20, -3, 1, 6, 0, 2, 3.4, 0, 8, 3, 0, 1);
    tellWeather(row);
    const { weather } = useWeatherNow.getState();
    expect(weather).toMatchObject({ startDay: 20, snowMmPerH: 2, groundSnowMm: 8, panelCover: 1 });
    tellWeather(row.slice());
    expect(useWeatherNow.getState().weather).toBe(weather);
  });

  it('comes over, arrives exactly, and then moves no more: nothing is drawn for it', () => {
    const now = noWeather();
    const aim = shown({ rainMmPerH: 20, roadWetMm: 0.5, cloud: 1, airPerKm: 2.2 });
    expect(follow(now, aim, 0.1)).toBe(true);
    expect(now.wet).toBeGreaterThan(0);
    expect(now.wet).toBeLessThan(1);
    for (let i = 0; i < 200; i++) follow(now, aim, 0.1);
    expect(now).toEqual(aim);
    expect(follow(now, aim, 0.1)).toBe(false);
  });

  it('takes the sun’s beam under clouds and in fog, and the sky’s colour with it', () => {
    const noon = atmosphereAt(50, 'maquette');
    const clear = underWeather(noon, shown({ cloud: 0 }), 'maquette');
    const overcast = underWeather(noon, shown({ cloud: 1 }), 'maquette');
    const fog = underWeather(noon, shown({ cloud: 0, fogPerKm: 39 }), 'maquette');
    const storm = underWeather(noon, shown({ cloud: 1, rainMmPerH: 60 }), 'maquette');
    expect(clear.sunIntensity).toBe(noon.sunIntensity);
    expect(overcast.sunIntensity).toBeLessThan(0.2 * noon.sunIntensity);
    expect(fog.sunIntensity).toBeLessThan(0.4 * noon.sunIntensity);
    const blueness = ({ zenith }: typeof clear) => zenith[2] - zenith[0];
    expect(blueness(overcast)).toBeLessThan(0.25 * blueness(clear));
    expect(storm.skyIntensity).toBeLessThan(overcast.skyIntensity);
    expect(storm.horizon[1]).toBeLessThan(overcast.horizon[1]);
  });

  it('is whiter from below where snow lies', () => {
    const noon = atmosphereAt(30, 'maquette');
    const snow = underWeather(noon, shown({ cloud: 1, groundSnowMm: 10 }), 'maquette');
    const bare = underWeather(noon, shown({ cloud: 1 }), 'maquette');
    expect(snow.groundLight[1]).toBeGreaterThan(bare.groundLight[1] + 0.1);
  });
});

describe('water on roads', () => {
  it('is a byte by depth on its edge, and on the junction the deepest that leads in', () => {
    const state = edgeStateTexture(3, 2);
    const junctions = new Uint8Array(2);
    const leadsTo = Int32Array.of(0, 0, -1);
    expect(writeDepth(state, Float32Array.of(0.1, 0.3, 2), 3, leadsTo, junctions)).toBe(true);
    expect([0, 1, 2, 3, 4].map((row) => state.bytes[4 * row + 2])).toEqual([20, 60, 255, 60, 0]);
    expect(writeDepth(state, Float32Array.of(0.1, 0.3, 2), 3, leadsTo, junctions)).toBe(false);
    // A frame that says nothing of roads: they are dry.
    expect(writeDepth(state, new Float32Array(0), 3, leadsTo, junctions)).toBe(true);
    expect([0, 3].map((row) => state.bytes[4 * row + 2])).toEqual([0, 0]);
  });
});
