import { describe, expect, it } from 'vitest';
import type { Happening } from '../../sim';
import { CauseIndex } from '../../src/state/cause-graph';
import { causeMap, emptyMap } from '../../src/state/cause-map';

const told = (id: number, code: string, element: string, causes: readonly number[] = []) =>
  ({ id, tick: id * 10, code, element, causes, values: {} }) as unknown as Happening;

const places: Record<string, readonly [number, number]> = {
  station: [0, 0],
  signal: [300, 40],
  fan: [500, 100],
  near: [301, 41],
};
const placeOf = ({ element }: Happening) => places[element];

/** A change without a place; a trip; a telling of the city as a whole; a signal and a fan because of that. */
const record = [
  told(1, 'intervention.started', 'mine'),
  told(2, 'energy.breaker-tripped', 'station', [1]),
  told(3, 'energy.import-instead', 'city', [2]),
  told(4, 'traffic.signal-dark', 'signal', [3]),
  told(5, 'tunnel.fans-stopped', 'fan', [3, 2]),
  told(6, 'traffic.crash', 'near', [4]),
  told(7, 'water.main-burst', 'elsewhere'),
];

describe('a chain in the city', () => {
  const map = causeMap(new CauseIndex().update(record), 4, placeOf);

  it('leads through what has no place, each way once and to the later of both', () => {
    const ways = causeMap(new CauseIndex().update(record), 2, placeOf).ways;
    expect(ways.map(({ from, to, tick }) => [from, to, tick])).toEqual([
      [places.station, places.signal, 40],
      [places.station, places.fan, 50],
    ]);
  });

  it('has what was asked about in it, whatever else is told of its place, and nothing of what it has nothing to do with', () => {
    expect(map.places.find(({ isFocus }) => isFocus)).toMatchObject({ at: places.signal, family: 'traffic', tick: 40 });
    expect(map.places.length).toBe(2);
    expect(map.ways.every(({ to }) => to !== places.fan)).toBe(true);
  });

  it('is nothing where nothing is known of what was asked about', () => {
    expect(causeMap(new CauseIndex().update(record), 99, placeOf)).toBe(emptyMap);
    expect(causeMap(new CauseIndex().update(record), 7, placeOf)).toEqual(emptyMap);
  });
});
