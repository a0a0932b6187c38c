import { describe, expect, it } from 'vitest';
import { lanesOf } from '../../../sim/importers/osm/tags/lanes';
import { flowOf } from '../../../sim/importers/osm/tags/one-way';
import { metresOf } from '../../../sim/importers/osm/tags/quantity';
import { judgeHighway } from '../../../sim/importers/osm/tags/road-class';
import { speedOf } from '../../../sim/importers/osm/tags/speed';

const tags = (record: Record<string, string>) => new Map(Object.entries(record));
const kmh = (value: string) => speedOf(tags({ maxspeed: value }), 'arterial', 'forward');
const lanes = (record: Record<string, string>, flow: 'both' | 'along' | 'against' = 'both') =>
  lanesOf(tags(record), 'arterial', flow, 'right');

describe('maxspeed', () => {
  it.each([
    ['50', 50],
    ['30 mph', 48.28],
    ['none', 130],
    ['DE:urban', 50],
    ['DE:zone:30', 30],
    ['DE:zone30', 30],
    ['GB:nsl_single', 96.6],
    ['walk', 7],
    ['50; 30', 50],
  ])('%s is %d km/h', (value, expected) => {
    expect(kmh(value).kmh).toBeCloseTo(expected, 1);
    expect(kmh(value).unclear).toBeUndefined();
  });

  it.each(['fast', '-50', '1e9', '999', '0', ''])('%s is not read, and the class decides', (value) => {
    expect(kmh(value)).toMatchObject({ kmh: 50, from: 'class', unclear: value });
  });
});

describe('one-way traffic', () => {
  it.each([
    [{ oneway: 'yes' }, 'along'],
    [{ oneway: '-1' }, 'against'],
    [{ oneway: 'no', highway: 'motorway' }, 'both'],
    [{ highway: 'motorway' }, 'along'],
    [{ junction: 'roundabout' }, 'along'],
    [{ highway: 'primary' }, 'both'],
    [{ oneway: 'reversible' }, 'both'],
  ] as const)('%o runs %s', (record, flow) => {
    expect(flowOf(tags(record)).flow).toBe(flow);
  });
});

describe('lanes', () => {
  it('are shared between the directions as they are named', () => {
    const found = lanes({ lanes: '3', 'lanes:backward': '1', 'turn:lanes:forward': 'left|through' });
    expect([found.along!.count, found.back!.count, found.from]).toEqual([2, 1, 'tags']);
  });

  it('of an odd number go forward by one more, and that is said', () => {
    const found = lanes({ lanes: '5' });
    expect([found.along!.count, found.back!.count]).toEqual([3, 2]);
    expect(found.problems).toHaveLength(1);
  });

  it('carry their arrows from the kerb to the middle', () => {
    const { along } = lanes({ oneway: 'yes', lanes: '3', 'turn:lanes': 'left|through|through;right' }, 'along');
    expect(along!.arrows!.map((set) => [...set])).toEqual([['straight', 'right'], ['straight'], ['left']]);
  });

  it('for buses lie where they are listed: at the kerb or by the middle', () => {
    const kerb = lanes({ lanes: '3', 'bus:lanes': 'yes|yes|designated', 'access:lanes': 'yes|yes|no' }, 'along').along!;
    const middle = lanes({ lanes: '4', 'bus:lanes': 'designated|||', 'access:lanes': 'no|||' }, 'along').along!;
    expect([kerb.busKerb, kerb.busMiddle]).toEqual([1, 0]);
    expect([middle.busKerb, middle.busMiddle]).toEqual([0, 1]);
  });

  it.each(['many', '-2', '1e9', '99', ''])('of the number %s are not read', (value) => {
    const found = lanes({ lanes: value });
    expect([found.along!.count, found.back!.count, found.from]).toEqual([1, 1, 'class']);
    expect(found.problems).toHaveLength(1);
  });
});

describe('lengths', () => {
  it.each([
    ['3.5', 3.5],
    ['3,5 m', 3.5],
    ['12 ft', 3.6576],
    [`11'6"`, 3.5052],
  ])('%s is %d m', (value, metres) => {
    expect(metresOf(value)).toBeCloseTo(metres, 4);
  });

  it.each(['wide', '-3', '1e99', '', '3 miles'])('%s is none', (value) => {
    expect(metresOf(value)).toBeUndefined();
  });
});

describe('a way', () => {
  it.each([
    [{ highway: 'residential' }, 'road'],
    [{ highway: 'primary_link' }, 'road'],
    [{ highway: 'residential', access: 'private', motor_vehicle: 'yes' }, 'road'],
    [{ highway: 'service', access: 'no', bus: 'yes' }, 'road'],
    [{ highway: 'residential', motor_vehicle: 'no' }, 'left-out'],
    [{ highway: 'service', service: 'driveway' }, 'left-out'],
    [{ highway: 'cycleway' }, 'left-out'],
    [{ highway: 'pedestrian', area: 'yes' }, 'left-out'],
    [{ highway: 'toString' }, 'left-out'],
    [{ highway: '__proto__' }, 'left-out'],
  ] as const)('%o is: %s', (record, kind) => {
    expect(judgeHighway(tags(record))?.kind).toBe(kind);
  });
});
