import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemOfTntp } from '../../../sim/hosts/cli/tntp-problem';
import { readTntpFlows, readTntpNetwork, readTntpTrips } from '../../../sim/importers/tntp';
import type { Result } from '../../../sim/kernel';
import { assign } from '../../../sim/studies/assignment';
import { buildLoom } from './loom';
import { excessOf, problemOf, tables } from './networks';

/** Braess (1968) with the numbers of the textbooks: 10x, 50 + x, 50 + x, 10x and the bridge at 10 + x, six trips. */
const BRAESS = [
  [0, 2, 0, 10, 1, 1],
  [0, 3, 50, 1, 1, 1],
  [2, 1, 50, 1, 1, 1],
  [3, 1, 0, 10, 1, 1],
  [2, 3, 10, 1, 1, 1],
] as const;

function taken<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map((each) => `${each.path.join(' ')}: ${each.message}`).join('\n'));
  return result.value;
}

describe("Braess's network", () => {
  it('costs each of six drivers 92 with the bridge, and 83 when it is closed', () => {
    const open = assign(problemOf(tables(4, BRAESS, [[0, 1, 6]])), { relativeGap: 1e-12 });
    expect(open.totalCost / 6).toBeCloseTo(92, 9);
    [4, 2, 2, 4, 2].forEach((flow, link) => {
      expect(open.linkFlow[link]).toBeCloseTo(flow, 9);
    });
    const closed = assign(problemOf(tables(4, BRAESS.slice(0, 4), [[0, 1, 6]])), { relativeGap: 1e-12 });
    expect(closed.totalCost / 6).toBeCloseTo(83, 9);
  });

  it('costs the system the same with the bridge as without, where all do what is best for all', () => {
    const open = assign(problemOf(tables(4, BRAESS, [[0, 1, 6]])), { relativeGap: 1e-12, objective: 'system' });
    expect(open.totalCost / 6).toBeCloseTo(83, 9);
    expect(open.linkFlow[4]).toBeCloseTo(0, 6);
  });
});

describe("Pigou's two roads", () => {
  const roads = problemOf(
    tables(
      2,
      [
        [0, 1, 1, 0, 1, 0],
        [0, 1, 0, 1, 1, 1],
      ],
      [[0, 1, 1]],
    ),
  );

  it('cost 1 when everybody takes the road that fills up, and 3/4 at the best of all', () => {
    expect(assign(roads, { relativeGap: 1e-12 }).totalCost).toBeCloseTo(1, 9);
    const best = assign(roads, { relativeGap: 1e-12, objective: 'system' });
    expect(best.totalCost).toBeCloseTo(0.75, 9);
    expect(best.linkFlow[1]).toBeCloseTo(0.5, 9);
  });
});

describe('two roads of any powers', () => {
  it.each([
    [4, 4],
    [1, 4],
    [0.5, 3],
    [2.5, 16.83],
  ])('(%d and %d) are filled until they cost the same, as bisection finds too', (p, q) => {
    const roads = tables(
      2,
      [
        [0, 1, 10, 1.5, 20, p],
        [0, 1, 15, 2.25, 10, q],
      ],
      [[0, 1, 70]],
    );
    const found = assign(problemOf(roads), { relativeGap: 1e-13 });
    let low = 0;
    let high = 70;
    for (let i = 0; i < 80; i++) {
      const middle = (low + high) / 2;
      if (10 + 1.5 * (middle / 20) ** p < 15 + 2.25 * ((70 - middle) / 10) ** q) low = middle;
      else high = middle;
    }
    expect(found.linkFlow[0]).toBeCloseTo(low, 6);
  });
});

describe('the loom, whose equilibrium is exact by construction', () => {
  const loom = buildLoom();
  const folder = join(import.meta.dirname, 'loom');
  const files = { 'loom_net.tntp': loom.network, 'loom_trips.tntp': loom.trips, 'loom_flow.tntp': loom.flows };
  const problem = taken(problemOfTntp(taken(readTntpNetwork(loom.network)), taken(readTntpTrips(loom.trips))));
  const flows = taken(readTntpFlows(loom.flows));

  it('lies in its files as it is built', () => {
    // CITYLOOM_WRITE_LOOM=1 writes them anew.
    for (const [name, text] of Object.entries(files)) {
      if (process.env.CITYLOOM_WRITE_LOOM) writeFileSync(join(folder, name), text);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    }
  });

  it('is an equilibrium as it is stated: nobody has a cheaper way', () => {
    const cost = flows.volume.map(
      (flow, link) =>
        problem.constantCost[link] + problem.riseCost[link] * (flow / problem.capacity[link]) ** problem.power[link],
    );
    const { paid, excess } = excessOf(problem, flows.volume, cost);
    expect(Math.abs(excess)).toBeLessThan(1e-12 * paid);
    expect(paid).toBeCloseTo(loom.tstt, 5);
    expect(flows.volume.filter((flow) => flow === 0).length).toBeGreaterThan(20);
  });

  it('is found: total cost and objective to twelve digits, and the flow of every link', () => {
    const found = assign(problem, { relativeGap: 1e-14 });
    expect(found.ended).toBe('gap');
    expect(Math.abs(found.totalCost / loom.tstt - 1)).toBeLessThan(1e-12);
    expect(Math.abs(found.beckmann / loom.beckmann - 1)).toBeLessThan(1e-12);
    flows.volume.forEach((flow, link) => {
      expect(Math.abs(found.linkFlow[link] - flow)).toBeLessThan(1e-4);
    });
  });

  it('would be another one if zones could be passed through', () => {
    const passable = { ...problem, mayPass: new Uint8Array(problem.nodeCount).fill(1) };
    expect(assign(passable).totalCost).toBeLessThan(0.98 * loom.tstt);
  });
});
