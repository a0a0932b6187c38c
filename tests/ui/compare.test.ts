import { describe, expect, it } from 'vitest';
import { type Ahead, asElementId, asTick, type Happening, type KpiSample } from '../../sim';
import { poolSize } from '../../src/engine/pool-size';
import { catalogues } from '../../src/i18n';
import { scaleOf, sortRows } from '../../src/panels/compare/difference-rows';
import { courseOf, spreadOf, spreadOfAlarms } from '../../src/state/ahead-spread';
import { alarmCodes } from '../../src/state/alarm-codes';
import { mainFigures } from '../../src/state/main-figures';

const compared = (a: number, difference: number, noise: number, sign: -1 | 0 | 1) => ({
  a,
  b: a + difference,
  difference,
  noise,
  sign,
  unit: 's' as const,
  seeds: [difference, difference],
});

describe('the bars of a comparison', () => {
  it('stand by how large a share of A they are, those within chance apart, in words that fit the figure', () => {
    const { differ, same } = sortRows({
      'traffic.delay': compared(100, 20, 2, 1),
      'traffic.mean-speed': compared(10, -5, 1, -1),
      'traffic.trips-running': compared(50, 10, 2, 1),
      'traffic.mean-waiting': compared(30, 1, 4, 0),
      'traffic.trips-stuck': compared(0, 3, 1, 1),
    });
    expect(differ.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['traffic.trips-stuck', 'worse'],
      ['traffic.mean-speed', 'worse'],
      ['traffic.delay', 'worse'],
      ['traffic.trips-running', 'more'],
    ]);
    expect(differ[0].share).toBe(Number.POSITIVE_INFINITY);
    expect(same.map(({ name, verdict }) => [name, verdict])).toEqual([['traffic.mean-waiting', 'same']]);
    expect(scaleOf(differ)).toBe(0.5);
    expect(scaleOf([])).toBe(0.01);
  });
});

const happening = (tick: number, code: string): Happening => ({
  id: tick,
  tick: asTick(tick),
  code,
  element: asElementId(`e${tick}`),
  causes: [],
  values: {},
});

const future = (happenings: readonly Happening[], course: readonly (readonly [number, number])[] = []): Ahead => ({
  fromSeconds: 600,
  toSeconds: 1_200,
  happenings,
  before: { 'energy.co2-now': 10 },
  after: {},
  course: course.map(([seconds, co2]) => ({ seconds, values: { 'energy.co2-now': co2 } })),
});

describe('alarms that may come', () => {
  it('are what somebody would be woken for, one line a kind, with how many futures have it and when', () => {
    const seen = [
      future([
        happening(1_300, 'traffic.crash'),
        happening(1_310, 'traffic.crash'),
        happening(1_400, 'traffic.crash-cleared'),
      ]),
      future([happening(1_250, 'energy.power-lost'), happening(1_500, 'traffic.crash')]),
      future([happening(1_360, 'traffic.crash')]),
    ];
    expect(spreadOfAlarms(seen)).toEqual([
      { first: seen[1].happenings[0], futures: 1, soonestTick: 1_250, latestTick: 1_250, others: 0 },
      { first: seen[2].happenings[0], futures: 3, soonestTick: 1_300, latestTick: 1_500, others: 1 },
    ]);
    expect(spreadOfAlarms([])).toEqual([]);
  });

  it('have figures with their spread, the past as it was and the rest from the lowest to the highest', () => {
    expect(spreadOf([3, 1, undefined, 2, 10])).toEqual({ low: 1, middle: 2.5, high: 10 });
    expect(spreadOf([Number.NaN, null])).toBeUndefined();
    const sample = (seconds: number, co2: number) =>
      ({ tick: asTick(2 * seconds), seconds, values: { 'energy.co2-now': co2 } }) satisfies KpiSample;
    const lived = [sample(300, 7), sample(540, 9), sample(660, 99)];
    const seen = [
      future(
        [],
        [
          [660, 11],
          [720, 13],
        ],
      ),
      future(
        [],
        [
          [660, 12],
          [720, 9],
        ],
      ),
      future(
        [],
        [
          [660, 15],
          [720, 14],
        ],
      ),
    ];
    expect(courseOf('energy.co2-now', lived, seen)).toEqual({
      seconds: [300, 540, 600, 660, 720],
      past: [7, 9, 10, null, null],
      middle: [null, null, 10, 12, 13],
      low: [null, null, 10, 11, 9],
      high: [null, null, 10, 15, 14],
    });
    const long = Array.from({ length: 3_000 }, (_, k) => sample(k * 60, k));
    const late = { ...seen[0], fromSeconds: 180_000, course: [] };
    const { seconds } = courseOf('energy.co2-now', long, [late]);
    expect(seconds[0], 'a day back').toBeGreaterThanOrEqual(180_000 - 86_400);
    expect(seconds.length).toBeLessThan(500);
  });

  it('are all happenings that have a sentence, and the figures beside them have names', () => {
    for (const code of alarmCodes) expect(Object.keys(catalogues.en.happeningTexts)).toContain(code);
    for (const name of mainFigures) expect(catalogues.zh.kpis[name].name).not.toBe('');
  });
});

describe('the pool of workers', () => {
  it('leaves a processor to the page, and memory to the browser, and has one worker at least', () => {
    const small = 200_000;
    expect(poolSize(4, small)).toBe(3);
    expect(poolSize(1, small)).toBe(1);
    expect(poolSize(undefined, small)).toBe(1);
    const flagship = 2_700_000;
    expect(poolSize(32, flagship)).toBeLessThanOrEqual(3);
    expect(poolSize(32, 200 * flagship)).toBe(1);
  });
});
