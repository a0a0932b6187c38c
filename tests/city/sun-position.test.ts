import { describe, expect, it } from 'vitest';
import { atmosphereAt } from '../../src/city/sky/atmosphere';
import { sunDirection, sunPosition, utcOffsetHours } from '../../src/city/sky/sun-position';

describe('the sun', () => {
  it('stands where the reference example of the Solar Position Algorithm has it', () => {
    // Reda and Andreas, NREL/TP-560-34302 (2008), appendix A.5: zenith 50.11162°, azimuth 194.34024°.
    const moment = { year: 2003, month: 10, day: 17, secondsOfDay: 12 * 3_600 + 30 * 60 + 30, utcOffsetHours: -7 };
    const sun = sunPosition(moment, 39.742476, -105.1786);
    expect(sun.altitudeDeg).toBeCloseTo(90 - 50.11162, 1);
    expect(sun.azimuthDeg).toBeCloseTo(194.34024, 1);
  });

  it('has the declination of Meeus’ example 25.a, seen from the pole', () => {
    // Astronomical Algorithms, 2nd edition: 13 October 1992, 0 h; declination −7.78507°.
    const sun = sunPosition({ year: 1992, month: 10, day: 13, secondsOfDay: 0, utcOffsetHours: 0 }, 89.9999, 0);
    expect(sun.altitudeDeg).toBeCloseTo(-7.785, 0);
    expect(Math.abs(sun.altitudeDeg + 7.785)).toBeLessThan(0.06);
  });

  it('is overhead on the tropic at noon of the summer solstice', () => {
    const sun = sunPosition(
      { year: 2026, month: 6, day: 21, secondsOfDay: 12 * 3_600 + 110, utcOffsetHours: 0 },
      23.437,
      0,
    );
    expect(sun.altitudeDeg).toBeGreaterThan(89.8);
  });

  it('rises in the east and sets in the west at the equinox, twelve hours apart, in Qingdao', () => {
    const at = (hours: number) =>
      sunPosition({ year: 2026, month: 9, day: 23, secondsOfDay: hours * 3_600, utcOffsetHours: 8 }, 36.06, 120.12);
    const crossing = (from: number, to: number) => {
      let [low, high] = [from, to];
      const rising = at(low).altitudeDeg < at(high).altitudeDeg;
      for (let i = 0; i < 40; i++) {
        const middle = (low + high) / 2;
        if (at(middle).altitudeDeg < 0 === rising) low = middle;
        else high = middle;
      }
      return low;
    };
    const [rise, set] = [crossing(4, 9), crossing(15, 21)];
    expect(set - rise).toBeCloseTo(12.1, 0);
    expect(at(rise).azimuthDeg).toBeCloseTo(90, -1);
    expect(at(set).azimuthDeg).toBeCloseTo(270, -1);
  });

  it('points east in the morning and south at noon, in a frame of x east, y up, z south', () => {
    const [x, y, z] = sunDirection({ altitudeDeg: 0, azimuthDeg: 90 });
    expect([x, y, z].map((part) => Math.round(part * 1e6) / 1e6 + 0)).toEqual([1, 0, 0]);
    expect(sunDirection({ altitudeDeg: 45, azimuthDeg: 180 })[2]).toBeGreaterThan(0.7);
  });

  it('knows the clocks of a time zone', () => {
    expect(utcOffsetHours('Asia/Shanghai', 2026, 9, 23)).toBe(8);
    expect(utcOffsetHours('Europe/Berlin', 2026, 1, 10)).toBe(1);
    expect(utcOffsetHours('Europe/Berlin', 2026, 7, 10)).toBe(2);
    expect(utcOffsetHours('Asia/Kolkata', 2026, 7, 10)).toBe(5.5);
    expect(utcOffsetHours('Pacific/Kiritimati', 2026, 7, 10)).toBe(14);
  });
});

describe('the air', () => {
  it('changes without a jump as the sun goes down, in both looks', () => {
    for (const look of ['maquette', 'control-room'] as const) {
      let before = atmosphereAt(60, look);
      for (let altitude = 60; altitude > -30; altitude -= 0.2) {
        const now = atmosphereAt(altitude, look);
        const jump = Math.max(
          ...now.horizon.map((part, i) => Math.abs(part - before.horizon[i])),
          Math.abs(now.night - before.night),
        );
        expect(jump).toBeLessThan(0.04);
        before = now;
      }
    }
  });

  it('is day at noon and night after dusk in the maquette, and always night in the control room', () => {
    expect(atmosphereAt(40, 'maquette').night).toBe(0);
    expect(atmosphereAt(-12, 'maquette').night).toBe(1);
    expect(atmosphereAt(40, 'control-room').night).toBe(1);
  });
});
