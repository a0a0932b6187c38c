import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createHeap, pop, push } from '../../../sim/domains/traffic/routing/heap';
import { findWay } from '../../../sim/domains/traffic/routing/search';
import { emptyState } from '../../../sim/domains/traffic/state';
import { smallCity } from './small-city';

const grid = smallCity('grid', {
  nodes: Object.fromEntries(
    Array.from({ length: 16 }, (_, i) => [`p${i}`, [180 * (i % 4) + 7 * i, 160 * Math.floor(i / 4)]] as const),
  ),
  streets: Object.fromEntries([
    ...[0, 1, 2, 3].map((r) => [`row${r}`, { path: [0, 1, 2, 3].map((c) => `p${4 * r + c}`), lanes: 1 }] as const),
    ...[0, 1, 2, 3].map((c) => [`col${c}`, { path: [0, 1, 2, 3].map((r) => `p${4 * r + c}`), lanes: 1 }] as const),
  ]),
});

it('a heap gives back what it was given in the order of the keys', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 60 }), (keys) => {
      const heap = createHeap(60);
      keys.forEach((key, item) => {
        push(heap, item, key);
      });
      const order = keys.map(() => keys[pop(heap)]);
      expect(order).toEqual([...keys].sort((a, b) => a - b));
    }),
  );
});

it('a way found is as quick as the quickest that trying every link again and again finds', () => {
  const edgeCount = grid.roads.edgeCount;
  const edge = fc.integer({ min: 0, max: edgeCount - 1 });
  fc.assert(
    fc.property(
      edge,
      edge,
      fc.array(fc.double({ min: 0.6, max: 13, noNaN: true }), { minLength: edgeCount, maxLength: edgeCount }),
      fc.uniqueArray(edge, { maxLength: 6 }),
      (from, to, speeds, shut) => {
        fc.pre(from !== to && !shut.includes(to));
        const { network, closures, edges, search } = emptyState(grid, {
          seed: 1,
          startSeconds: 0,
          baseStepSeconds: 0.5,
        });
        edges.expectedMps.set(speeds);
        for (let link = 0; link < network.linkEdge.length; link++) {
          if (!shut.includes(network.linkEdge[link])) continue;
          closures.linkOpen[link] = 0;
          closures.linkOpenFromHere[link] = 0;
        }
        const found = findWay(search, network, closures, edges, from, to, 5);

        const price = (next: number) => grid.roads.edgeLengthM[next] / speeds[next];
        const best = new Float64Array(edgeCount).fill(Number.POSITIVE_INFINITY);
        best[from] = 0;
        for (let round = 0; round < edgeCount; round++) {
          for (let link = 0; link < network.linkEdge.length; link++) {
            if (closures.linkOpen[link] === 0) continue;
            const next = network.linkEdge[link];
            const seconds = best[network.linkFromEdge[link]] + network.linkSeconds[link] + price(next);
            if (seconds < best[next]) best[next] = seconds;
          }
        }
        expect(found).toBe(Number.isFinite(best[to]));
        if (!found) return;
        // A whim is at most a tenth of each edge, so the way found is within that of the quickest.
        let seconds = 0;
        for (let i = 1; i < search.wayLength; i++) {
          const link = Array.from(network.linkEdge).findIndex(
            (next, k) => next === search.way[i] && network.linkFromEdge[k] === search.way[i - 1],
          );
          expect(closures.linkOpen[link] & 1).toBe(1);
          seconds += network.linkSeconds[link] + price(search.way[i]);
        }
        expect(search.way[0]).toBe(from);
        expect(search.way[search.wayLength - 1]).toBe(to);
        expect(seconds).toBeLessThanOrEqual((best[to] * 1.1) / 0.9 + 1e-9);
      },
    ),
    { numRuns: 40 },
  );
});
