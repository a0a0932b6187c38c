import { describe, expect, it } from 'vitest';
import { comeToSite, serveSite } from '../../../../sim/domains/traffic/charging/serve';
import { carThat, noCars, siteWith } from './some-cars';

/** Seconds that a car alone at a plug takes from one state of charge to another. */
function secondsFor(plugKw: number, from: number, to: number, supply = 1): number {
  const stands = siteWith([plugKw], 1_000);
  const cars = noCars();
  const car = carThat(cars, 0, { share: from, target: to });
  comeToSite(stands, cars, car, 0, 0);
  let nowS = 0;
  while (cars.chargeJ[car] < cars.targetJ[car] && nowS < 86_400) {
    serveSite(stands, cars, 0, nowS, 5, supply, () => {});
    nowS += 5;
  }
  return nowS;
}

describe('charging a car of 50 kWh', () => {
  it('takes half an hour from 30 to 80 % where the plug is strong, as makers promise', () => {
    expect(Math.abs(secondsFor(120, 0.3, 0.8) - 1_800)).toBeLessThanOrEqual(10);
  });

  it('fades above 80 % as an exponential: to 99 % in a fifth of an hour times ln 20', () => {
    const exact = 0.2 * 3_600 * Math.log(0.2 / 0.01);
    expect(Math.abs(secondsFor(120, 0.8, 0.99) - exact)).toBeLessThan(0.01 * exact);
  });

  it('takes what the energy asks at a slow plug, up to where the cells take less than it gives', () => {
    const exact = (0.4 * 50 * 3_600) / (7 * 0.9);
    expect(Math.abs(secondsFor(7, 0.4, 0.8) - exact)).toBeLessThanOrEqual(10);
  });

  it('takes twice as long on half of the supply, and for ever on none', () => {
    const stands = siteWith([7], 7);
    expect(stands.limitW[0]).toBe(7_000);
    const cars = noCars();
    const car = carThat(cars, 0, { share: 0.4, target: 0.8 });
    comeToSite(stands, cars, car, 0, 0);
    const full = serveSite(stands, cars, 0, 0, 5, 1, () => {});
    const half = serveSite(stands, cars, 0, 5, 5, 0.5, () => {});
    expect(half).toBeCloseTo(full / 2, 9);
    const before = cars.chargeJ[car];
    expect(serveSite(stands, cars, 0, 10, 5, 0, () => {})).toBe(0);
    expect(cars.chargeJ[car]).toBe(before);
  });
});
