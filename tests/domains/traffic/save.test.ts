import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { hashBytes } from '../../../sim/kernel';
import { closeEdge, patch, type Run, run, start } from './simulate';
import { crossroads, smallCity } from './small-city';

const detours = smallCity('detours', {
  nodes: { w: [-200, 0], a: [0, 0], b: [400, 0], o: [600, 0], u: [200, 180], v: [200, -180] },
  streets: {
    main: { path: ['w', 'a', 'b', 'o'], class: 'arterial', lanes: 2 },
    upper: { path: ['a', 'u', 'b'], class: 'local' },
    lower: { path: ['a', 'v', 'b'], class: 'collector', lanes: 1 },
  },
  signals: ['a'],
  gates: { w: 20_000, o: 20_000 },
  truckShare: 0.1,
});

/** The same rough half hour for everyone: closures, a limit, a crowd, a failing signal, a hazard. */
const events: readonly (readonly [atSeconds: number, (of: Run) => void])[] = [
  [60, (of) => closeEdge(of, 'main:a:b', true)],
  [140, (of) => patch(of, [{ knob: 'gate.demand', slot: 0, value: 2.5, cause: 3 }])],
  [200, (of) => of.signalSupply.fill(0)],
  [260, (of) => of.roadHazard.fill(1, 0, 1)],
  [300, (of) => closeEdge(of, 'main:a:b', false)],
  [340, (of) => patch(of, [{ knob: 'edge.speed-limit', slot: 1, value: 5, cause: 4 }])],
  [400, (of) => of.signalSupply.fill(1)],
  [420, (of) => of.roadHazard.fill(0)],
];

function runWithEvents(of: Run, fromSeconds: number, untilSeconds: number): Run {
  let at = fromSeconds;
  for (const [eventSeconds, happens] of events) {
    if (eventSeconds < fromSeconds || eventSeconds >= untilSeconds) continue;
    run(of, eventSeconds - at);
    happens(of);
    at = eventSeconds;
  }
  return run(of, untilSeconds - at);
}

function reload(of: Run): Run {
  return {
    ...of,
    heard: [...of.heard],
    state: trafficDomain.load(of.scene, of.state.settings, trafficDomain.save(of.state)),
  };
}

const bytesOf = (of: Run) => hashBytes(trafficDomain.save(of.state));

it('saving and stepping on equals stepping straight on, bit for bit, whenever it is saved', () => {
  const straight = bytesOf(runWithEvents(start(detours, 9), 0, 500));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 998 }), (halfSeconds) => {
      const before = runWithEvents(start(detours, 9), 0, halfSeconds / 2);
      const after = reload(before);
      expect(bytesOf(after)).toBe(bytesOf(before));
      expect(bytesOf(runWithEvents(after, halfSeconds / 2, 500))).toBe(straight);
    }),
    { numRuns: 14 },
  );
});

it('a patch that has not been stepped yet is part of what is saved', () => {
  const before = run(start(detours, 2), 100);
  closeEdge(before, 'main:a:b', true);
  expect(bytesOf(run(reload(before), 60))).toBe(bytesOf(run(before, 60)));
});

it('a patch answers what undoes it exactly', () => {
  const of = run(start(detours, 2), 30);
  const before = bytesOf(run(reload(of), 1));
  const inverse = patch(of, [
    { knob: 'lane.closed', slot: 0, value: 1, cause: 5 },
    { knob: 'lane.closed', slot: 0, value: 0, cause: 6 },
    { knob: 'edge.speed-limit', slot: 0, value: 3, cause: 7 },
    { knob: 'gate.demand', slot: 0, value: 0, cause: 8 },
  ]);
  patch(of, inverse);
  expect(bytesOf(run(of, 1))).toBe(before);
});

it('state of another scene is refused', () => {
  const of = start(crossroads(), 1);
  const saved = trafficDomain.save(of.state);
  expect(() => trafficDomain.load(detours, of.state.settings, saved)).toThrow(/expected/);
});
