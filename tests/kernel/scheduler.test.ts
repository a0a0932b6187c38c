import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSchedule } from '../../sim/kernel/scheduler';

const city = createSchedule(0.5, [
  { name: 'traffic', periodSeconds: 0.5 },
  { name: 'tunnel', periodSeconds: 1 },
  { name: 'energy', periodSeconds: 60 },
  { name: 'dispatch', periodSeconds: 900 },
]);

const periods = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 });
const scheduleOf = (ticks: number[]) =>
  createSchedule(
    0.25,
    ticks.map((n, i) => ({ name: `r${i}`, periodSeconds: n * 0.25 })),
  );

describe('the schedule', () => {
  it('calls each rate at every multiple of its period and at no other tick, in declared order', () => {
    fc.assert(
      fc.property(periods, fc.nat(1e9), (ticks, tick) => {
        const due = scheduleOf(ticks).dueAt(tick);
        expect(due).toEqual(ticks.flatMap((n, i) => (tick % n === 0 ? [i] : [])));
      }),
    );
  });

  it('calls a rate exactly once in any stretch as long as its period', () => {
    fc.assert(
      fc.property(periods, fc.nat(100_000), (ticks, from) => {
        const schedule = scheduleOf(ticks);
        const calls = ticks.map(() => 0);
        for (let tick = from; tick < from + ticks[0]; tick++) {
          for (const rate of schedule.dueAt(tick)) calls[rate]++;
        }
        expect(calls[0]).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it('hands out one list for equal sets, so that a step allocates nothing', () => {
    expect(city.dueAt(7)).toBe(city.dueAt(9));
    expect(city.dueAt(1_800)).toBe(city.dueAt(3_600));
    expect(Object.isFrozen(city.dueAt(7))).toBe(true);
  });

  it('knows the ticks of a period by index and by name', () => {
    expect(city.ticksPer('energy')).toBe(120);
    expect(city.ticksPer(3)).toBe(1_800);
    expect(() => city.ticksPer('weather')).toThrow(/no rate "weather"/);
  });

  it('tells the time exactly after weeks of half seconds', () => {
    const eightWeeks = 8 * 7 * 86_400 * 2;
    expect(city.secondsAt(eightWeeks + 1)).toBe(8 * 7 * 86_400 + 0.5);
  });

  it('tells the time correctly rounded where the step is no binary fraction', () => {
    const tenths = createSchedule(0.1, [{ name: 'control', periodSeconds: 0.3 }]);
    expect(tenths.ticksPer('control')).toBe(3);
    for (let tick = 0; tick < 100_000; tick += 37) expect(tenths.secondsAt(tick)).toBe(tick / 10);
  });

  it.each([0.75, 0.3, 0.25, 60.1, 0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses a period of %d s on a base step of half a second',
    (periodSeconds) => {
      expect(() => createSchedule(0.5, [{ name: 'odd', periodSeconds }])).toThrow(/'odd'.*expected/);
    },
  );

  it('refuses a base step that is no positive number, two rates of one name, and a tick before the start', () => {
    for (const step of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => createSchedule(step, [])).toThrow();
    const twin = { name: 'twin', periodSeconds: 1 };
    expect(() => createSchedule(1, [twin, twin])).toThrow(/one name/);
    expect(() => city.dueAt(-1)).toThrow();
    expect(() => city.dueAt(0.5)).toThrow();
  });
});
