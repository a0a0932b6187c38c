import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSky } from '../../../../sim/domains/energy/consumers/generators';
import { emptyWeather } from '../../../../sim/domains/energy/weather';
import { diffuseShare, onPlaneWPerM2 } from '../../../../sim/domains/energy/weather/radiation';
import { cosIncidence, emptySun, placeSun } from '../../../../sim/domains/energy/weather/sun-position';

const RAD = Math.PI / 180;
/** Days since noon of 1 January 2000 of a noon in Qingdao in June 2026. */
const JUNE_NOON = (Date.parse('2026-06-21T04:00:00Z') - Date.parse('2000-01-01T12:00:00Z')) / 86_400_000;
const sunAt = (hoursFromNoon: number) => placeSun(JUNE_NOON + hoursFromNoon / 24, 36.06, 120.12, emptySun());

/** Sunshine outside the air by the day of the year (Spencer 1971) with pvlib's older constant of ASTM E 490. */
function outsideWPerM2(dayOfYear: number): number {
  const b = (2 * Math.PI * (dayOfYear - 1)) / 365;
  const near = 1.00011 + 0.034221 * Math.cos(b) + 0.00128 * Math.sin(b);
  return 1_366.1 * (near + 0.000719 * Math.cos(2 * b) + 0.000077 * Math.sin(2 * b));
}

describe('what falls on the ground and on panels', () => {
  it.each([
    // zenith, global, day of year, direct on the level by pvlib's irradiance.erbs with 1366.1 W/m²
    [30, 800, 172, 603.520225],
    [45, 500, 100, 191.234892],
    [60, 200, 15, 8.17784],
    [80, 150, 300, 91.995499],
    [20, 950, 200, 786.03826],
    [85, 60, 60, 19.772949],
    [78, 45, 120, 0.651409],
  ])('at %d° from above splits %d W/m² on day %d as pvlib’s Erbs does', (zenithDeg, global, day, direct) => {
    const clearness = global / (outsideWPerM2(day) * Math.max(Math.cos(zenithDeg * RAD), 0.065));
    expect(global * (1 - diffuseShare(Math.min(1, clearness)))).toBeCloseTo(direct, 4);
  });

  it('is on a level plane what it is on level ground, and on one that looks away only sky and ground', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.double({ min: 0.05, max: 0.8, noNaN: true }),
        (hoursFromNoon, clearness) => {
          const sun = sunAt(hoursFromNoon);
          const global = sun.extraterrestrialWPerM2 * sun.sinElevation * clearness;
          const diffuse = global * diffuseShare(clearness);
          const beam = (global - diffuse) / sun.sinElevation;
          expect(onPlaneWPerM2(beam, diffuse, global, cosIncidence(sun, 0, 180), 1)).toBeCloseTo(global, 6);
          const away = cosIncidence(sun, 90, sun.azimuthDeg + 180);
          expect(onPlaneWPerM2(beam, diffuse, global, away, 0)).toBeCloseTo(0.5 * diffuse + 0.1 * global, 6);
        },
      ),
    );
  });

  it('makes nothing of panels at night, never more than the inverter takes, and less the hotter it is', () => {
    const shares = { south: 0, eastWest: 0, wind: 0 };
    const dark = emptyWeather();
    readSky(dark, shares);
    expect([shares.south, shares.eastWest]).toEqual([0, 0]);
    const noon = { ...emptyWeather(), sun: sunAt(0), globalWPerM2: 1_150, diffuseWPerM2: 100, beamWPerM2: 1_090 };
    readSky({ ...noon, airC: -10 }, shares);
    const cold = shares.south;
    expect(cold).toBeLessThanOrEqual(1);
    expect(cold).toBeGreaterThan(0.9);
    readSky({ ...noon, airC: 40 }, shares);
    expect(shares.south).toBeLessThan(cold);
    expect(shares.south).toBeGreaterThan(0.7);
  });
});
