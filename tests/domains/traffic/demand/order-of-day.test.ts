import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordered, orderOfDay } from '../../../../sim/domains/traffic/demand/people/order-of-day';

const aSecond = fc.oneof(
  fc.integer({ min: 0, max: 86_400 }),
  fc.double({ min: 0, max: 86_400, noNaN: true }),
  fc.double({ min: 28_800, max: 28_802, noNaN: true }),
);

describe('the order of a day', () => {
  it('is that of the seconds, and of the numbers within one moment, as sorting finds it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(aSecond, fc.integer({ min: 0, max: 9 })), { maxLength: 300 }), (entries) => {
        const seconds = entries.map(([second]) => second);
        const numbers = entries.map(([, number]) => number);
        const sorted = entries.map((_, i) => i).sort((a, b) => seconds[a] - seconds[b] || numbers[a] - numbers[b]);
        const order = orderOfDay(seconds, numbers, entries.length);
        expect([...order]).toEqual(sorted);
        expect([...ordered(new Float64Array(order.length), seconds, order)]).toEqual(sorted.map((i) => seconds[i]));
      }),
    );
  });
});
