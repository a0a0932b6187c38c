import fc from 'fast-check';
import { expect, it } from 'vitest';
import { giveWayDelaySeconds, giveWayQueue95Veh } from '../../../../sim/domains/traffic/levels/give-way-delay';
import {
  gapCapacityVehPerH,
  gaps,
  laneSaturationVehPerH,
  permissiveLeftCapacityVehPerH,
} from '../../../../sim/domains/traffic/levels/lane-capacity';
import { serviceLevelOf } from '../../../../sim/domains/traffic/levels/service-level';

it('a minor right turn against 800 veh/h passes 388 veh/h', () => {
  expect(gapCapacityVehPerH(800, gaps.minorRight)).toBeCloseTo(388, 0);
});

it('without a stream one passes every follow-up time, and every vehicle more in the stream takes capacity away', () => {
  expect(gapCapacityVehPerH(0, gaps.minorLeft)).toBeCloseTo(3_600 / 3.5, 9);
  expect(gapCapacityVehPerH(1e-6, gaps.minorLeft)).toBeCloseTo(3_600 / 3.5, 3);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_500 }), fc.constantFrom(...Object.values(gaps)), (flow, gap) => {
      expect(gapCapacityVehPerH(flow + 10, gap)).toBeLessThan(gapCapacityVehPerH(flow, gap));
    }),
  );
});

it('a left turn on green filters less the more come towards it, and two a cycle at the least', () => {
  const left = (opposing: number) => permissiveLeftCapacityVehPerH(opposing, 1_800, 40, 90);
  for (let opposing = 0; opposing < 1_200; opposing += 100) {
    expect(left(opposing + 100)).toBeLessThanOrEqual(left(opposing));
  }
  expect(left(1_200)).toBe(80);
  expect(left(0)).toBeCloseTo((3_600 / 2.5) * (40 / 90), 6);
});

it('a lane of right turns lets 0.85 of the base flow go and one of lefts 0.95', () => {
  expect(laneSaturationVehPerH(0, 0)).toBe(1_900);
  expect(laneSaturationVehPerH(0, 1)).toBeCloseTo(1_615, 9);
  expect(laneSaturationVehPerH(1, 0)).toBeCloseTo(1_805, 9);
});

it('an empty minor road costs its service time and five seconds; at capacity the queue grows through the period', () => {
  expect(giveWayDelaySeconds(0, 600)).toBeCloseTo(11, 9);
  expect(giveWayDelaySeconds(600, 600)).toBeGreaterThan(50);
  expect(giveWayQueue95Veh(0, 600)).toBeCloseTo(0, 9);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 200, max: 900 }), (flow, capacity) => {
      expect(giveWayDelaySeconds(flow + 10, capacity)).toBeGreaterThan(giveWayDelaySeconds(flow, capacity));
      expect(giveWayQueue95Veh(flow + 10, capacity)).toBeGreaterThan(giveWayQueue95Veh(flow, capacity));
    }),
  );
});

it('drivers bear less at a give-way line than at a signal; beyond capacity it is F whatever the delay', () => {
  expect([5, 15, 30, 50, 70, 90].map((s) => serviceLevelOf(s, true)).join('')).toBe('ABCDEF');
  expect([5, 15, 30, 50, 70, 90].map((s) => serviceLevelOf(s, false)).join('')).toBe('ABDEFF');
  expect(serviceLevelOf(10, true)).toBe('A');
  expect(serviceLevelOf(10.1, true)).toBe('B');
  expect(serviceLevelOf(5, true, 1.01)).toBe('F');
});
