import { describe, expect, it } from 'vitest';
import { asElementId, asTick, type Happening } from '../../sim';
import { poolSize } from '../../src/engine/pool-size';
import { catalogues } from '../../src/i18n';
import { mainFigures } from '../../src/panels/ahead/main-figures';
import { scaleOf, sortRows } from '../../src/panels/compare/difference-rows';
import { alarmCodes, comingAlarms } from '../../src/state/alarm-codes';

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

describe('alarms that are coming', () => {
  it('are what somebody would be woken for, one line a kind, the first first', () => {
    const happening = (id: number, code: string): Happening => ({
      id,
      tick: asTick(100 - id),
      code,
      element: asElementId(`e${id}`),
      causes: [],
      values: {},
    });
    const told = [
      happening(9, 'traffic.crash'),
      happening(8, 'energy.power-lost'),
      happening(7, 'traffic.crash-cleared'),
      happening(6, 'energy.power-lost'),
    ];
    expect(comingAlarms(told)).toEqual([
      { first: told[0], others: 0 },
      { first: told[1], others: 1 },
    ]);
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
