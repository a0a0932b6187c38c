import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../sim/domains/traffic';
import { householdOf } from '../../../sim/domains/traffic/household';
import type { HouseholdMember } from '../../../sim/ports';
import { smallTown } from './demand/small-town';
import { patch, run, start } from './simulate';

const scene = smallTown({ residents: 600 });
const { ids } = scene.elements.building;

function everyHousehold(of: ReturnType<typeof start>) {
  return ids.flatMap((_, building) => {
    const first = householdOf(of.state, building, 0);
    if (first === null) return [];
    return Array.from({ length: first.count }, (_, number) => householdOf(of.state, building, number)!);
  });
}

const driven = (member: HouseholdMember) => member.commute?.freeSeconds != null;

describe('a household that somebody asks about', () => {
  const of = start(scene, 3);
  run(of, 60);
  const all = everyHousehold(of);

  it('has every resident once, by turns, and no household after the last', () => {
    const { residents } = of.state.people!;
    expect(all.reduce((sum, { members }) => sum + members.length, 0)).toBe(residents.count);
    expect(all).toHaveLength(residents.householdFirst.length - 1);
    const home = residents.homeBuilding[0];
    const { count } = householdOf(of.state, home, 0)!;
    expect(householdOf(of.state, home, count)).toBeNull();
    expect(householdOf(of.state, home, -1)).toBeNull();
    const works = ids.findIndex((_, building) => !residents.homeBuilding.includes(building));
    expect(householdOf(of.state, works, 0)).toBeNull();
  });

  it('tells of workers and pupils how they go, when, and no less time than the road takes empty', () => {
    const members = all.flatMap((each) => each.members);
    const ways = members.flatMap(({ commute }) => commute ?? []);
    expect(ways.length).toBeGreaterThan(members.length / 3);
    expect(new Set(ways.map(({ mode }) => mode)).size).toBeGreaterThan(2);
    for (const { departSeconds, seconds, freeSeconds, mode } of ways) {
      expect(departSeconds).toBeGreaterThanOrEqual(0);
      expect(seconds).toBeGreaterThanOrEqual(0);
      expect(freeSeconds !== null).toBe(mode === 'car' || mode === 'passenger');
      if (freeSeconds !== null) expect(seconds).toBeGreaterThanOrEqual(0.99 * freeSeconds);
    }
    for (const { type, commute } of members) {
      if (type === 'retired') expect(commute).toBeNull();
      if (type === 'pupil') expect(commute?.purpose).toBe('school');
    }
  });

  it('is asked for without a trace', () => {
    const before = trafficDomain.save(of.state);
    everyHousehold(of);
    expect(trafficDomain.save(of.state)).toEqual(before);
  });

  it('has longer ways, or none, where roads are shut, and a calmer street where one drives slowly', () => {
    const other = start(scene, 3);
    const { edgeCount, laneEdge } = other.state.network.roads;
    const homes = new Set(all.map(({ street }) => street.edge as string));
    const lanes = Array.from(laneEdge.keys()).filter(
      (lane) => laneEdge[lane] % 3 === 0 && !homes.has(scene.elements.edge.ids[laneEdge[lane]]),
    );
    patch(
      other,
      lanes.map((slot) => ({ knob: 'lane.closed', slot, value: 1, cause: 7 })),
    );
    run(other, 60);
    const after = everyHousehold(other);
    const changed = all.flatMap(({ members }, i) =>
      members.flatMap((member, each) => {
        const then = after[i].members[each].commute?.seconds ?? null;
        return driven(member) ? [{ now: member.commute!.seconds!, then }] : [];
      }),
    );
    expect(changed.length).toBeGreaterThan(10);
    expect(changed.some(({ now, then }) => then === null || then > now + 10)).toBe(true);

    const slow = start(scene, 3);
    const limits = Array.from({ length: edgeCount }, (_, slot) => ({
      knob: 'edge.speed-limit' as const,
      slot,
      value: 3,
      cause: 7,
    }));
    patch(slow, limits);
    run(slow, 60);
    everyHousehold(slow).forEach(({ street }, i) => {
      expect(street.severity).toBeLessThan(all[i].street.severity);
      expect(street.severity).toBeCloseTo((street.speedMps / (50 / 3.6)) ** 4, 9);
    });
  });
});
