/** How the rows of the interventions are judged: signs, bands and nine pairs in ten. */
import { describe, expect, it } from 'vitest';
import { judge, type PairedValues, placeboBand, seenSign } from '../accept/interventions/judge';

const ten = (of: (i: number) => number) => Array.from({ length: 10 }, (_, i) => of(i));
const against = (b: readonly number[], placebo: readonly number[] | null = null): PairedValues => ({
  a: ten(() => 100),
  b,
  placebo,
});

describe('a sign over ten pairs', () => {
  it('holds with nine of them and not with eight', () => {
    const butFor = (few: number) => against(ten((i) => (i < few ? 98 : 102)));
    expect(judge(butFor(1), 1, 0.01)).toMatchObject({ held: true, agree: 9, of: 10 });
    expect(judge(butFor(2), 1, 0.01)).toMatchObject({ held: false, agree: 8 });
    expect(judge(butFor(1), -1, 0.01).held).toBe(false);
  });

  it('is none within the deadband, which is a share of the figure without the change', () => {
    expect(seenSign(1, 1)).toBe(0);
    expect(seenSign(-1.001, 1)).toBe(-1);
    const half = against(ten(() => 100.5));
    expect(judge(half, 1, 0.01)).toMatchObject({ held: false, band: 1 });
    expect(judge(half, 1, 0.001).held).toBe(true);
    expect(judge(half, 0, 0.01)).toMatchObject({ held: true, difference: 0.5, margin: 0.5 });
  });

  it('may be one of two where the row allows it, and anything where it is only shown', () => {
    const less = against(ten(() => 90));
    expect(judge(less, 'not-more', 0.01).held).toBe(true);
    expect(judge(less, 'not-less', 0.01).held).toBe(false);
    expect(judge(against(ten(() => 100)), 'not-less', 0.01).held).toBe(true);
    expect(judge(less, 'shown', 0).held).toBe(true);
  });

  it('asks for nothing at all where a figure is nothing and has no band', () => {
    const zero = { a: ten(() => 0), b: ten((i) => (i === 0 ? 1 : 0)), placebo: null };
    expect(judge(zero, 0, 0.01)).toMatchObject({ held: true, agree: 9, band: 0, margin: null });
    expect(judge({ ...zero, b: ten(() => 1) }, 0, 0.01).held).toBe(false);
  });
});

describe('the band of a placebo', () => {
  it('holds nineteen in twenty of its differences: t of ten, times their root mean square about zero', () => {
    const placebo = ten((i) => 100 + (i % 2 === 0 ? 3 : -3));
    expect(
      placeboBand(
        ten(() => 100),
        placebo,
      ),
    ).toBeCloseTo(2.228 * 3, 2);
  });

  it('widens the band of "=" and of no other sign', () => {
    const noisy = against(
      ten((i) => (i % 2 === 0 ? 104 : 96)),
      ten((i) => 100 + (i % 2 === 0 ? 3 : -3)),
    );
    expect(judge(noisy, 0, 0.01).held).toBe(true);
    expect(judge({ ...noisy, placebo: null }, 0, 0.01).held).toBe(false);
    expect(judge({ ...noisy, b: ten(() => 104) }, 1, 0.01).held).toBe(true);
  });
});
