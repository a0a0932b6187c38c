import { describe, expect, it } from 'vitest';
import { compiled } from '../importers/sumo/sumo-files';
import { atCross, type Departing } from './exact-cases';
import { ourTrajectories } from './our-trajectories';
import type { Trajectories } from './trajectories';

const AHEAD = 'left0A0 A0right0';
const LENGTH_M = 5;
const LEAST_GAP_M = 2.5;

function driven(departing: readonly Departing[], endSeconds: number): Trajectories {
  const files = atCross(departing, endSeconds);
  const options = { stepSeconds: 0.5, beginSeconds: 0, endSeconds };
  return ourTrajectories(compiled(files), files.get('net.net.xml')!, options);
}

describe('with which speed one comes in behind another', () => {
  /** SUMO 1.15: the leader's speed, the gap beyond the least one, and the speed it gives who asks for the most. */
  it.each([
    [0, 10, 4.59],
    [0, 20, 8.59],
    [3, 14, 7.8],
    [6.51, 9, 7.66],
    [6.51, 23, 11.2],
    [10, 18.07, 11.42],
    [13.81, 6.27, 10.21],
    [13.81, 8.08, 10.49],
    [13.81, 23, 13.89],
  ])('behind %d m/s and %d m away it is %d m/s', (mps, gapM, sumos) => {
    const places = driven(
      [
        { id: 'a', at: 0.5, lane: 0, from: 20 + gapM + LENGTH_M + LEAST_GAP_M, mps, route: AHEAD },
        { id: 'b', at: 0.5, lane: 0, from: 20, mps: 'max', route: AHEAD },
      ],
      1,
    );
    expect(places.get('b')!.get(0.5)!.speedMps).toBeCloseTo(sumos, 1);
  });

  /** SUMO 1.15: before a red light, by how far it is to the line: no faster than one could stop, braking at once. */
  it.each([
    [21.2, 13.81],
    [14.2, 11.3],
    [4.2, 6.15],
  ])('%d m before a red light it is %d m/s', (beforeM, sumos) => {
    const places = driven([{ id: 'b', at: 0.5, lane: 0, from: 189.6 - beforeM, mps: 'max', route: AHEAD }], 1);
    expect(places.get('b')!.get(0.5)!.speedMps).toBeCloseTo(sumos, 1);
  });

  it('who finds no room on his lane keeps nobody from the other', () => {
    const places = driven(
      [
        { id: 'first', at: 0, lane: 0, from: 101, mps: 0, route: AHEAD },
        { id: 'refused', at: 0.5, lane: 0, from: 100, mps: 0, route: AHEAD },
        { id: 'beside', at: 0.5, lane: 1, from: 100, mps: 0, route: AHEAD },
      ],
      10,
    );
    const since = (id: string) => Math.min(...places.get(id)!.keys());
    expect(since('beside')).toBe(0.5);
    expect(since('refused')).toBeGreaterThan(1);
  });
});
