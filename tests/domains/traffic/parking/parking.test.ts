import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import { figures, type Run, run, start } from '../simulate';
import { townWithSpaces } from './town-with-spaces';

const TEN = 36_000;

function expectSound({ state }: Run): void {
  const parking = state.parking!;
  const taken = new Int32Array(parking.taken.length);
  for (const edge of parking.spaceOf.values()) taken[edge]++;
  expect(parking.taken).toEqual(taken);
}

describe('parking', () => {
  it('takes a space for each who wants one, gives it back when he sets out, and never counts it twice', () => {
    const of = run(start(townWithSpaces(4), 1, TEN), 30);
    for (let minute = 0; minute < 20; minute++) {
      run(of, 60);
      expectSound(of);
    }
    expect(of.state.parking!.parked).toBeGreaterThan(5);
    const at = figures(of);
    expect(at['traffic.trips-inserted']).toBe(at['traffic.trips-arrived'] + at['traffic.trips-running']);
  });

  it('makes nobody search where spaces are plenty, and many where they are few', () => {
    const plenty = run(start(townWithSpaces(200), 1, TEN), 1_500);
    expect(figures(plenty)['traffic.parking-search']).toBe(0);
    const few = run(start(townWithSpaces(1), 1, TEN), 1_500);
    expect(figures(few)['traffic.parking-search']).toBeGreaterThan(5);
  });

  it('goes on the same after it was saved and loaded', () => {
    const scene = townWithSpaces(1);
    const of = run(start(scene, 2, TEN), 600);
    const loaded: Run = {
      ...of,
      heard: [],
      state: trafficDomain.load(scene, of.state.settings, trafficDomain.save(of.state)),
    };
    run(of, 240);
    run(loaded, 240);
    expect(trafficDomain.save(loaded.state)).toEqual(trafficDomain.save(of.state));
  });
});
