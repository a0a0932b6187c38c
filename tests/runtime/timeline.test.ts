import { expect, it } from 'vitest';
import type { Intervention } from '../../sim/interventions';
import { listAt, type Timeline, withOneSince, withoutThese } from '../../sim/runtime/timeline';

const one = (id: string): Intervention => ({
  id,
  kind: 'close-road',
  targets: [],
  settings: {},
  fromSeconds: 0,
  untilSeconds: null,
});
const [a, b, late] = ['a', 'b', 'late'].map(one);
const lived: Timeline = [
  { tick: 0, interventions: [] },
  { tick: 100, interventions: [a] },
  { tick: 300, interventions: [a, b] },
  { tick: 500, interventions: [b] },
];

it.each([0, 50, 100, 200, 300, 700])(
  'a change that is put into the past at tick %i is on every list from then on, and the rest stays as it was',
  (tick) => {
    const again = withOneSince(lived, tick, late);
    for (const at of [0, 49, 50, 99, 100, 199, 200, 300, 499, 500, 700, 900]) {
      expect(listAt(again, at), `at ${at}`).toEqual([...listAt(lived, at), ...(at >= tick ? [late] : [])]);
    }
    const ticks = again.map((entry) => entry.tick);
    expect(ticks).toEqual(ticks.toSorted((x, y) => x - y));
    expect(withoutThese(again, ['late'])).toEqual(lived);
  },
);
