import { describe, expect, it } from 'vitest';
import { contains } from '../../../sim/importers/geometry/polygon';
import { distanceToLine, lengthOf } from '../../../sim/importers/geometry/polyline';
import { parseTransitPlan } from '../../../sim/importers/plan/kerbside';
import { ecoPark, planFiles } from './scene-files';

const scene = ecoPark();
const roads = scene.roads!;
const { buildings } = scene.buildings!;
const edges = new Map(roads.edges.map((edge) => [edge.id, edge]));
const onStreet = roads.parking.filter(({ lane }) => lane !== undefined);
const offStreet = roads.parking.filter(({ lane }) => lane === undefined);
const transit = JSON.parse(planFiles.get('transit.json')!);

describe('parking in the eco-park', () => {
  it('has the spaces off the street that floor area asks for, none lost to rounding but one a plot', () => {
    const perM2 = new Map<string, number>(
      transit.parking.spaces.map((row: { use: string; perThousandM2: number }) => [row.use, row.perThousandM2 / 1000]),
    );
    const asked = buildings.reduce((sum, { use, floorAreaM2 }) => sum + (perM2.get(use) ?? 0) * floorAreaM2, 0);
    const made = offStreet.reduce((sum, { spaces }) => sum + spaces, 0);
    expect(asked - made).toBeGreaterThanOrEqual(0);
    expect(asked - made).toBeLessThan(offStreet.length);
  });

  it('has an entry for every ramp, and one for every block of homes, offices, shops or works that has no ramp', () => {
    const entries = new Set(offStreet.map(({ id }) => id));
    const ramps = buildings.filter(({ use }) => use === 'car-park');
    expect(ramps.filter(({ id }) => !entries.has(`parking:${id}`))).toEqual([]);
    const withRamp = new Set(ramps.map(({ parcel }) => parcel!.split('/')[0]));
    const asking = buildings.filter(
      ({ use, parcel, floorAreaM2 }) =>
        ['housing', 'office', 'commerce', 'industry'].includes(use) &&
        floorAreaM2 > 1000 &&
        !withRamp.has(parcel!.split('/')[0]),
    );
    const missing = asking
      .map(({ parcel }) => parcel!.split('/')[0])
      .filter((block) => !entries.has(`parking:${block}`));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('is entered from an arterial only where no quieter street is near, and never from an expressway', () => {
    const classes = offStreet.map(({ edge }) => edges.get(edge)!.class);
    expect(classes.filter((one) => one === 'expressway' || one === 'ramp')).toEqual([]);
    expect(classes.filter((one) => one === 'arterial').length / classes.length).toBeLessThan(0.15);
  });

  it('at the kerb lies along local streets, in rows that fit, away from junctions and stops', () => {
    expect(onStreet.length).toBeGreaterThan(50);
    const stopLanes = new Set(roads.stops.map(({ lane }) => lane));
    for (const { edge, lane, fromM, toM, spaces } of onStreet) {
      const own = edges.get(edge)!;
      expect(own.class).toBe('local');
      expect(own.lanes[0].id).toBe(lane);
      expect(fromM).toBeGreaterThanOrEqual(20);
      expect(lengthOf(own.lanes[0].shape) - toM!).toBeGreaterThanOrEqual(20);
      expect((toM! - fromM!) / spaces).toBeGreaterThanOrEqual(6);
      expect(stopLanes.has(lane!)).toBe(false);
    }
  });
});

describe('charging in the eco-park', () => {
  const named = roads.chargingSites.filter(({ name }) => name !== undefined);

  it('has some twenty-five named sites besides those of the car parks: depot, centre, along arterials', () => {
    expect(named.length).toBeGreaterThanOrEqual(20);
    expect(named.length).toBeLessThanOrEqual(30);
    expect(roads.chargingSites.length).toBeGreaterThan(named.length);
    const powers = new Set(named.flatMap(({ chargers }) => chargers.map(({ powerKw }) => powerKw)));
    expect([...powers].sort((a, b) => a - b)).toEqual([7, 60, 120]);
  });

  it('draws no more than its chargers can, from a low-voltage bus within reach', () => {
    const buses = new Map(scene.electricity!.buses.map((bus) => [bus.id, bus]));
    for (const { id, chargers, limitKw, electricity, at } of roads.chargingSites) {
      expect(limitKw, id).toBeLessThanOrEqual(chargers.reduce((sum, { count, powerKw }) => sum + count * powerKw, 0));
      const bus = buses.get(electricity!)!;
      expect(bus.kilovolts, id).toBe(0.4);
      expect(Math.hypot(bus.at[0] - at[0], bus.at[1] - at[1]), id).toBeLessThan(250);
    }
  });

  it('hangs on the bus of the house that it stands in, where it stands in one', () => {
    const inside = named.flatMap((site) => {
      const house = buildings.find(({ outline }) => contains(outline, site.at));
      return house ? [{ site, house }] : [];
    });
    expect(inside).toHaveLength(transit.chargingSites.filter((one: { house?: string }) => one.house).length);
    for (const { site, house } of inside) expect(site.electricity, site.id).toBe(house.serves!.electricity);
  });

  it('stands on a plot, by the roadside in no house and no wood, near the street it is reached from', () => {
    const houses = new Set(buildings.map(({ name }) => name?.en));
    for (const { id, at, edge } of named) {
      expect(
        scene.land!.parcels.some(({ outline }) => contains(outline, at)),
        id,
      ).toBe(true);
      const planned = transit.chargingSites.find((one: { id: string }) => `charging:${one.id}` === id);
      if (planned.house) {
        expect(houses).toContain(planned.house);
        continue;
      }
      expect(
        buildings.some(({ outline }) => contains(outline, at)),
        id,
      ).toBe(false);
      expect(
        scene.land!.groves.some(({ outline }) => contains(outline, at)),
        id,
      ).toBe(false);
      expect(distanceToLine(at, edges.get(edge)!.lanes[0].shape), id).toBeLessThan(60);
    }
  });
});

describe('a transit plan', () => {
  it('is read strictly, every problem with its path', () => {
    const broken = { ...transit, places: [...transit.places, transit.places[0]], more: 1 };
    const unserved = { ...transit, lines: transit.lines.slice(0, 1) };
    const stranger = structuredClone(transit);
    stranger.lines[0].legs[0].stops = ['nowhere'];
    const codes = (value: unknown) => {
      const parsed = parseTransitPlan(value);
      return parsed.ok ? [] : parsed.problems.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    expect(codes(transit)).toEqual([]);
    expect(codes(broken)).toEqual(['plan.form more']);
    expect(codes(unserved)).toContain('plan.unserved-place places.1');
    expect(codes(stranger)).toContain('plan.unknown-place lines.0.legs.0.stops.0');
  });
});
