import { describe, expect, it } from 'vitest';
import {
  type FireState,
  fireAir,
  isOver,
  loadFire,
  readFireAir,
  saveFire,
  stepFire,
} from '../../../../sim/domains/tunnel/fire';
import { Decoder, Encoder } from '../../../../sim/kernel';
import { quiet, run, toldFire, trayFire } from './made';

const airOf = (fire: FireState) => {
  const air = fireAir(fire.plan.cells);
  readFireAir(fire, 0, air);
  return air;
};
const litTrays = (fire: FireState) =>
  fire.plan.trays.flatMap((_, i) => {
    const row = fire.ignition.subarray(i * fire.plan.cells, (i + 1) * fire.plan.cells);
    return row.some((part) => part >= 1) ? [i] : [];
  });
const shut = { openAtStart: false, openAtEnd: false };

describe('a fire of cable trays', () => {
  it('stays with the three nearest trays behind shut doors, for want of air', () => {
    const fire = trayFire();
    let most = 0;
    let highest = 0;
    let least = Infinity;
    for (let minute = 0; minute < 20; minute++) {
      run(fire, shut, 60, 5);
      highest = Math.max(highest, ...airOf(fire).ceilingC);
      most = Math.max(most, fire.heatW);
      if (minute > 6) least = Math.min(least, fire.heatW);
    }
    // Lit on the second tray of the left wall: it climbs, and does not get across.
    expect(litTrays(fire)).toEqual([1, 2, 3]);
    expect(most).toBeGreaterThan(500e3);
    expect(least).toBeLessThan(0.2 * most);
    expect(highest).toBeGreaterThan(400);
    expect(highest).toBeLessThan(825);
    // The tray that was lit loses its cables first, those above it later, those across not at all.
    const [, first, second, third, ...across] = fire.lostAtS;
    expect(first).toBeGreaterThan(60);
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(first);
    expect(across.every((seconds) => seconds < 0)).toBe(true);
    expect(Math.min(...airOf(fire).oxygenShare)).toBeLessThan(0.15);
    expect(Math.max(...airOf(fire).hotCoPpm)).toBeGreaterThan(1000);
  });

  it('burns more where air comes in', () => {
    const released = (inputs: object) => {
      const fire = trayFire();
      run(fire, inputs, 900, 5);
      return fire.ledgerJ[0];
    };
    expect(released({})).toBeGreaterThan(1.5 * released(shut));
  });

  it('grows with the square of time until its trays give no more', () => {
    const fire = trayFire();
    run(fire, {}, 100, 1);
    expect(fire.heatW).toBeCloseTo(11.7 * 100 * 100, -3);
    run(fire, {}, 200, 1);
    expect(fire.heatW).toBeLessThanOrEqual(11.7 * 300 * 300);
  });

  it('burns no more than its fuel', () => {
    const fire = trayFire(20);
    const fuel = () => fire.fuelJ.reduce((sum, joules) => sum + joules, 0);
    const before = fuel();
    run(fire, {}, 1200, 5);
    expect(Math.abs(before - fuel() - fire.ledgerJ[0])).toBeLessThan(1e-3 * fire.ledgerJ[0]);
  });

  it('is put out by mist, and cools to 50 °C sooner under more of it', () => {
    const coolAt = (litresPerMinuteM2: number) => {
      const fire = trayFire(30);
      run(fire, {}, 200, 5);
      for (let seconds = 0; seconds < 600; seconds += 5) {
        if (fire.flame < 0.05 && Math.max(...airOf(fire).ceilingC) < 50) return seconds;
        run(fire, { mistKgPerM2S: litresPerMinuteM2 / 60 }, 5, 5);
      }
      return Infinity;
    };
    const times = [0.5, 0.7, 1].map(coolAt);
    expect(times[0]).toBeGreaterThan(times[1]);
    expect(times[1]).toBeGreaterThan(times[2]);
    expect(times[0]).toBeLessThan(600);
    expect(coolAt(0)).toBe(Infinity);
  });

  it('is put out by powder at 65 g/m³, not at half of it', () => {
    const left = (gramsPerM3: number) => {
      const fire = trayFire(40);
      run(fire, shut, 200, 5);
      const kg = (gramsPerM3 / 1e3) * 2.4 * 2.4 * 40;
      run(fire, { ...shut, powderKgPerS: kg / 10 }, 10);
      run(fire, shut, 60, 5);
      return fire.heatW;
    };
    expect(left(75)).toBeLessThan(1e3);
    expect(left(32)).toBeGreaterThan(20e3);
  });

  it('is over once it is out and its smoke has been driven out', () => {
    const fire = toldFire({ lengthM: 30 }, { alongM: 15 });
    expect(isOver(fire)).toBe(true);
    run(fire, { toldW: 300e3 }, 60);
    expect(isOver(fire)).toBe(false);
    for (let minute = 0; minute < 600 && !isOver(fire); minute++) run(fire, { airMps: 1.3 }, 60, 10);
    expect(isOver(fire)).toBe(true);
    const young = trayFire(20);
    run(young, {}, 0.5, 0.5);
    expect(isOver(young)).toBe(false);
  });

  it('goes on from a save as if there had been none', () => {
    const on = trayFire(20);
    run(on, { airMps: 0.3 }, 240, 3);
    const out = new Encoder('fire', 1);
    saveFire(on, out);
    const bytes = out.finish();
    const off = trayFire(20);
    const from = new Decoder(bytes, 'fire', 1);
    loadFire(off, from);
    from.end();
    for (let step = 0; step < 30; step++) {
      for (const fire of [on, off]) stepFire(fire, { ...quiet, airMps: 0.3, mistKgPerM2S: 0.01 }, 2);
    }
    expect([...off.hotM3]).toEqual([...on.hotM3]);
    expect([...off.cableC]).toEqual([...on.cableC]);
    expect([...off.ledgerJ]).toEqual([...on.ledgerJ]);
  });
});
