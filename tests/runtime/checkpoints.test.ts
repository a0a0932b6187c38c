import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Checkpoints } from '../../sim/runtime/checkpoints';

const MINUTE = 120; // ticks of half a second
const HOUR = 60 * MINUTE;
const plan = { budgetBytes: 1_000_000, recentTicks: HOUR, sparseTicks: HOUR };
const of = (tick: number, bytes = 10) => ({ tick, state: new Uint8Array(bytes) });
const minutes = (kept: Checkpoints) => kept.list.map((each) => each.tick / MINUTE);

function everyFiveMinutes(kept: Checkpoints, hours: number, bytes = 10): Checkpoints {
  for (let tick = 0; tick <= hours * HOUR; tick += 5 * MINUTE) kept.add(of(tick, bytes));
  return kept;
}

describe('checkpoints', () => {
  it('are all kept for the last hour and one an hour before that', () => {
    const kept = everyFiveMinutes(new Checkpoints(plan), 3);
    const lastHour = Array.from({ length: 13 }, (_, i) => 120 + 5 * i);
    expect(minutes(kept)).toEqual([0, 60, ...lastHour]);
  });

  it('answer the nearest one at or before a time', () => {
    const kept = everyFiveMinutes(new Checkpoints(plan), 1);
    expect(kept.atOrBefore(12 * MINUTE)?.tick).toBe(10 * MINUTE);
    expect(kept.atOrBefore(10 * MINUTE)?.tick).toBe(10 * MINUTE);
    kept.dropAfter(20 * MINUTE);
    expect(kept.atOrBefore(HOUR)?.tick).toBe(20 * MINUTE);
  });

  it('stay within their budget whatever their sizes, and keep the newest', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 400, max: 2_000 }), (bytes, budgetBytes) => {
        const kept = new Checkpoints({ ...plan, budgetBytes });
        bytes.forEach((size, index) => {
          kept.add(of(index * 5 * MINUTE, size));
          expect(kept.bytes).toBeLessThanOrEqual(budgetBytes);
          expect(kept.list.at(-1)?.tick).toBe(index * 5 * MINUTE);
        });
        const ticks = kept.list.map((each) => each.tick);
        expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
      }),
    );
  });

  it('stay evenly spread when the budget is tight', () => {
    const kept = everyFiveMinutes(new Checkpoints({ ...plan, budgetBytes: 60 }), 1);
    expect(kept.list).toHaveLength(6);
    expect(minutes(kept)[0]).toBe(0);
    const gaps = minutes(kept)
      .slice(1)
      .map((each, i) => each - minutes(kept)[i]);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30);
  });

  it('keep a single one that is larger than the budget', () => {
    const kept = new Checkpoints({ ...plan, budgetBytes: 5 });
    kept.add(of(0, 10));
    kept.add(of(MINUTE, 10));
    expect(kept.list.map((each) => each.tick)).toEqual([MINUTE]);
  });

  it('hand on the memory of the one that went last, once', () => {
    const kept = new Checkpoints({ ...plan, budgetBytes: 25 });
    const states = [0, 1, 2].map((k) => of(k * MINUTE));
    kept.add(states[0]);
    kept.add(states[1]);
    expect(kept.takeDropped()).toBeUndefined();
    kept.add(states[2]);
    const gone = states.find((each) => !kept.list.includes(each));
    expect(kept.takeDropped()).toBe(gone?.state.buffer);
    expect(kept.takeDropped()).toBeUndefined();
    kept.dropAfter(0);
    expect(kept.takeDropped()).toBe(states[2].state.buffer);
  });

  it('count the memory they hold, of which a state may fill a part', () => {
    const kept = new Checkpoints(plan);
    kept.add({ tick: 0, state: new Uint8Array(new ArrayBuffer(100), 0, 60) });
    expect(kept.bytes).toBe(100);
  });
});
