import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckpointInfo, Happening, KpiSample } from '../../sim';
import { addCheckpoint, addHappenings, addSample, before, thinned } from '../../src/state/run-record';

const sample = (tick: number): KpiSample => ({ tick, seconds: tick / 2, values: {} }) as never;
const happening = (id: number): Happening =>
  ({ id, tick: id * 10, code: 'x.y', element: 'e', causes: [], values: {} }) as never;
const checkpoint = (minutes: number): CheckpointInfo =>
  ({ tick: minutes * 120, seconds: minutes * 60, bytes: 1 }) as never;

describe('what the page remembers of a run', () => {
  it('keeps samples in the order of time, whatever jumps the run makes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (ticks) => {
        const kept = ticks.map(sample).reduce(addSample, [] as readonly KpiSample[]);
        const order = kept.map((each) => each.tick);
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        if (ticks.length > 0) expect(order.at(-1)).toBe(ticks.at(-1));
      }),
    );
  });

  it('drops what had been told of a future that is lived again', () => {
    const told = addHappenings([], [1, 2, 3, 4].map(happening));
    const again = addHappenings(told, [happening(3)]);
    expect(again.map((each) => each.id)).toEqual([1, 2, 3]);
    expect(before(told, 30).map((each) => each.id)).toEqual([1, 2]);
  });

  it('shows the checkpoints that the run itself keeps: all of the last hour, one an hour before', () => {
    const minutes = Array.from({ length: 37 }, (_, i) => i * 5);
    const kept = minutes.map(checkpoint).reduce(addCheckpoint, [] as readonly CheckpointInfo[]);
    expect(kept.map((each) => each.seconds / 60)).toEqual([0, 60, ...minutes.filter((minute) => minute >= 120)]);
  });

  it('draws no more points than there is room for, and always the newest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 50 }), (entries, most) => {
        const drawn = thinned(entries, most);
        expect(drawn.length).toBeLessThanOrEqual(most);
        expect(drawn.at(-1)).toBe(entries.at(-1));
        if (entries.length <= most) expect(drawn).toEqual(entries);
      }),
    );
  });
});
