import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partitionFeeders } from '../../../sim/importers/plan/networks/electricity/partition-feeders';
import { nodesOf, runsOf } from '../../../sim/importers/plan/networks/runs';
import {
  gatherTowardsSource,
  segmentsToSources,
  shortestWays,
} from '../../../sim/importers/plan/networks/shortest-ways';
import { type UtilityGraph, utilityGraphOf } from '../../../sim/importers/plan/networks/utility-graph';
import { parseStreetPlan } from '../../../sim/importers/plan/plan';
import { streetGraphOf } from '../../../sim/importers/plan/street-graph';

/** Streets in a grid of so many by so many crossings, 100 m apart, on level ground. */
function grid(columns: number, rows: number): UtilityGraph {
  const name = (x: number, y: number) => `n${x}-${y}`;
  const nodes: Record<string, [number, number]> = {};
  for (let x = 0; x < columns; x++) for (let y = 0; y < rows; y++) nodes[name(x, y)] = [100 * x, 100 * y + x];
  const across = Array.from({ length: rows }, (_, y) => Array.from({ length: columns }, (_, x) => name(x, y)));
  const along = Array.from({ length: columns }, (_, x) => Array.from({ length: rows }, (_, y) => name(x, y)));
  const streets = [...across, ...along].map((path, k) => ({
    id: `s${k}`,
    name: { zh: '街', en: `Street ${k}` },
    class: 'local' as const,
    path,
  }));
  const parsed = parseStreetPlan({ nodes, streets, signals: [] });
  if (!parsed.ok) throw new Error(parsed.problems[0].message);
  const terrain = { origin: [0, 0] as [number, number], spacingM: 1000, columns: 2, rows: 2, heightsM: [5, 5, 5, 5] };
  return utilityGraphOf(streetGraphOf(parsed.value), [], terrain);
}

const size = fc.integer({ min: 2, max: 6 });
const city = fc.tuple(
  size,
  size,
  fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 36, maxLength: 36 }),
);

describe('feeders cut from a tree of ways', () => {
  it('take every load exactly once, each no more than one may', () => {
    fc.assert(
      fc.property(city, fc.double({ min: 1, max: 5, noNaN: true }), ([columns, rows, loads], mostKva) => {
        const graph = grid(columns, rows);
        const ways = shortestWays(graph, [0, graph.nodes.length - 1]);
        const areas = partitionFeeders(ways, (node) => loads[node], mostKva);
        const members = areas.flatMap((area) => area.members);
        expect([...members].sort((a, b) => a - b)).toEqual(graph.nodes.map((_, k) => k));
        for (const area of areas) {
          expect(area.kva).toBeLessThanOrEqual(mostKva + 1e-9);
          for (const member of area.members) expect(ways.source[member]).toBe(area.source);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('ways over streets', () => {
  it('cost what the way of the next node towards the source costs, and one street more', () => {
    fc.assert(
      fc.property(city, ([columns, rows]) => {
        const graph = grid(columns, rows);
        const ways = shortestWays(graph, [0]);
        for (let node = 1; node < graph.nodes.length; node++) {
          const { lengthM } = graph.segments[ways.via[node]];
          expect(ways.costM[node]).toBeCloseTo(ways.costM[ways.towards[node]] + lengthM, 9);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('bring everything that nodes ask for to the source', () => {
    fc.assert(
      fc.property(city, ([columns, rows, loads]) => {
        const graph = grid(columns, rows);
        const ways = shortestWays(graph, [0]);
        const through = gatherTowardsSource(ways, (node) => loads[node]);
        expect(through[0]).toBeCloseTo(
          graph.nodes.reduce((sum, _, node) => sum + loads[node], 0),
          9,
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('runs', () => {
  it('cover every segment once and end where something branches, ends or is asked to stop', () => {
    fc.assert(
      fc.property(city, fc.array(fc.nat(35), { maxLength: 6 }), ([columns, rows], picked) => {
        const graph = grid(columns, rows);
        const ways = shortestWays(graph, [0]);
        const ends = picked.map((node) => node % graph.nodes.length).filter((node) => node > 0);
        const used = segmentsToSources(ways, ends);
        const runs = runsOf(graph, used, (node) => node === 0 || ends.includes(node));
        const walked = runs.flatMap((run) => run.steps.map(({ segment }) => segment));
        expect([...walked].sort((a, b) => a - b)).toEqual([...used].sort((a, b) => a - b));
        const reached = new Set(runs.flatMap((run) => [run.from, run.to]));
        for (const node of ends) expect(reached.has(node)).toBe(true);
        expect(runs.length).toBeLessThanOrEqual(nodesOf(graph, used).length);
        const metres = runs.reduce((sum, run) => sum + run.lengthM, 0);
        expect(metres).toBeCloseTo(
          [...used].reduce((sum, k) => sum + graph.segments[k].lengthM, 0),
          6,
        );
      }),
      { numRuns: 40 },
    );
  });
});
