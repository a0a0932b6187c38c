import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessOf, nearestAccess } from '../../../../sim/domains/traffic/demand/access-edges';
import { networkOf } from '../../../../sim/domains/traffic/network';
import { nearestOnLine } from '../../../../sim/scene/compile/near-line';
import { sceneOf } from '../../energy/scenes';

const scene = sceneOf('tiny/grid4x4');
const network = networkOf(scene);
const access = accessOf(scene, network);
const { edgeFirstLane, trackPoints, trackPointStart } = scene.roads;

const offM = (edge: number, place: readonly [number, number]): number => {
  const lane = edgeFirstLane[edge];
  const line: [number, number][] = [];
  for (let p = trackPointStart[lane]; p < trackPointStart[lane + 1]; p++) {
    line.push([trackPoints[2 * p], trackPoints[2 * p + 1]]);
  }
  return nearestOnLine(line, place).offM;
};

describe('the edge that a building is reached by', () => {
  it('is as near as any, wherever the building stands: in the next street, or far from the city', () => {
    expect(access.edges.length).toBeGreaterThan(20);
    const coordinate = fc.oneof(
      fc.double({ min: -300, max: 900, noNaN: true }),
      fc.double({ min: -9_000, max: 9_000, noNaN: true }),
    );
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const found = nearestAccess(network, access, x, y);
        const least = Math.min(...access.edges.map(({ edge }) => offM(edge, [x, y])));
        expect(offM(found, [x, y])).toBeCloseTo(least, 6);
      }),
    );
  });

  it('is none where there is no road', () => {
    expect(nearestAccess(network, { edges: [], squares: new Map() }, 0, 0)).toBe(-1);
  });
});
