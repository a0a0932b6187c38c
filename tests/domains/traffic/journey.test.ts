import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { journeyOf } from '../../../sim/domains/traffic/journey';
import { run, start } from './simulate';
import { crossroads } from './small-city';

const scene = crossroads({ gates: { n: 6_000, e: 6_000, s: 6_000, w: 6_000 } });

describe('a vehicle’s journey', () => {
  const of = start(scene, 3);
  run(of, 90);
  const { vehicles, network } = of.state;
  const rows = Array.from({ length: vehicles.rowEnd }, (_, row) => row).filter((row) => vehicles.track[row] >= 0);

  it('goes on from the edge that it is on to its end, over edges that meet, and says what is left of it', () => {
    const { roads } = network;
    let compared = 0;
    for (const row of rows) {
      const journey = journeyOf(of.state, row)!;
      const track = vehicles.track[row];
      if (track < roads.laneCount) expect(journey.edges[0]).toBe(roads.laneEdge[track]);
      expect(scene.elements.edge.ids[journey.edges.at(-1)!]).toBe(journey.toEdge);
      const wholeM = journey.edges.reduce((sum, edge) => sum + roads.edgeLengthM[edge], 0);
      expect(journey.leftM).toBeGreaterThanOrEqual(0);
      expect(journey.leftM).toBeLessThanOrEqual(wholeM);
      if (journey.toOutside && track < roads.laneCount) {
        expect(journey.leftM).toBeCloseTo(wholeM - vehicles.positionM[row], 6);
      }
      for (let at = 1; at < journey.edges.length; at++) {
        const [from, to] = [journey.edges[at - 1], journey.edges[at]];
        expect([...network.linkEdge.subarray(network.linkStart[from], network.linkStart[from + 1])]).toContain(to);
      }
      expect(journey.leftSeconds).toBeGreaterThanOrEqual(journey.leftM / network.fastestMps - 1e-9);
      compared++;
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('is asked for without a trace, and is nothing for a row that nobody drives in', () => {
    const before = trafficDomain.save(of.state);
    for (const row of rows) journeyOf(of.state, row);
    expect(trafficDomain.save(of.state)).toEqual(before);
    expect(journeyOf(of.state, vehicles.rowEnd)).toBeNull();
    expect(journeyOf(of.state, -1)).toBeNull();
  });
});
