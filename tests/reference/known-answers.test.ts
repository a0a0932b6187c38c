import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { capacityByFormula } from './capacity/gaps';
import { driveRing, ringScene } from './known-answers/ring';
import { cityStopLine, DELAY_CYCLE, signalDelay } from './known-answers/stop-line';
import { greenWaveStops, minorRightPerHour, oneLaneOfTwoClosed } from './known-answers/street-answers';

const root = resolve(import.meta.dirname, '../..');

describe('the city’s drivers give the answers that are known', () => {
  it('let 1,800 to 1,900 vehicles an hour over a stop line, and lose a second or three at the start', () => {
    const { saturationPerHour, lostSeconds } = cityStopLine();
    expect(saturationPerHour).toBeGreaterThan(1_800);
    expect(saturationPerHour).toBeLessThan(1_900);
    expect(lostSeconds).toBeGreaterThan(1);
    expect(lostSeconds).toBeLessThan(3);
  });

  it('wait at a signal as long as the Highway Capacity Manual expects, within a tenth', () => {
    const line = cityStopLine(DELAY_CYCLE.redSeconds, DELAY_CYCLE.greenSeconds);
    const regular = signalDelay(0.6, 'regular', line);
    expect(Math.abs(regular.measuredSeconds / regular.uniformSeconds - 1)).toBeLessThan(0.1);
    const byChance = signalDelay(0.85, 'by chance', line);
    const expected = byChance.uniformSeconds + byChance.incrementalSeconds;
    expect(Math.abs(byChance.measuredSeconds / expected - 1)).toBeLessThan(0.1);
  });

  it('get out of a minor road to the right as often as gaps allow', () => {
    const { minor, major } = minorRightPerHour(800);
    expect(Math.abs(minor / capacityByFormula(800, 6.2, 3.3) - 1)).toBeLessThan(0.15);
    expect(major).toBeGreaterThan(760);
  });

  it('drive through five signals with the wave, and stop again and again against it', () => {
    const { withIt, against } = greenWaveStops();
    expect(withIt).toBeLessThanOrEqual(1);
    expect(against).toBeGreaterThanOrEqual(2);
  });

  it('pass one lane of two no faster than one lane does, and queue up by the difference', () => {
    const { arrivingPerHour, dischargePerHour, growthPerHour } = oneLaneOfTwoClosed();
    expect(dischargePerHour).toBeLessThan(1_930);
    expect(dischargePerHour).toBeGreaterThan(1_300);
    expect(Math.abs(growthPerHour / (arrivingPerHour - dischargePerHour) - 1)).toBeLessThan(0.1);
  });

  it('stop and go on the ring by themselves, the wave running backwards, and with livelier and warier drivers do not', () => {
    const waves = driveRing(ringScene(root), 1, 1);
    expect(waves.cars).toBe(22);
    expect(waves.minKmh).toBeLessThan(1);
    expect(waves.maxKmh).toBeGreaterThan(28);
    expect(Math.abs(waves.waveBackKmh - 15)).toBeLessThan(3);
    const calm = driveRing(ringScene(root), 1.5, 1.2);
    expect(calm.maxKmh - calm.minKmh).toBeLessThan(1);
    expect(Math.abs(calm.meanKmh - 11.8)).toBeLessThan(0.3);
  });
});
