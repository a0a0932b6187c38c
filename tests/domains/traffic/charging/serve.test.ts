import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AT_PLUG, PARKED, WAITS } from '../../../../sim/domains/traffic/charging/cars';
import { comeToSite, serveSite, unplug } from '../../../../sim/domains/traffic/charging/serve';
import { type Arrival, carThat, noCars, siteWith } from './some-cars';

const arrival = fc.record({
  afterS: fc.integer({ min: 0, max: 300 }),
  capacityKwh: fc.integer({ min: 20, max: 100 }),
  share: fc.double({ min: 0, max: 0.9, noNaN: true }),
  target: fc.double({ min: 0.3, max: 0.99, noNaN: true }),
  patienceS: fc.integer({ min: 0, max: 3_000 }),
  staysS: fc.integer({ min: 0, max: 20_000 }),
});
const plugs = fc.array(fc.constantFrom(7, 60, 120), { minLength: 1, maxLength: 6 });
const STEP_S = 5;

it('at any site: limits hold, energy is kept, charge stays between 0 and 1, and plugs go to who came first', () => {
  fc.assert(
    fc.property(
      plugs,
      fc.integer({ min: 5, max: 300 }),
      fc.array(arrival, { minLength: 1, maxLength: 25 }),
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
      (plugsKw, limitKw, arrivals, supplies) => {
        const stands = siteWith(plugsKw, limitKw);
        const cars = noCars();
        const events: { atS: number; arrival: Arrival }[] = [];
        let atS = 0;
        for (const each of arrivals) {
          atS += each.afterS;
          events.push({ atS, arrival: each });
        }
        let firstJ = 0;
        let drawnJ = 0;
        const queue: number[] = [];
        let nowS = 0;
        for (let step = 0; step < 600; step++, nowS += STEP_S) {
          while (events.length > 0 && events[0].atS <= nowS) {
            const car = carThat(cars, nowS, events.shift()!.arrival);
            firstJ += cars.chargeJ[car];
            if (comeToSite(stands, cars, car, 0, nowS)) expect(queue).toEqual([]);
            else queue.push(car);
          }
          const supply = supplies[Math.floor(step / 100) % supplies.length];
          const before = Float64Array.from(cars.chargeJ);
          drawnJ += serveSite(stands, cars, 0, nowS, STEP_S, supply, (car, gotPlug, waitedS) => {
            const place = queue.indexOf(car);
            expect(place).toBeGreaterThanOrEqual(0);
            if (gotPlug) expect(place).toBe(0);
            else expect(waitedS).toBeGreaterThanOrEqual(cars.patientUntilS[car] - cars.sinceS[car]);
            queue.splice(place, 1);
          });
          expect(stands.drawnW[0]).toBeLessThanOrEqual(limitKw * 1_000 * supply + 1e-6);
          const stand = [...stands.plugCar].filter((car) => car >= 0);
          expect(new Set(stand).size).toBe(stand.length);
          expect(stands.inUse[0]).toBe(stand.length);
          if (queue.length > 0) expect(stand.length).toBe(plugsKw.length);
          let sumJ = 0;
          for (let car = 0; car < cars.count; car++) {
            sumJ += cars.chargeJ[car];
            const share = cars.chargeJ[car] / cars.capacityJ[car];
            expect(share >= 0 && share <= 1).toBe(true);
            const gotW = (cars.chargeJ[car] - before[car]) / STEP_S / 0.9;
            const plug = stands.plugCar.indexOf(car);
            expect(gotW).toBeLessThanOrEqual(plug < 0 ? 1e-6 : stands.plugW[plug] + 1e-6);
            expect(cars.doing[car]).toBe(plug >= 0 ? AT_PLUG : queue.includes(car) ? WAITS : PARKED);
          }
          expect(Math.abs(sumJ - firstJ - 0.9 * drawnJ)).toBeLessThan(1);
        }
      },
    ),
    { numRuns: 15 },
  );
});

it('gives who stays all day a slow plug, and who is in a hurry the quickest', () => {
  const stands = siteWith([7, 60, 120], 200);
  const cars = noCars();
  const worker = carThat(cars, 0, { share: 0.3, target: 0.9, staysS: 30_000 });
  const shopper = carThat(cars, 0, { share: 0.3, target: 0.9, staysS: 2_400 });
  const late = carThat(cars, 0, { share: 0.3, target: 0.9, staysS: 0 });
  for (const car of [worker, shopper, late]) expect(comeToSite(stands, cars, car, 0, 0)).toBe(true);
  expect([worker, shopper, late].map((car) => stands.plugW[cars.plug[car]])).toEqual([7e3, 60e3, 120e3]);
  unplug(stands, cars, shopper);
  expect(stands.inUse[0]).toBe(2);
  expect(cars.doing[shopper]).toBe(PARKED);
});
