import { describe, expect, it } from 'vitest';
import { asTick, type Frame } from '../../sim';
import { HeldFrames } from '../../src/engine/held-frames';

const frame = (tick: number): Frame => ({
  tick: asTick(tick),
  seconds: tick / 2,
  elapsedSeconds: 0.5,
  generation: 0,
  layout: [],
  counts: [],
  buffer: new ArrayBuffer(8),
});

describe('frames held for a reader', () => {
  it('keep the newest while nobody reads, and give the others back', () => {
    const back: ArrayBuffer[] = [];
    const held = new HeldFrames((buffer) => back.push(buffer));
    const [first, second] = [frame(1), frame(2)];
    held.arrive(first);
    held.arrive(second);
    expect(back).toEqual([first.buffer]);
    const read: Frame[] = [];
    held.frames$.subscribe((each) => read.push(each));
    expect(read).toEqual([second]);
    expect(back, 'what is read belongs to its reader').toHaveLength(1);
  });

  it('of a run that was lost are given back and never shown', () => {
    const back: ArrayBuffer[] = [];
    const held = new HeldFrames((buffer) => back.push(buffer));
    held.arrive(frame(1));
    held.drop();
    expect(back).toHaveLength(1);
    const read: Frame[] = [];
    held.frames$.subscribe((each) => read.push(each));
    expect(read).toEqual([]);
  });

  it('have one reader at a time', () => {
    const held = new HeldFrames(() => undefined);
    const reading = held.frames$.subscribe();
    let refused: unknown;
    held.frames$.subscribe({ error: (error) => (refused = error) });
    expect(refused).toBeInstanceOf(Error);
    reading.unsubscribe();
    const read: Frame[] = [];
    held.frames$.subscribe((each) => read.push(each));
    held.arrive(frame(3));
    expect(read).toHaveLength(1);
  });
});
