import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { hashBytes } from '../../../sim/kernel';
import { compiled } from '../../importers/sumo/sumo-files';
import { atCross, type Departing } from '../../reference/exact-cases';
import { figures, run, start } from './simulate';

/** The light there is red for the first 45 s. */
const waiting: readonly Departing[] = [
  { id: 'first', at: 0.5, lane: 0, from: 180, mps: 0, route: 'left0A0 A0right0' },
  { id: 'second', at: 15, lane: 0, from: 150, mps: 0, route: 'left0A0 A0right0' },
];

function driven(teleportsAfter: number, seconds: number) {
  return run(start(compiled(atCross(waiting, 120, teleportsAfter))), seconds);
}

describe('who stands first in his lane for as long as a list says', () => {
  it('is let through to the road beyond, and counted; nobody is off the road', () => {
    const before = driven(20, 15);
    expect(figures(before)['traffic.trips-let-through']).toBe(0);
    const of = driven(20, 36);
    const found = figures(of);
    expect(found['traffic.trips-let-through']).toBe(1);
    expect(found['traffic.trips-inserted']).toBe(2);
    expect(found['traffic.trips-running']).toBe(2);
    const { vehicles, network } = of.state;
    const edges = [0, 1].map((row) => of.scene.elements.edge.ids[network.trackEdge[vehicles.track[row]]]).sort();
    expect(edges).toEqual(['A0right0', 'left0A0']);
  });

  it('waits on where SUMO would never take him off the road', () => {
    const of = driven(-1, 40);
    expect(figures(of)['traffic.trips-let-through']).toBeUndefined();
    const { vehicles, network } = of.state;
    for (const row of [0, 1]) expect(vehicles.track[row]).toBeLessThan(network.roads.laneCount);
    expect(of.state.totals.letThrough).toBe(0);
  });

  it('drives on to the bit after being saved and loaded', () => {
    const of = driven(20, 36);
    const saved = trafficDomain.save(of.state);
    const again = { ...of, state: trafficDomain.load(of.scene, of.state.settings, saved) };
    const hash = (one: typeof of) => hashBytes(trafficDomain.save(run(one, 40).state));
    expect(hash(again)).toBe(hash(of));
  });
});
