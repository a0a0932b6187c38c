import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from '../../src/panels/tour/place-card';

const page = { width: 1_366, height: 768 };
const card = { width: 384, height: 160 };

describe('a card of the tour', () => {
  it('stands beside what it is about: right of a panel at the left, left of one at the right, above the bar of time', () => {
    expect(placeCard({ left: 12, top: 60, width: 300, height: 500 }, card, page)).toEqual({ left: 326, top: 230 });
    expect(placeCard({ left: 1_054, top: 60, width: 300, height: 500 }, card, page)).toEqual({ left: 656, top: 230 });
    const { top } = placeCard({ left: 12, top: 690, width: 1_342, height: 66 }, card, page);
    expect(top + card.height).toBe(690 - 14);
    expect(placeCard({ left: 0, top: 0, ...page }, card, page)).toEqual({ left: 491, top: 304 });
  });

  it('is whole on the page wherever that is', () => {
    const side = fc.integer({ min: -200, max: 1_500 });
    const length = fc.integer({ min: 1, max: 2_000 });
    fc.assert(
      fc.property(side, side, length, length, (left, top, width, height) => {
        const at = placeCard({ left, top, width, height }, card, page);
        expect(at.left).toBeGreaterThanOrEqual(0);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.left + card.width).toBeLessThanOrEqual(page.width);
        expect(at.top + card.height).toBeLessThanOrEqual(page.height);
      }),
    );
  });
});
