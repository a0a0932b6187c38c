import { describe, expect, it } from 'vitest';
import { asElementId, asTick } from '../../sim/kernel';
import { History } from '../../sim/runtime/history';
import { KpiRecord } from '../../sim/runtime/kpi-record';
import type { KpiSample } from '../../sim/runtime/twin-face';

const sample = (minute: number, values: KpiSample['values']): KpiSample => ({
  tick: asTick(120 * minute),
  seconds: 60 * minute,
  values,
});
const speed = (minute: number) => sample(minute, { 'traffic.mean-speed': minute / 3, 'traffic.trips-running': minute });

describe('a record of samples', () => {
  it('gives back what was noted, also where a figure was not measured every time', () => {
    const record = new KpiRecord();
    const noted = [speed(1), sample(2, { 'traffic.trips-running': 7 }), speed(3)];
    for (const each of noted) record.note(each);
    expect(record.between(0, 1_000)).toEqual(noted);
    expect(record.between(120, 240)).toEqual([noted[1]]);
    expect(record.columns()).toEqual({
      seconds: [60, 120, 180],
      values: { 'traffic.mean-speed': [1 / 3, null, 1], 'traffic.trips-running': [1, 7, 3] },
    });
  });

  it('knows nothing later than the time from which another way was gone', () => {
    const record = new KpiRecord();
    for (let minute = 1; minute <= 5; minute++) record.note(speed(minute));
    record.forgetAfter(240);
    expect(record.newestTick).toBe(240);
  });
});

describe('the history of a run that lives for weeks', () => {
  const WEEKS_MINUTES = 21 * 1_440;

  it('keeps the newest two days of samples and no more than twice as many, and the newest happenings', () => {
    const history = new History();
    for (let minute = 1; minute <= WEEKS_MINUTES; minute++) {
      history.noteSample(speed(minute));
      for (let k = 0; k < 3; k++) {
        const id = 3 * minute + k;
        const tick = asTick(120 * minute);
        history.noteHappening({ id, tick, code: 'x', element: asElementId('e'), causes: [], values: {} });
      }
    }
    const { samples, happenings } = history.between(0, Number.POSITIVE_INFINITY);
    expect(samples.length).toBeGreaterThanOrEqual(2_880);
    expect(samples.length).toBeLessThanOrEqual(5_760);
    expect(samples.at(-1)).toEqual(speed(WEEKS_MINUTES));
    expect(happenings.length).toBeLessThanOrEqual(40_000);
    expect(happenings.at(-1)?.id).toBe(3 * WEEKS_MINUTES + 2);
  });
});
