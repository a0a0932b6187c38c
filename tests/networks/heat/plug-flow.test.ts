import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temperatureAtEnd } from '../../../sim/networks/heat/parcels';
import { advancePlugFlow } from '../../../sim/networks/heat/plug-flow';
import { kilometre, publishedKilometreK, standingDecayHours, stepResponse } from '../../reference/heat/known-answers';
import { heldBy, sideOf, stepAndBalance, WATER_J_PER_M3_K } from './one-side';

const areaOf = (diameterM: number) => (Math.PI / 4) * diameterM ** 2;

describe('water in pipes', () => {
  it.each([
    [1, 60],
    [10, 60],
    [7, 50],
    [10, 900],
    [40, 300],
  ])(
    'carries a step of 30 K through 1 km of %i pipes at 0.5 m/s in 2,000 s, whatever the step (%i s)',
    (pipes, seconds) => {
      const { firstS, tenthS, halfS, nineTenthsS } = stepResponse(pipes, seconds);
      expect(firstS).toBeGreaterThan(1950);
      expect(halfS).toBeCloseTo(2000, 6);
      expect(nineTenthsS - tenthS).toBeLessThan(60);
    },
  );

  it('decays with about 82 h in a DN150 that stands still', () => {
    for (const seconds of [60, 3600]) {
      expect(standingDecayHours(seconds)).toBeGreaterThan(81);
      expect(standingDecayHours(seconds)).toBeLessThan(83);
    }
  });

  it.each([
    [1, 60],
    [8, 900],
  ])('comes to the published 320.9163 K after a kilometre of %i pipes in steps of %i s', (pipes, seconds) => {
    expect(Math.abs(publishedKilometreK(pipes, seconds) - 320.9163141)).toBeLessThan(1e-6);
  });

  it.each([10, 60, 900, 3600])(
    'comes out by the exponential law once flow and inlet have held, in steps of %i s',
    (seconds) => {
      const pipes = kilometre(3, 5 * Math.PI * 0.075);
      const side = sideOf(4, pipes, 20, 19.85);
      const massKgPerS = 1;
      const q = massKgPerS / 998.2;
      const flow = new Float64Array(3).fill(q);
      const inflow = Float64Array.of(q, 0, 0, 0);
      const inflowC = new Float64Array(4).fill(56.85);
      for (let now = 0; now < 40_000; now += seconds) advancePlugFlow(side, flow, inflow, inflowC, seconds);
      const expected = 19.85 + 37 * Math.exp((-5 * Math.PI * 0.075 * 1000) / (massKgPerS * (WATER_J_PER_M3_K / 998.2)));
      expect(side.nodeC[3]).toBeCloseTo(expected, 6);
    },
  );

  it('keeps its heat, in + held before = out + lost + held now, with any flows, turns, stops and steps', () => {
    fc.assert(
      fc.property(networksAndSteps(), ({ pipes, nodes, steps }) => {
        const side = sideOf(nodes, pipes, 50, 10, 4);
        for (const { flow, inflow, inflowC, seconds, groundC } of steps) {
          side.parcels.groundC.fill(groundC);
          expect(stepAndBalance(side, flow, inflow, inflowC, seconds)).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is never warmer than the warmest that came in nor colder than the ground', () => {
    fc.assert(
      fc.property(networksAndSteps(12), ({ pipes, nodes, steps }) => {
        const side = sideOf(nodes, pipes, 50, 12, 4);
        for (const { flow, inflow, inflowC, seconds } of steps) {
          advancePlugFlow(side, flow, inflow, inflowC, seconds);
          for (let i = 0; i < nodes; i++) {
            expect(side.nodeC[i]).toBeGreaterThan(12 - 1e-9);
            expect(side.nodeC[i]).toBeLessThan(90 + 0.01);
          }
          pipes.forEach((_, pipe) => {
            for (const end of [0, 1] as const) {
              expect(temperatureAtEnd(side.parcels, pipe, end)).toBeGreaterThan(12 - 1e-9);
              expect(temperatureAtEnd(side.parcels, pipe, end)).toBeLessThan(90.01);
            }
          });
        }
      }),
      { numRuns: 100 },
    );
  });

  it('comes back as it went in when flow turns round and nothing is lost', () => {
    const side = sideOf(2, kilometre(1), 30, 10);
    const q = 0.5 * areaOf(0.15);
    const inflow = Float64Array.of(q, 0);
    const given = [80, 60, 70, 90, 50];
    for (const celsius of given) advancePlugFlow(side, Float64Array.of(q), inflow, Float64Array.of(celsius, 0), 120);
    const returned: number[] = [];
    for (const _ of given) {
      advancePlugFlow(side, Float64Array.of(-q), Float64Array.of(0, q), Float64Array.of(0, 30), 120);
      returned.push(side.nodeC[0]);
    }
    returned.forEach((celsius, i) => {
      expect(celsius).toBeCloseTo(given.toReversed()[i], 9);
    });
  });

  it('does not care in which order pipes are listed', () => {
    fc.assert(
      fc.property(networksAndSteps(), ({ pipes, nodes, steps }) => {
        const a = sideOf(nodes, pipes, 50, 10);
        const b = sideOf(nodes, pipes.toReversed(), 50, 10);
        for (const { flow, inflow, inflowC, seconds } of steps) {
          advancePlugFlow(a, flow, inflow, inflowC, seconds);
          advancePlugFlow(b, flow.toReversed(), inflow, inflowC, seconds);
          for (let i = 0; i < nodes; i++) expect(b.nodeC[i]).toBeCloseTo(a.nodeC[i], 6);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('goes round in a circle that a pump drives, and is the same however often its step is parted', () => {
    const ring = [0, 1, 2].map((i) => ({ from: i, to: (i + 1) % 3, lengthM: 60, diameterM: 0.1, lossWPerMK: 0.3 }));
    const flow = new Float64Array(3).fill(0.004);
    const none = new Float64Array(3);
    const long = sideOf(3, ring, 60, 10);
    const short = sideOf(3, ring, 60, 10);
    expect(stepAndBalance(long, flow, none, none, 900)).toBeLessThan(1e-12);
    for (let i = 0; i < 90; i++) advancePlugFlow(short, flow, none, none, 10);
    expect(heldBy(long)).toBeCloseTo(heldBy(short), 4);
    const decays = Math.exp((-0.3 * 900) / (WATER_J_PER_M3_K * areaOf(0.1)));
    expect(long.nodeEndC[0]).toBeCloseTo(10 + 50 * decays, 1);
  });

  it('refuses flows that do not balance, by the node', () => {
    const side = sideOf(2, kilometre(1), 30, 10);
    expect(() => advancePlugFlow(side, Float64Array.of(1), new Float64Array(2), new Float64Array(2), 60)).toThrow(
      'node 0',
    );
  });
});

/** Connected networks with chords; flows that balance: any on the chords, what the nodes take and give along the tree. */
function networksAndSteps(ground?: number) {
  return fc
    .record({
      parents: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 7 }),
      chords: fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { maxLength: 3 }),
      lengthsM: fc.array(fc.integer({ min: 5, max: 900 }), { minLength: 10, maxLength: 10 }),
      steps: fc.array(
        fc.record({
          chordFlows: fc.array(fc.double({ min: -0.002, max: 0.002, noNaN: true }), { minLength: 3, maxLength: 3 }),
          given: fc.array(fc.double({ min: 0, max: 0.004, noNaN: true }), { minLength: 8, maxLength: 8 }),
          isSink: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
          celsius: fc.integer({ min: 20, max: 90 }),
          seconds: fc.constantFrom(1, 60, 300, 900),
          stands: fc.boolean(),
          groundC: fc.integer({ min: 5, max: 15 }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
    })
    .map(({ parents, chords, lengthsM, steps }) => {
      const nodes = parents.length + 1;
      const ends = [
        ...parents.map((p, i) => [p % (i + 1), i + 1]),
        ...chords.map(([a, b]) => [a % nodes, b % nodes]).filter(([a, b]) => a !== b),
      ];
      const pipes = ends.map(([from, to], i) => ({
        from,
        to,
        lengthM: lengthsM[i % lengthsM.length],
        diameterM: i % 2 ? 0.05 : 0.1,
        lossWPerMK: 0.3,
      }));
      return {
        nodes,
        pipes,
        steps: steps.map(({ chordFlows, given, isSink, celsius, seconds, stands, groundC }) => {
          const flow = new Float64Array(pipes.length);
          const inflow = new Float64Array(nodes);
          if (!stands) {
            const over = new Float64Array(nodes);
            for (let b = parents.length; b < pipes.length; b++) {
              flow[b] = chordFlows[b - parents.length];
              over[pipes[b].from] -= flow[b];
              over[pipes[b].to] += flow[b];
            }
            for (let i = 1; i < nodes; i++) {
              if (isSink[i]) over[i] -= given[i];
              else {
                over[i] += given[i];
                inflow[i] = given[i];
              }
            }
            for (let i = nodes - 1; i > 0; i--) {
              flow[i - 1] = -over[i];
              over[pipes[i - 1].from] += over[i];
            }
            inflow[0] = Math.max(0, -over[0]);
          }
          return { flow, inflow, inflowC: new Float64Array(nodes).fill(celsius), seconds, groundC: ground ?? groundC };
        }),
      };
    });
}
