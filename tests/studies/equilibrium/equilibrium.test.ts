import { describe, expect, it } from 'vitest';
import { equilibrateTraffic } from '../../../sim/studies/equilibrium';
import { smallCity } from '../../domains/traffic/small-city';

/** From w to e straight through a signal, or a longer way around by the south. */
function twoWays(tripsPerDay: number) {
  return smallCity('two-ways', {
    nodes: {
      w: [-300, 0],
      a: [0, 0],
      m: [400, 0],
      b: [800, 0],
      e: [1_100, 0],
      s: [400, -350],
      n: [400, 300],
    },
    streets: {
      in: { path: ['w', 'a'], lanes: 2, oneWay: true, class: 'arterial' },
      straight: { path: ['a', 'm', 'b'], lanes: 1, oneWay: true },
      around: { path: ['a', 's', 'b'], lanes: 1, oneWay: true },
      out: { path: ['b', 'e'], lanes: 2, oneWay: true, class: 'arterial' },
      cross: { path: ['n', 'm'], lanes: 1, oneWay: true },
    },
    signals: ['m'],
    gates: { w: tripsPerDay, e: tripsPerDay },
  });
}

const HOUR = { seed: 3, fromSeconds: 25_200, untilSeconds: 28_800 };

describe('the dynamic equilibrium', () => {
  const scene = twoWays(28_000);
  const found = equilibrateTraffic(scene, { ...HOUR, mostIterations: 30, relativeGap: 0.002 });
  if (!found.ok) throw new Error(found.problems[0].message);
  const { iterations, trips, converged } = found.value;
  const share = (id: string) => {
    const edge = scene.elements.edge.ids.findIndex((one) => one.startsWith(id));
    return trips.filter(({ edges }) => edges.includes(edge)).length / trips.length;
  };

  it('closes its gap, and makes the morning shorter than it was when everybody took the way that is short when empty', () => {
    const [first, last] = [iterations[0], iterations[iterations.length - 1]];
    expect(first.relativeGap).toBeGreaterThan(0.05);
    expect(last.relativeGap).toBeLessThan(0.02);
    expect(last.relativeGap).toBeLessThan(first.relativeGap / 5);
    expect(last.meanSeconds).toBeLessThan(0.9 * first.meanSeconds);
    expect(last.arrived).toBe(last.released);
    expect(converged).toBe(last.relativeGap <= 0.002);
  });

  it('uses both ways where one alone cannot carry all', () => {
    expect(share('around')).toBeGreaterThan(0.1);
    expect(share('straight')).toBeGreaterThan(0.3);
  });

  it('tells how long each edge took by quarter hours, and is the same every time', () => {
    const again = equilibrateTraffic(scene, { ...HOUR, mostIterations: 30, relativeGap: 0.002 });
    expect(again).toEqual(found);
    const { edgeSeconds, edgeCount, bins } = found.value;
    expect(edgeSeconds.length).toBe(bins * scene.roads.edgeCount);
    for (const [i, count] of edgeCount.entries()) expect(edgeSeconds[i] > 0).toBe(count > 0);
  });

  it('refuses times that run backwards', () => {
    expect(equilibrateTraffic(scene, { ...HOUR, untilSeconds: 25_000 }).ok).toBe(false);
  });
});
