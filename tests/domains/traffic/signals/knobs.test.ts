import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BY_PRESSURE,
  followSignalKnobs,
  programOf,
  type SignalKnobName,
} from '../../../../sim/domains/traffic/signals';
import { crossroads } from '../small-city';
import { type Bench, bench, STEP_S, stepOn } from './signalled';

function turn(of: Bench, name: SignalKnobName, value: number): void {
  of.signals.knobs.values[name][0] = value;
  followSignalKnobs(of.signals, of.network, of.clockSeconds);
}

describe('the knobs of a signal', () => {
  it('leave the scene’s own program when they are let go, whatever they were turned to', () => {
    const knob = fc.record({
      cycle: fc.integer({ min: 50, max: 140 }),
      offset: fc.integer({ min: 0, max: 140 }),
      control: fc.constantFrom(0, BY_PRESSURE),
      seconds: fc.integer({ min: 0, max: 120 }),
    });
    fc.assert(
      fc.property(fc.array(knob, { minLength: 1, maxLength: 5 }), (turned) => {
        const of = bench(crossroads());
        const own = programOf(of.signals, of.network, 0);
        for (const { cycle, offset, control, seconds } of turned) {
          turn(of, 'signal.cycle', cycle);
          turn(of, 'signal.offset', offset);
          turn(of, 'signal.control', control);
          for (let i = 0; i < seconds / STEP_S; i++) stepOn(of);
        }
        for (const name of ['signal.cycle', 'signal.offset', 'signal.control'] as const) turn(of, name, Number.NaN);
        expect(programOf(of.signals, of.network, 0)).toEqual(own);
        for (let i = 0; i < (4 * of.signals.cycleSeconds[0]) / STEP_S; i++) stepOn(of);
        expect(of.signals.onTime[0]).toBe(1);
      }),
      { numRuns: 15 },
    );
  });

  it('stretch a program to the cycle asked for', () => {
    const of = bench(crossroads());
    turn(of, 'signal.cycle', 90);
    expect(of.signals.cycleSeconds[0]).toBe(90);
  });

  it('that are turned to what is so already disturb nothing', () => {
    const of = bench(crossroads());
    stepOn(of);
    turn(of, 'signal.cycle', of.signals.cycleSeconds[0]);
    expect(of.signals.onTime[0]).toBe(1);
  });
});
