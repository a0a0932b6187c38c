import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundC, seaC, yearWaveOf } from '../../../../sim/domains/energy/weather/ground';
import { courseOfDay } from '../../../../sim/domains/energy/weather/hours';
import { saturationHpa, wetBulbC } from '../../../../sim/domains/energy/weather/moist-air';
import { dailyFromMonthly, monthlyMeans } from '../../../../sim/domains/energy/weather/month-curve';
import {
  clearnessUnderCloud,
  diffuseShare,
  hourOverDay,
  onPlaneWPerM2,
} from '../../../../sim/domains/energy/weather/radiation';
import { emptySun } from '../../../../sim/domains/energy/weather/sun-position';
import { normalShareBelow, weibullQuantile } from '../../../../sim/domains/energy/weather/variates';

describe('a curve through twelve months', () => {
  it('has each month’s mean to the last digits, however they leap', () => {
    const value = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 12, maxLength: 12 }), (means) => {
        const found = monthlyMeans(dailyFromMonthly(means));
        for (let m = 0; m < 12; m++) expect(Math.abs(found[m] - means[m])).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('radiation', () => {
  it('is diffuse by the shares of Erbs, Klein and Duffie, without a step where their pieces meet', () => {
    expect(diffuseShare(0)).toBe(1);
    expect(diffuseShare(0.22)).toBeCloseTo(0.9802, 4);
    expect(diffuseShare(0.5)).toBeCloseTo(0.65915, 9);
    expect(diffuseShare(0.9)).toBe(0.165);
    expect(Math.abs(diffuseShare(0.22) - diffuseShare(0.2200001))).toBeLessThan(0.002);
    expect(Math.abs(diffuseShare(0.8) - diffuseShare(0.8000001))).toBeLessThan(0.002);
  });

  it('is spread over the day so that the hours make the day: Collares-Pereira and Rabl, within 1.5 %', () => {
    for (const sunset of [1.2, 1.571, 1.9]) {
      let [with_, without] = [0, 0];
      for (let angle = -sunset; angle <= sunset; angle += sunset / 500) {
        const height = Math.max(0, Math.cos(angle) - Math.cos(sunset));
        with_ += height * hourOverDay(angle, sunset);
        without += height;
      }
      expect(Math.abs(with_ / without - 1)).toBeLessThan(0.015);
    }
  });

  it('is what Kasten and Czeplak measured under cloud: a quarter of the clear sky’s when it is overcast', () => {
    const sun = { ...emptySun(), sinElevation: 0.5, extraterrestrialWPerM2: 1_361 };
    expect(clearnessUnderCloud(0, sun) * 1_361 * 0.5).toBeCloseTo(425, 9);
    expect(clearnessUnderCloud(1, sun) / clearnessUnderCloud(0, sun)).toBeCloseTo(0.25, 12);
    expect(clearnessUnderCloud(0.3, { ...sun, sinElevation: -0.1 })).toBe(0);
  });

  it('on flat ground is the global, and on a wall half of the diffuse and a tenth of the global beside the beam', () => {
    expect(onPlaneWPerM2(600, 100, 400, 0.5, 1)).toBeCloseTo(400, 12);
    expect(onPlaneWPerM2(600, 100, 400, -0.2, 0)).toBeCloseTo(50 + 40, 12);
  });
});

describe('air, ground and sea', () => {
  it('has the vapour pressures of the steam tables within half a percent, and Stull’s own example of a wet bulb', () => {
    expect(saturationHpa(0)).toBeCloseTo(6.112, 3);
    expect(Math.abs(saturationHpa(20) / 23.39 - 1)).toBeLessThan(0.005);
    expect(Math.abs(saturationHpa(40) / 73.84 - 1)).toBeLessThan(0.005);
    expect(wetBulbC(20, 0.5)).toBeCloseTo(13.7, 1);
  });

  it('follows the sun in the day: lowest at sunrise, highest 1.86 h after noon, never outside of the two', () => {
    expect(courseOfDay(6 - 0.17, 6, 18)).toBeCloseTo(0, 9);
    expect(courseOfDay(12 - 0.085 + 1.86, 6, 18)).toBeCloseTo(1, 3);
    for (let hour = 0; hour < 24; hour += 0.1) {
      const at = courseOfDay(hour, 6, 18);
      expect(at).toBeGreaterThanOrEqual(0);
      expect(at).toBeLessThanOrEqual(1);
    }
    expect(courseOfDay(24 + 5, 6, 18)).toBeCloseTo(courseOfDay(5, 6, 18), 12);
  });

  it('finds the wave of a year that is one, and lets it fade and lag with depth as Kusuda and Achenbach have it', () => {
    const days = Array.from({ length: 365 }, (_, day) => 13 - 12 * Math.cos((2 * Math.PI * (day + 0.5 - 30)) / 365));
    const wave = yearWaveOf(days);
    expect(wave.meanC).toBeCloseTo(13, 9);
    expect(wave.amplitudeK).toBeCloseTo(12, 9);
    expect(wave.coldestDay).toBeCloseTo(30, 9);
    const course = (depthM: number) => Array.from({ length: 365 }, (_, day) => groundC(wave, depthM, day));
    const swing = (depthM: number) => (Math.max(...course(depthM)) - Math.min(...course(depthM))) / 2;
    const coldest = (depthM: number) => course(depthM).indexOf(Math.min(...course(depthM)));
    expect(swing(0)).toBeCloseTo(12, 2);
    expect(swing(1.5)).toBeCloseTo(12 * Math.exp(-1.5 * Math.sqrt(Math.PI / (365 * 0.0518))), 2);
    expect(coldest(1.5) - coldest(0)).toBeCloseTo((1.5 / 2) * Math.sqrt(365 / (Math.PI * 0.0518)), -0.3);
    expect(swing(30)).toBeLessThan(0.01);
    const sea = Array.from({ length: 365 }, (_, day) => seaC(wave, day));
    expect(sea.indexOf(Math.min(...sea))).toBeGreaterThan(40);
  });

  it('draws from the distributions that it says', () => {
    expect(normalShareBelow(0)).toBeCloseTo(0.5, 7);
    expect(normalShareBelow(1.959964)).toBeCloseTo(0.975, 6);
    expect(normalShareBelow(-1.281552)).toBeCloseTo(0.1, 6);
    expect(weibullQuantile(1 - Math.exp(-1), 2.3)).toBeCloseTo(1, 12);
  });
});
