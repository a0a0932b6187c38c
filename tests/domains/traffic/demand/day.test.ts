import { expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import {
  carLegOfKey,
  classOfWord,
  isPeopleHour,
  LORRY,
  wordOfKey,
} from '../../../../sim/domains/traffic/demand/people/identity';
import { planOf } from '../../../../sim/domains/traffic/demand/people/people';
import { isUnderWay } from '../../../../sim/domains/traffic/demand/people/progress';
import { CAR, TRUCK } from '../../../../sim/domains/traffic/vehicle-kinds';
import { hashBytes } from '../../../../sim/kernel';
import { figures, patch, type Run, run, start } from '../simulate';
import { smallTown } from './small-town';

const HOUR = 3_600;
const scene = smallTown();

/** Vehicles of people on the road or about to enter, by key. */
function outside(of: Run): Map<number, { edge: number; row: number }> {
  const { vehicles, waiting, network } = of.state;
  const found = new Map<number, { edge: number; row: number }>();
  const note = (hour: number, key: number, edge: number, row: number) => {
    if (!isPeopleHour(hour)) return;
    expect(found.has(key)).toBe(false);
    found.set(key, { edge, row });
  };
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] < 0) continue;
    note(vehicles.tripHour[row], vehicles.tripKey[row], network.trackEdge[vehicles.track[row]], row);
  }
  for (let edge = 0; edge < waiting.first.length; edge++) {
    for (let at = waiting.first[edge]; at >= 0; at = waiting.next[at])
      note(waiting.tripHour[at], waiting.tripKey[at], edge, -1);
  }
  return found;
}

it('a day on the road: everyone under way is one vehicle, each way starts where the last one ended, and all come home', () => {
  const of = start(scene, 3, 4 * HOUR);
  const { people, progress } = of.state;
  const stands = new Map<number, number>();
  let before = outside(of);
  let ways = 0;
  run(of, 24 * HOUR, () => {
    if (of.tick % 20 !== 0) return;
    const now = outside(of);
    const words = new Set<number>();
    for (const [key, { edge, row }] of now) {
      const word = wordOfKey(key);
      expect(words.has(word)).toBe(false);
      words.add(word);
      expect(isUnderWay(progress!, word)).toBe(true);
      if (before.has(key)) continue;
      ways++;
      const stood = stands.get(word);
      // A vehicle seen first on a later edge entered and drove on within these ten seconds.
      if (stood !== undefined && row < 0) expect(edge).toBe(stood);
    }
    for (const [key] of before) {
      if (now.has(key)) continue;
      planOf(people!, wordOfKey(key));
      const { plan } = people!;
      const leg = plan.carLeg[carLegOfKey(key)];
      if (plan.gate[leg] < 0 && !progress!.elsewhere.has(wordOfKey(key))) stands.set(wordOfKey(key), plan.edge[leg]);
      else stands.delete(wordOfKey(key));
    }
    before = now;
  });
  const found = figures(of);
  expect(found['traffic.trips-inserted']).toBe(found['traffic.trips-arrived'] + found['traffic.trips-running']);
  expect(ways).toBeGreaterThan(0.9 * people!.departures.keys.length);
  const away = progress!.persons.flatMap((bytes) => Array.from(bytes)).filter((byte) => byte !== 0).length;
  expect(away).toBeLessThan(people!.departures.keys.length / 50);
});

it('lorries are lorries, and people drive cars', () => {
  const kinds = new Set<number>();
  run(start(scene, 3, 8 * HOUR), 2 * HOUR, ({ state: { vehicles } }) => {
    for (let row = 0; row < vehicles.rowEnd; row++) {
      if (vehicles.track[row] < 0 || !isPeopleHour(vehicles.tripHour[row])) continue;
      const isLorry = classOfWord(wordOfKey(vehicles.tripKey[row])) === LORRY;
      expect(vehicles.kind[row]).toBe(isLorry ? TRUCK : CAR);
      kinds.add(vehicles.kind[row]);
    }
  });
  expect(kinds.size).toBe(2);
});

it('saved in the morning and loaded, the day goes on to the same bits', () => {
  const straight = run(start(scene, 3, 7 * HOUR), 1_800);
  const saved = trafficDomain.save(straight.state);
  const resumed: Run = {
    ...straight,
    heard: [],
    state: trafficDomain.load(scene, straight.state.settings, saved),
  };
  expect(hashBytes(trafficDomain.save(resumed.state))).toEqual(hashBytes(saved));
  run(straight, 2 * HOUR);
  run(resumed, 2 * HOUR);
  expect(hashBytes(trafficDomain.save(resumed.state))).toEqual(hashBytes(trafficDomain.save(straight.state)));
});

it('a start by day has about as many on the road as a day that began at night', () => {
  const night = figures(run(start(scene, 3, 4 * HOUR), 4 * HOUR));
  const day = figures(start(scene, 3, 8 * HOUR));
  expect(Math.abs(day['traffic.trips-running'] - night['traffic.trips-running'])).toBeLessThan(
    8 + night['traffic.trips-running'] / 2,
  );
});

it('a gate that is given half of its trips has fewer come in, and twice as many bring others besides', () => {
  const come = (factor: number) => {
    const of = start(scene, 3, 5 * HOUR);
    const gate = scene.elements.gate.slotOf('gate-west')!;
    patch(of, [{ knob: 'gate.demand', slot: gate, value: factor, cause: 1 }]);
    return figures(run(of, 5 * HOUR))['traffic.trips-inserted'];
  };
  const [half, as, twice] = [0.5, 1, 2].map(come);
  expect(half).toBeLessThan(0.95 * as);
  expect(twice).toBeGreaterThan(1.03 * as);
});
