import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { roadKnobNames } from '../../../sim/domains/traffic/closures';
import type { KnobName, KnobTurn } from '../../../sim/ports';
import { knobs } from '../../../sim/ports';
import { patch, type Run, run, start } from './simulate';
import { crossroads } from './small-city';

const city = crossroads({
  streets: { ns: { path: ['n', 'm', 's'], lanes: 2 }, we: { path: ['w', 'm', 'e'], lanes: 2 } },
});
const ranges: Readonly<Partial<Record<KnobName, readonly number[]>>> = {
  'lane.closed': [0, 1],
  'lane.reserved': [4, 12],
  'lane.crash': [0.3, 0.8],
  'edge.speed-limit': [5, 15],
  'edge.through': [12, 48],
  'edge.charge': [5, 20],
  'edge.built': [1],
  'gate.demand': [0.5, 2],
  'city.growth': [0.8, 1.3],
  'signal.control': [0, 3],
  'signal.cycle': [90, 120],
  'signal.offset': [10, 40],
  'signal.offset-phase': [0, 4],
  'signal.priority': [4, 8],
  'signal.retime': [0, 300],
};

const anyTurn = fc.constantFrom(...(Object.keys(ranges) as KnobName[])).chain((knob) =>
  fc.record({
    knob: fc.constant(knob),
    slot: fc.integer({ min: 0, max: city.elements[knobs[knob].per].count - 1 }),
    value: fc.constantFrom<number | null>(null, ...ranges[knob]!),
    cause: fc.integer({ min: 1, max: 99 }),
  }),
);

/** All knobs as they stand, and the happenings behind them. */
function knobsOf({ state }: Run) {
  const { closures, signals } = state;
  const roads = roadKnobNames.map((name) => [name, [...closures.knobs[name].values], [...closures.knobs[name].causes]]);
  const lights = Object.entries(signals.knobs.values).map(([name, values]) => [name, [...values]]);
  return [...roads, ...lights];
}

describe('turning knobs', () => {
  const of = run(start(city), 60);

  it('answers what undoes it, exactly, whatever is turned', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { minLength: 1, maxLength: 12 }), (turns) => {
        const before = knobsOf(of);
        const inverse = patch(of, turns as KnobTurn[]);
        patch(of, inverse);
        expect(knobsOf(of)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves a city that goes on the same after it was saved and loaded', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { minLength: 1, maxLength: 8 }), (turns) => {
        const one = start(city, 3);
        run(one, 20);
        patch(one, turns as KnobTurn[]);
        run(one, 20);
        const saved = trafficDomain.save(one.state);
        const other: Run = { ...one, heard: [], state: trafficDomain.load(city, one.state.settings, saved) };
        run(one, 20);
        run(other, 20);
        expect(trafficDomain.save(other.state)).toEqual(trafficDomain.save(one.state));
      }),
      { numRuns: 12 },
    );
  });
});
