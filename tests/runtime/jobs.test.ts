import { describe, expect, it } from 'vitest';
import type { JobTools } from '../../sim/ports';
import { deskInPlace } from '../../sim/runtime';
import { asker, askers, asking, askingFrom, EagerDesk, SlowDesk } from './asker';
import { hostOf } from './host';
import { lower, tanks, upper } from './tanks';

const inPlace = () => deskInPlace(askers, {} as JobTools);
const SECONDS = 120;

function finalHash(desk: ReturnType<typeof inPlace>): string {
  const engine = asking(desk);
  expect(engine.runTo(SECONDS)).toBe(true);
  return engine.finalHash();
}

/** Steps with a desk that answers only when the run has stopped for it, `looks` looks late. */
function runLate(engine: ReturnType<typeof asking>, desk: SlowDesk, seconds: number, looks: number): void {
  for (let turn = 0; !engine.runTo(seconds); turn++) {
    if (turn > 10_000) throw new Error('never there');
    expect(engine.isWaiting).toBe(true);
    if (turn % (looks + 1) === looks) desk.work('last');
  }
}

describe('a job', () => {
  it('changes nothing by when it is done: at once, when it is due, or long after', () => {
    const expected = finalHash(inPlace());
    expect(finalHash(new EagerDesk())).toBe(expected);
    for (const looks of [0, 1, 7]) {
      const desk = new SlowDesk();
      const engine = asking(desk);
      runLate(engine, desk, SECONDS, looks);
      expect(engine.finalHash()).toBe(expected);
    }
  });

  it('is heard: a run whose answers are other ones ends otherwise', () => {
    const deaf = { ...asker, receive: () => undefined };
    const engine = asking(inPlace(), [upper, lower, deaf]);
    engine.runTo(SECONDS);
    expect(engine.finalHash()).not.toBe(finalHash(inPlace()));
  });

  it('stops the clock at its own tick: the first step of its domain that is late enough', () => {
    const desk = new SlowDesk();
    const engine = asking(desk);
    expect(engine.runTo(SECONDS)).toBe(false);
    // Asked at 0 s, wanted in 5 s, and the domain steps every 2 s.
    expect(engine.seconds).toBe(6);
    expect(() => engine.step()).toThrow('expected it to wait for job 1');
    // What was asked at 0 s and at 4 s is answered; at 8 s it asks again.
    desk.work('all');
    expect(engine.runTo(SECONDS)).toBe(false);
    expect(engine.seconds).toBe(14);
  });

  it('goes on in a run that is saved while it waits, with the same end', () => {
    const expected = finalHash(inPlace());
    for (const seconds of [4, 5, 6, 6.5, 61]) {
      const desk = new SlowDesk();
      const engine = asking(desk);
      runLate(engine, desk, seconds, 0);
      const saved = engine.save();
      const other = new SlowDesk();
      const resumed = askingFrom(saved, other);
      if (!resumed.ok) throw new Error(resumed.problems[0].message);
      expect(other.open.length).toBeGreaterThan(0);
      expect(resumed.value.save()).toEqual(saved);
      runLate(resumed.value, other, SECONDS, 2);
      expect(resumed.value.finalHash()).toBe(expected);
    }
  });

  it('that was asked after a saved moment is forgotten when the run goes back to it', () => {
    const desk = new SlowDesk();
    const engine = asking(desk);
    runLate(engine, desk, 9, 0);
    const state = engine.saveState();
    runLate(engine, desk, 31, 0);
    expect(engine.loadState(state).ok).toBe(true);
    expect(desk.open.map(({ id }) => id)).toEqual([2, 3]);
    runLate(engine, desk, SECONDS, 0);
    expect(engine.finalHash()).toBe(finalHash(inPlace()));
  });

  it('costs a run that has none not a byte of its saves', () => {
    expect(asking(undefined, [upper, lower]).save()).toEqual(tanks().save());
  });

  it('is refused where nobody works on it, and of a domain that answers nothing', () => {
    expect(() => asking(undefined).step()).toThrow('expected a desk');
    const mute = { ...asker, answer: undefined };
    expect(() => asking(inPlace(), [upper, lower, mute]).step()).toThrow('expected it to answer and to receive');
  });
});

describe('a live run', () => {
  it('waits at the tick of a job, answers commands meanwhile, and goes on when the answer is there', async () => {
    const desk = new SlowDesk();
    const host = hostOf(asking(desk), { pace: 10 });
    await host.ask({ kind: 'play' });
    host.advance(3_000);
    expect(host.twin.engine.seconds).toBe(6);
    expect((await host.ask({ kind: 'pace', pace: 60 })).ok).toBe(true);
    host.advance(200);
    expect(host.twin.engine.seconds).toBe(6);
    desk.work('all');
    host.advance(1_000);
    expect(host.twin.engine.seconds).toBe(14);
  });

  it('seeks past jobs, forward and back, and comes to the same state', async () => {
    const host = hostOf(asking(new EagerDesk()));
    expect((await host.ask({ kind: 'seek', seconds: SECONDS })).ok).toBe(true);
    const there = host.twin.engine.stateHash();
    await host.ask({ kind: 'seek', seconds: 33 });
    await host.ask({ kind: 'seek', seconds: SECONDS });
    expect(host.twin.engine.stateHash()).toBe(there);
    expect(host.twin.engine.finalHash()).toBe(finalHash(inPlace()));
  });
});
