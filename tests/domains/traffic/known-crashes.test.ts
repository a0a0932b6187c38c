import { expect, it } from 'vitest';
import { edgeSlot, patch, type Run, run, start } from './simulate';
import { smallCity } from './small-city';

const road = smallCity('road', {
  nodes: { w: [-500, 0], a: [0, 0], e: [500, 0], s: [0, -200] },
  streets: {
    main: { path: ['w', 'a', 'e'], class: 'arterial', lanes: 2 },
    side: { path: ['a', 's'], class: 'local', lanes: 1 },
  },
  gates: { w: 24_000, e: 24_000 },
});

/** A crash that would take two minutes to clear, known so many seconds after it happened. */
function crashKnownAfter(foundS: number): Record<string, number> & { of: Run } {
  const of = run(start(road), 120);
  of.streets?.incidentFound.fill(foundS);
  const slot = of.scene.roads.edgeFirstLane[edgeSlot(of, 'main:w:a')];
  patch(of, [{ knob: 'lane.crash', slot, value: 0.5, cause: 7 }]);
  run(of, 120);
  patch(of, [{ knob: 'lane.crash', slot, value: null, cause: 0 }]);
  run(of, 300);
  const at = (code: string) => of.heard.find((each) => each.code === code)?.seconds ?? Number.NaN;
  return {
    of,
    crash: at('traffic.crash'),
    known: at('traffic.crash-known'),
    cleared: at('traffic.crash-cleared'),
  } as never;
}

it('is cleared as much later as somebody learns of it later, and says when that was', () => {
  const atOnce = crashKnownAfter(0);
  expect(atOnce.known).toBeNaN();
  for (const foundS of [60, 200]) {
    const late = crashKnownAfter(foundS);
    expect(late.crash).toBe(atOnce.crash);
    expect(late.known - late.crash).toBeCloseTo(foundS, 0);
    expect(late.cleared - atOnce.cleared).toBeCloseTo(foundS, 0);
    const [known] = late.of.heard.filter(({ code }) => code === 'traffic.crash-known');
    expect(known.causes).toEqual(late.of.heard.filter(({ code }) => code === 'traffic.crash').map(({ id }) => id));
  }
});
