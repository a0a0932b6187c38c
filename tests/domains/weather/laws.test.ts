import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driveShare, stopsWithinMps } from '../../../sim/domains/weather/driving';
import {
  extinctionPerM,
  hazePerM,
  rainPerM,
  snowPerM,
  snowShare,
  visibilityM,
} from '../../../sim/domains/weather/falling';
import { clearedShare, dryingMmPerH, meltMm, panelCover } from '../../../sim/domains/weather/lying';

const DAY_S = 86_400;
const HOUR_S = 3_600;

describe('what falls', () => {
  it('is half snow where Jennings and others found it: warmer where the air is dry', () => {
    // Nature Communications 9, 2018, figure 2: the hemisphere's mean threshold is 1.0 °C; 4.5 °C at 40 to 50 %, 0.7 °C at 90 to 100 %.
    const thresholdC = (humidity: number) => {
      let c = -5;
      while (snowShare(c, humidity) > 0.5) c += 0.01;
      return c;
    };
    expect(thresholdC(0.95)).toBeGreaterThan(0.5);
    expect(thresholdC(0.95)).toBeLessThan(1.3);
    expect(thresholdC(0.45)).toBeCloseTo(4.25, 0);
    expect(snowShare(-8, 0.9)).toBeGreaterThan(0.999);
    expect(snowShare(12, 0.9)).toBeLessThan(1e-5);
  });

  it('is seen through as recommendations for light beams say', () => {
    // ITU-R P.1814: 25 mm/h of rain takes about 9 dB/km; Koschmieder's two per cent are 17 dB.
    expect(4.343 * 1_000 * rainPerM(25)).toBeCloseTo(9.3, 1);
    expect(visibilityM(rainPerM(25))).toBeGreaterThan(1_700);
    expect(visibilityM(rainPerM(25))).toBeLessThan(1_950);
    // Snow of 2.5 mm/h is "heavy" below 400 m in WMO's words, "moderate" up to a kilometre.
    expect(visibilityM(snowPerM(2.5, -5))).toBeLessThan(1_000);
    expect(visibilityM(snowPerM(0.5, -5))).toBeGreaterThan(5_000);
    expect(visibilityM(snowPerM(0.5, -5))).toBeLessThan(10_000);
    expect(visibilityM(hazePerM(0.95))).toBeCloseTo(60_000 * Math.exp(-2.5), 0);
  });

  it('hides more the more there is of it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 150, noNaN: true }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        (r, more) => {
          expect(rainPerM(r + more)).toBeGreaterThan(rainPerM(r));
          expect(snowPerM(r + more, -4)).toBeGreaterThan(snowPerM(r, -4));
          expect(visibilityM(extinctionPerM(r + 1))).toBeCloseTo(r + 1, 6);
        },
      ),
    );
  });
});

describe('what lies', () => {
  it('melts four millimetres a day and degree, never more than there is, and never in frost', () => {
    expect(meltMm(100, 2.5, DAY_S)).toBeCloseTo(10, 9);
    expect(meltMm(3, 2.5, DAY_S)).toBe(3);
    expect(meltMm(100, -4, DAY_S)).toBe(0);
  });

  it('is half cleared from roads after three hours, whatever the steps', () => {
    const left = (1 - clearedShare(60)) ** 180;
    expect(left).toBeCloseTo(0.5, 9);
  });

  it('dries about as fast as open water does on a summer and on a winter day', () => {
    // Penman's own order of magnitude: 4 to 6 mm on a clear day of July, below 1 mm in January.
    const july = 24 * dryingMmPerH(25, 0.75, 4, 250);
    const january = 24 * dryingMmPerH(0, 0.7, 4, 80);
    expect(july).toBeGreaterThan(4);
    expect(july).toBeLessThan(8);
    expect(january).toBeGreaterThan(0.3);
    expect(january).toBeLessThan(2);
    expect(dryingMmPerH(5, 1, 4, 0)).toBe(0);
  });

  it('covers panels whole in a heavy fall and slides off them as Marion and others measured', () => {
    const covered = panelCover(0, 1.2, -3, 0, 15, 60);
    expect(covered).toBe(1);
    expect(panelCover(covered, 0, -10, 400, 15, HOUR_S)).toBe(1);
    // −10 °C slides from 800 W/m²; 0.197 of the height times sin 15° an hour.
    expect(panelCover(1, 0, -9.9, 800, 15, HOUR_S)).toBeCloseTo(1 - 0.197 * Math.sin(Math.PI / 12), 9);
    expect(panelCover(0, 0.4, -3, 0, 15, 60)).toBe(0);
  });
});

describe('driving', () => {
  it('is as much slower as FHWA reports of signalised streets: 10 to 25 % when wet, 30 to 40 % in snow', () => {
    expect(driveShare(0, 0, hazePerM(0.5))).toBe(1);
    const wet = driveShare(0.5, 0, hazePerM(0.5));
    expect(wet).toBeGreaterThanOrEqual(0.75);
    expect(wet).toBeLessThanOrEqual(0.9 + 1e-9);
    for (const mm of [0.5, 2, 20]) {
      const snowy = driveShare(0, mm, hazePerM(0.5));
      expect(snowy).toBeGreaterThanOrEqual(0.6 - 1e-9);
      expect(snowy).toBeLessThanOrEqual(0.7 + 1e-9);
    }
  });

  it('is no faster than one can stop within sight', () => {
    // AASHTO's own table: 63.1 m from 50 km/h and 104.2 m from 70, before it rounds them up.
    expect(3.6 * stopsWithinMps(63.1)).toBeCloseTo(50, 0);
    expect(3.6 * stopsWithinMps(104.2)).toBeCloseTo(70, 0);
    let before = 2;
    for (const m of [5_000, 1_000, 200, 100, 60, 40, 30]) {
      const share = driveShare(0, 0, extinctionPerM(m));
      expect(share).toBeLessThanOrEqual(before);
      before = share;
    }
    expect(before).toBeLessThan(0.7);
  });
});
