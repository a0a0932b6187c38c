import { describe, expect, it } from 'vitest';
import {
  apparentElevationDeg,
  cosIncidence,
  dayLengthHours,
  emptySun,
  placeSun,
} from '../../../../sim/domains/energy/weather/sun-position';

const QINGDAO = { latitude: 36.06, longitude: 120.12 };
/** Days since noon of 1 January 2000, universal time. */
const j2000 = (iso: string) => (Date.parse(iso) - Date.parse('2000-01-01T12:00:00Z')) / 86_400_000;
const at = (iso: string, latitude = QINGDAO.latitude, longitude = QINGDAO.longitude) =>
  placeSun(j2000(iso), latitude, longitude, emptySun());

describe('where the sun stands', () => {
  it("is where NREL's worked example has it: Golden, 17 October 2003, zenith 50.11162°, azimuth 194.34024°", () => {
    const sun = at('2003-10-17T19:30:30Z', 39.742476, -105.1786);
    expect(Math.abs(90 - apparentElevationDeg(sun.elevationDeg, 820, 11) - 50.11162)).toBeLessThan(0.01);
    expect(Math.abs(sun.azimuthDeg - 194.34024)).toBeLessThan(0.01);
    expect(Math.abs(sun.declinationDeg - -9.31434)).toBeLessThan(0.01);
  });

  it("is where NREL's SPA puts it over Reykjavik, within 0.01°", () => {
    // pvlib.solarposition.spa_python, 64.1466 N 21.9426 W, 2021-06-21 12:00 UTC.
    const sun = at('2021-06-21T12:00:00Z', 64.1466, -21.9426);
    expect(Math.abs(sun.elevationDeg - 46.702267686)).toBeLessThan(0.01);
    expect(Math.abs(sun.azimuthDeg - 149.338090798)).toBeLessThan(0.01);
  });

  it('rises in the east and sets in the west, on every day', () => {
    for (let month = 1; month <= 12; month++) {
      const of = (hour: number) =>
        at(`2025-${String(month).padStart(2, '0')}-15T${String(hour).padStart(2, '0')}:00:00Z`);
      expect(of(0).azimuthDeg).toBeLessThan(180); // eight in the morning in Qingdao
      expect(of(8).azimuthDeg).toBeGreaterThan(180);
      expect(of(4).elevationDeg).toBeGreaterThan(of(0).elevationDeg);
    }
  });

  it('stands over the tropics at the solstices and over the equator at the equinoxes of 2026', () => {
    expect(at('2026-06-21T08:24:00Z').declinationDeg).toBeCloseTo(23.436, 2);
    expect(at('2026-12-21T20:50:00Z').declinationDeg).toBeCloseTo(-23.436, 2);
    expect(Math.abs(at('2026-03-20T14:46:00Z').declinationDeg)).toBeLessThan(0.01);
    expect(Math.abs(at('2026-09-23T00:05:00Z').declinationDeg)).toBeLessThan(0.01);
  });

  it('is stronger in January than in July, by the distance alone', () => {
    expect(Math.abs(at('2026-01-03T12:00:00Z').extraterrestrialWPerM2 - 1_361 / 0.9833 ** 2)).toBeLessThan(0.5);
    expect(Math.abs(at('2026-07-06T12:00:00Z').extraterrestrialWPerM2 - 1_361 / 1.01664 ** 2)).toBeLessThan(0.5);
  });

  it('makes days as long as geometry says: twelve hours at the equinox, night and day at the poles', () => {
    expect(dayLengthHours(QINGDAO.latitude, 0)).toBeCloseTo(12, 12);
    expect(dayLengthHours(0, 23.4)).toBeCloseTo(12, 12);
    expect(dayLengthHours(80, 23.4)).toBe(24);
    expect(dayLengthHours(80, -23.4)).toBe(0);
    // Qingdao's longest and shortest days by almanac are about 14 h 33 and 9 h 46 with refraction and the sun's disc, some ten minutes more than this
    expect(dayLengthHours(QINGDAO.latitude, 23.436)).toBeCloseTo(14.42, 1);
    expect(dayLengthHours(QINGDAO.latitude, -23.436)).toBeCloseTo(9.58, 1);
  });

  it('shines on a plane that faces it with its whole strength, and on flat ground with the sine of its height', () => {
    const sun = at('2026-05-02T02:00:00Z');
    expect(cosIncidence(sun, 90 - sun.elevationDeg, sun.azimuthDeg)).toBeCloseTo(1, 12);
    expect(cosIncidence(sun, 0, 123)).toBeCloseTo(sun.sinElevation, 12);
    expect(cosIncidence(sun, 90, sun.azimuthDeg + 180)).toBeLessThan(0);
  });
});
