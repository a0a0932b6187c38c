import { describe, expect, it } from 'vitest';
import { networkOf } from '../../../../sim/domains/traffic/network';
import { type Pavements, pavementsOf } from '../../../../sim/domains/traffic/walking/pavements';
import {
  beginWalks,
  createWalkSearch,
  nearerEnd,
  nearestOf,
} from '../../../../sim/domains/traffic/walking/walk-search';
import { smallTown } from '../demand/small-town';

const scene = smallTown({ residents: 300 });
const pavements = pavementsOf(scene, networkOf(scene));
const edges = Array.from({ length: scene.roads.edgeCount }, (_, edge) => edge);

/** Bellman and Ford's rounds over every link: nothing of the search under test. */
function everySecond({ linkStart, linkTo, linkSeconds, nodeCount, ...of }: Pavements, edge: number): Float64Array {
  const seconds = new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY);
  for (const node of [of.edgeStart[edge], of.edgeEnd[edge]]) if (node >= 0) seconds[node] = of.edgeHalfSeconds[edge];
  for (let changed = true; changed; ) {
    changed = false;
    for (let node = 0; node < nodeCount; node++) {
      for (let k = linkStart[node]; k < linkStart[node + 1]; k++) {
        const then = seconds[node] + linkSeconds[k];
        if (then >= seconds[linkTo[k]]) continue;
        seconds[linkTo[k]] = then;
        changed = true;
      }
    }
  }
  return seconds;
}

describe('the search for walks', () => {
  it('finds the same walks in whatever order they are asked for, and those of another method', () => {
    for (const from of edges.filter((edge) => edge % 7 === 0)) {
      const truth = everySecond(pavements, from);
      const near = createWalkSearch(pavements);
      const far = createWalkSearch(pavements);
      beginWalks(near, from);
      beginWalks(far, from);
      const ends = edges.map((edge) => nearerEnd(near, edge));
      const backwards = edges.toReversed().map((edge) => nearerEnd(far, edge));
      expect(backwards.toReversed()).toEqual(ends);
      ends.forEach((end, edge) => {
        const [start, last] = [pavements.edgeStart[edge], pavements.edgeEnd[edge]];
        const best = Math.min(truth[start] ?? Number.POSITIVE_INFINITY, truth[last] ?? Number.POSITIVE_INFINITY);
        expect(end < 0 ? Number.POSITIVE_INFINITY : near.seconds[end]).toBeCloseTo(best, 9);
      });
    }
  });

  it('finds the nearest of many, and goes no farther than it must', () => {
    const among = edges.filter((edge) => edge % 5 === 0);
    const search = createWalkSearch(pavements);
    const whole = pavements.nodeCount;
    let fewest = whole;
    for (const from of edges) {
      beginWalks(search, from);
      const found = nearestOf(search, among);
      fewest = Math.min(fewest, search.seconds.filter(Number.isFinite).length);
      const truth = everySecond(pavements, from);
      const middleS = (edge: number) =>
        Math.min(
          ...[pavements.edgeStart[edge], pavements.edgeEnd[edge]].map(
            (node) => truth[node] ?? Number.POSITIVE_INFINITY,
          ),
        ) + pavements.edgeHalfSeconds[edge];
      const least = Math.min(...among.map(middleS));
      if (least === Number.POSITIVE_INFINITY) expect(found).toBe(-1);
      else expect(middleS(found)).toBeCloseTo(least, 9);
    }
    expect(fewest).toBeLessThan(whole / 2);
  });
});
