import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import { AT_HOME_PLUG } from '../../../../sim/domains/traffic/charging/cars';
import { ELECTRIC_CAR } from '../../../../sim/domains/traffic/emissions/energy-classes';
import type { KnobName } from '../../../../sim/ports';
import { figures, patch, type Run, run, start } from '../simulate';
import { chargingTown } from './charging-town';

const HOUR = 3_600;

const turnTo = (of: Run, knob: KnobName, value: number | null) => patch(of, [{ knob, slot: 0, value, cause: 5 }]);

/** As if nobody had charged for days, so that a short run sees many at their plugs. */
function drain(of: Run, share: number): Run {
  const { cars, tally } = of.state.charging!;
  for (let car = 0; car < cars.count; car++) {
    tally.firstJ += share * cars.capacityJ[car] - cars.chargeJ[car];
    cars.chargeJ[car] = share * cars.capacityJ[car];
    if (cars.doing[car] === AT_HOME_PLUG) cars.atOnceJ[car] = cars.chargeJ[car];
  }
  return of;
}

const pluggedIn = ({ state }: Run): number[] => {
  const { doing, count } = state.charging!.cars;
  return [...Array(count).keys()].filter((car) => doing[car] === AT_HOME_PLUG);
};

/** Those who would be late if they waited on: less a quarter of an hour, and the slower end of a charge. */
const inHurry = (of: Run): number[] => {
  const { cars } = of.state.charging!;
  const nowS = of.state.settings.startSeconds + of.state.totals.elapsedSeconds;
  return pluggedIn(of).filter((car) => {
    const needsS = (cars.targetJ[car] - cars.chargeJ[car]) / 0.9 / (0.93 * 7_000);
    return needsS > cars.leavesS[car] - nowS - 900;
  });
};

describe('more electric cars', () => {
  it('are met as their owners set out, keep energy, and are gone from their plugs when the change ends', () => {
    const of = start(chargingTown({ electricCarShare: 0.05 }), 3, 13 * HOUR);
    const before = of.state.charging!.cars.count;
    turnTo(of, 'city.electric-cars', 0.9);
    run(of, 6 * HOUR);
    const { cars } = of.state.charging!;
    expect(cars.count).toBeGreaterThan(3 * before);
    const further = [...Array(cars.count).keys()].filter((car) => cars.isFurther[car] === 1);
    expect(further.length).toBeGreaterThan(before);
    expect(pluggedIn(of).length).toBeGreaterThan(0);
    turnTo(of, 'city.electric-cars', null);
    for (const car of pluggedIn(of)) expect(cars.isFurther[car]).toBe(0);
    run(of, HOUR);
    const { vehicles } = of.state;
    const electric = [...vehicles.track.keys()].filter(
      (row) => vehicles.track[row] >= 0 && vehicles.energyClass[row] === ELECTRIC_CAR,
    );
    expect(electric.length).toBeLessThan(5);
  });

  it('take the exhaust of the others away, and draw at home and at sites instead', () => {
    const day = (share: number | null) => {
      const of = start(chargingTown({ electricCarShare: 0.05 }), 3, 6 * HOUR);
      if (share !== null) turnTo(of, 'city.electric-cars', share);
      return figures(run(of, 3 * HOUR));
    };
    const [usual, many] = [day(null), day(0.8)];
    expect(many['traffic.co2']).toBeLessThan(0.6 * usual['traffic.co2']);
    const charged = (of: typeof usual) => of['traffic.charged-at-homes'] + of['traffic.charged-at-sites'];
    expect(charged(many)).toBeGreaterThan(2 * charged(usual));
  });

  it('go on the same after they were saved and loaded', () => {
    const of = start(chargingTown({ electricCarShare: 0.05 }), 3, 6 * HOUR);
    turnTo(of, 'city.electric-cars', 0.7);
    turnTo(of, 'city.home-charger', 11);
    turnTo(of, 'city.charging-hour', 9);
    run(of, HOUR);
    const saved = trafficDomain.save(of.state);
    const loaded: Run = { ...of, heard: [], state: trafficDomain.load(of.scene, of.state.settings, saved) };
    expect(trafficDomain.save(loaded.state)).toEqual(saved);
    run(of, 1_200);
    run(loaded, 1_200);
    expect(trafficDomain.save(loaded.state)).toEqual(trafficDomain.save(of.state));
  });
});

describe('who follows the network at home', () => {
  const evening = () => drain(start(chargingTown(), 3, 17 * HOUR), 0.2);

  it('draws nothing while it says so, and tells what he wants and could draw', () => {
    const of = evening();
    of.grid!.followers[0] = 1;
    of.grid!.signal.fill(0);
    run(of, 2 * HOUR);
    expect(pluggedIn(of).length).toBeGreaterThan(5);
    const { cars } = of.state.charging!;
    const late = new Set(inHurry(of));
    const calm = pluggedIn(of).filter((car) => !late.has(car));
    expect(calm.length).toBeGreaterThan(late.size);
    const needKwh = calm.reduce((sum, car) => sum + (cars.targetJ[car] - cars.chargeJ[car]) / 0.9 / 3.6e6, 0);
    const sum = (values: Float64Array) => values.reduce((all, each) => all + each, 0);
    expect(sum(of.grid!.homeKw)).toBeCloseTo(7 * late.size, 6);
    expect(sum(of.grid!.followerKwh)).toBeCloseTo(needKwh, 6);
    expect(sum(of.grid!.followerKw)).toBeCloseTo(7 * calm.length, 6);
    expect(of.grid!.atOnceKw[0]).toBeGreaterThan(0);
    of.grid!.signal.fill(0.5);
    run(of, 20);
    expect(sum(of.grid!.homeKw)).toBeCloseTo(7 * late.size + 3.5 * calm.length, 6);
  });

  it('is held back all night and has by the morning what charging at once would have given: 98 of 100', () => {
    const night = () => {
      const of = evening();
      of.grid!.followers[0] = 1;
      of.grid!.signal.fill(0);
      run(of, 14 * HOUR);
      return { of, found: figures(of) };
    };
    const held = night();
    expect(held.of.state.charging!.tally.leftHome).toBeGreaterThan(10);
    expect(held.found['traffic.cars-ready']).toBeGreaterThanOrEqual(98);
  });

  it('is not he who does not follow: he waits for his own hour, if he has one', () => {
    const of = evening();
    of.grid!.signal.fill(0);
    run(of, HOUR);
    const drawn = () => of.grid!.homeKw.reduce((sum, kw) => sum + kw, 0);
    expect(drawn()).toBeGreaterThan(0);
    turnTo(of, 'city.charging-hour', 21);
    run(of, 60);
    const calm = pluggedIn(of).length - inHurry(of).length;
    expect(calm).toBeGreaterThan(2);
    expect(drawn()).toBeCloseTo(7 * inHurry(of).length, 6);
    run(of, 3 * HOUR);
    expect(drawn()).toBeGreaterThan(7 * inHurry(of).length);
  });
});
