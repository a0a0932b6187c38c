import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pacer } from '../../sim/runtime/pacer';

const STEP = 0.5;

/** A host that looks every so often and steps all that is due, unless it can do only so many. */
function drive(pace: number, looksMs: readonly number[], mostSteps = Number.POSITIVE_INFINITY) {
  const pacer = new Pacer(pace, STEP, 0);
  let ms = 0;
  let steps = 0;
  let most = 0;
  for (const gap of looksMs) {
    ms += gap;
    const now = Math.min(pacer.stepsDue(ms), mostSteps);
    steps += now;
    most = Math.max(most, now);
    pacer.stepped(now, ms, steps * STEP);
  }
  return { pacer, seconds: steps * STEP, most };
}

const every = (ms: number, times: number): number[] => Array(times).fill(ms);

describe('pacing', () => {
  it('lets as much simulated time pass as asked, to the step, however irregularly the host looks', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 50, maxLength: 200 });
    fc.assert(
      fc.property(gaps, fc.constantFrom(0.25, 1, 4, 60), (looks, pace) => {
        const { pacer, seconds } = drive(pace, looks);
        const wanted = (looks.reduce((sum, each) => sum + each, 0) / 1_000) * pace;
        expect(seconds).toBeLessThanOrEqual(wanted + 1e-6);
        expect(wanted - seconds).toBeLessThan(STEP + pacer.behindSeconds + 1e-6);
        expect(pacer.behindSeconds).toBe(0);
      }),
    );
  });

  it('says by how much it is behind when it cannot keep up, and what pace it reaches', () => {
    const { pacer, seconds } = drive(60, every(100, 50), 4);
    expect(seconds).toBe(100);
    expect(pacer.behindSeconds).toBe(200);
    expect(pacer.reachedPace).toBeCloseTo(20, 5);
  });

  it('makes up what it owes a tenth faster than asked, never in a storm', () => {
    const pacer = new Pacer(10, STEP, 0);
    let ms = 0;
    // The machine is busy for five seconds.
    for (; ms <= 5_000; ms += 100) pacer.stepsDue(ms);
    expect(pacer.behindSeconds).toBe(50);
    let steps = 0;
    for (let i = 0; i < 10; i++) {
      const due = pacer.stepsDue(ms);
      pacer.stepped(due, ms, 0);
      ms += 100;
      steps += due;
    }
    // In one second: what one second at once allows, and then no more than 11 s a second.
    expect(steps * STEP).toBeLessThanOrEqual(10 + STEP + 11);
    expect(pacer.behindSeconds).toBeGreaterThan(35);
  });

  it('does not make up for sleep', () => {
    const { pacer, seconds, most } = drive(60, [100, 3_600_000, 100]);
    expect(seconds).toBe(12);
    expect(pacer.behindSeconds).toBe(0);
    expect(most).toBeLessThanOrEqual(13);
  });

  it('is not moved by a clock that goes back', () => {
    expect(drive(1, [500, -10_000, 500, 500]).seconds).toBe(1.5);
  });

  it('waits for the next step and no longer than it must', () => {
    const pacer = new Pacer(60, STEP, 0);
    expect(pacer.waitMs).toBeCloseTo(8.333, 3);
    expect(new Pacer(0.1, STEP, 0).waitMs).toBe(250);
    expect(new Pacer('flat-out', STEP, 0).waitMs).toBe(0);
    expect(new Pacer('flat-out', STEP, 0).stepsDue(5)).toBe(Number.POSITIVE_INFINITY);
  });
});
