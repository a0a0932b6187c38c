import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onPlaneWPerM2, splitGlobal } from '../../../../sim/domains/energy/plants/irradiance';
import { julianDay, sunOutsideWPerM2, sunPosition } from '../../../../sim/domains/energy/plants/sun';

const RAD = Math.PI / 180;

describe('the sun', () => {
  it('stands where the published example of NREL’s SPA has it, within 0.01°', () => {
    // Reda and Andreas, NREL/TP-560-34302, appendix A.5: Golden, 2003-10-17 12:30:30 at UTC−7; geometric elevation.
    const sun = sunPosition(julianDay(2003, 10, 17 + (19.5 + 30 / 3600) / 24), 39.742476, -105.1786);
    expect(Math.abs(90 - sun.zenithDeg - 39.872046)).toBeLessThan(0.01);
    expect(Math.abs(sun.azimuthDeg - 194.340241)).toBeLessThan(0.01);
  });

  it('stands over Reykjavik where SPA puts it, within 0.01°', () => {
    // pvlib.solarposition.spa_python, 64.1466 N 21.9426 W, 2021-06-21 12:00 UTC.
    const sun = sunPosition(julianDay(2021, 6, 21.5), 64.1466, -21.9426);
    expect(Math.abs(90 - sun.zenithDeg - 46.702267686)).toBeLessThan(0.01);
    expect(Math.abs(sun.azimuthDeg - 149.338090798)).toBeLessThan(0.01);
  });

  it('counts days as Julius did: Sputnik on 2436116.31, J2000 on 2451545', () => {
    expect(julianDay(1957, 10, 4.81)).toBeCloseTo(2436116.31, 9); // Meeus, example 7.a
    expect(julianDay(2000, 1, 1.5)).toBe(2451545);
  });

  it('rises in the east and sets in the west, everywhere and on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
        const at = (utcHours: number) => sunPosition(julianDay(2025, month, day + utcHours / 24), 36.1, 120.2);
        expect(at(0).azimuthDeg).toBeLessThan(180); // eight in the morning in Qingdao
        expect(at(8).azimuthDeg).toBeGreaterThan(180);
        expect(at(4).zenithDeg).toBeLessThan(at(0).zenithDeg);
      }),
    );
  });

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
    const light = splitGlobal(global, { zenithDeg, azimuthDeg: 180 }, day);
    expect(global - light.diffuseWPerM2).toBeCloseTo(direct, 4);
    expect(light.directWPerM2 * Math.cos(zenithDeg * RAD)).toBeCloseTo(direct, 4);
  });

  it('gives a level plane what falls on the level ground, and one that looks away only the sky', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 5, max: 85, noNaN: true }),
        fc.double({ min: 10, max: 1000, noNaN: true }),
        fc.integer({ min: 1, max: 365 }),
        (zenithDeg, global, day) => {
          const sun = { zenithDeg, azimuthDeg: 170 };
          const light = splitGlobal(global, sun, day);
          expect(onPlaneWPerM2(light, sun, { tiltDeg: 0, azimuthDeg: 180 }, day)).toBeCloseTo(global, 6);
          const north = onPlaneWPerM2(light, sun, { tiltDeg: 90, azimuthDeg: 350 }, day);
          expect(north).toBeLessThan(0.5 * light.diffuseWPerM2 + 0.1 * global + 1e-9);
          expect(north).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('is 6.9 % stronger outside the air at perihelion than at aphelion', () => {
    // Earth's distance 0.98329 and 1.01671 AU: (1.01671 / 0.98329)² = 1.0691
    expect(sunOutsideWPerM2(3) / sunOutsideWPerM2(185)).toBeCloseTo(1.0691, 2);
  });
});
