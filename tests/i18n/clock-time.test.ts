import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClock, formatDuration, parseClock, runSecondsAt } from '../../src/i18n';

describe('the time of day', () => {
  it('is written as hours, minutes and seconds, and begins again at midnight', () => {
    expect(formatClock(25_200)).toBe('07:00:00');
    expect(formatClock(86_399.9)).toBe('23:59:59');
    expect(formatClock(86_400 + 61)).toBe('00:01:01');
    expect(formatClock(27_300, false)).toBe('07:35');
    expect(formatClock(Number.NaN)).toBe('–');
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399 }), (seconds) => {
        expect(parseClock(formatClock(seconds))).toBe(seconds);
      }),
    );
  });

  it('is read with a Chinese colon and without seconds', () => {
    expect(parseClock('7：35')).toBe(27_300);
    expect(parseClock(' 07:35 ')).toBe(27_300);
  });

  it.each(['', '7', '7:5', '24:00', '07:60', '07:35:60', 'noon', '07:35 pm'])('refuses %j', (typed) => {
    expect(parseClock(typed)).toBeUndefined();
  });

  it('is found in the run, on the next day where it has passed before the start', () => {
    expect(runSecondsAt(27_000, 25_200)).toBe(1_800);
    expect(runSecondsAt(3_600, 25_200)).toBe(64_800);
  });
});

describe('a length of time', () => {
  it('names hours only where there are some', () => {
    expect(formatDuration(42)).toBe('0:42');
    expect(formatDuration(725)).toBe('12:05');
    expect(formatDuration(3_723)).toBe('1:02:03');
    expect(formatDuration(Number.NaN)).toBe('–');
  });
});
