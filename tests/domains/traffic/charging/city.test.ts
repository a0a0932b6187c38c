import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import { AT_HOME_PLUG, AT_PLUG, OUT, WAITS } from '../../../../sim/domains/traffic/charging/cars';
import { CHARGER_EFFICIENCY } from '../../../../sim/domains/traffic/emissions/battery';
import { ELECTRIC_CAR } from '../../../../sim/domains/traffic/emissions/energy-classes';
import { CELLS_J, classSum } from '../../../../sim/domains/traffic/emissions/sums';
import { smallTown } from '../demand/small-town';
import { figures, type Run, run, start } from '../simulate';
import { chargingTown } from './charging-town';

const HOUR = 3_600;

/** Energy in the cells of all cars, those on the road included. */
function inCellsJ({ state }: Run): number {
  const { cars } = state.charging!;
  let sumJ = 0;
  for (let car = 0; car < cars.count; car++) sumJ += cars.chargeJ[car];
  const { vehicles } = state;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] < 0 || vehicles.energyClass[row] !== ELECTRIC_CAR) continue;
    const car = cars.rowOf.get(Math.floor(vehicles.tripKey[row] / 8))!;
    sumJ += vehicles.batteryJ[row] - cars.chargeJ[car];
  }
  return sumJ;
}

/** As if nobody had charged for days: every car that stands has so little. */
function drain(of: Run, share: number): Run {
  const { cars, tally } = of.state.charging!;
  for (let car = 0; car < cars.count; car++) {
    if (cars.doing[car] === OUT) continue;
    tally.firstJ += share * cars.capacityJ[car] - cars.chargeJ[car];
    cars.chargeJ[car] = share * cars.capacityJ[car];
  }
  return of;
}

function checkLaws(of: Run): void {
  const { charging, energy } = of.state;
  const { cars, stands, sites, tally } = charging!;
  const drivenJ = classSum(energy.sums, ELECTRIC_CAR, CELLS_J) - energy.sums.missingJ;
  const chargedJ = CHARGER_EFFICIENCY * (tally.sitesJ + tally.homesJ) + tally.beyondInJ + tally.helpedJ;
  expect(Math.abs(inCellsJ(of) - (tally.firstJ + chargedJ - drivenJ - tally.beyondOutJ))).toBeLessThan(1_000);
  let waiting = 0;
  for (let car = 0; car < cars.count; car++) {
    expect(cars.chargeJ[car]).toBeGreaterThanOrEqual(0);
    expect(cars.chargeJ[car]).toBeLessThanOrEqual(cars.capacityJ[car]);
    if (cars.doing[car] === WAITS) waiting++;
    if (cars.doing[car] === AT_PLUG) expect(stands.plugCar[cars.plug[car]]).toBe(car);
    if (cars.doing[car] === AT_HOME_PLUG) expect(cars.hasCharger[car]).toBe(1);
  }
  expect(tally.visits).toBe(tally.served + tally.gaveUp + waiting);
  for (let site = 0; site < sites.siteCount; site++) {
    expect(stands.drawnW[site]).toBeLessThanOrEqual(sites.limitW[site] + 1e-6);
  }
}

describe('a day in a town of electric cars', () => {
  const of = start(chargingTown(), 3, 3 * HOUR);
  const hourly: { sitesKwh: number; homesKwh: number }[] = [];
  let toldJ = 0;
  for (let hour = 0; hour < 24; hour++) {
    const { sitesJ, homesJ } = of.state.charging!.tally;
    run(of, HOUR, ({ tick, grid }) => {
      if (tick % 10 === 1) toldJ += 5_000 * [...grid!.siteKw, ...grid!.homeKw].reduce((sum, kw) => sum + kw, 0);
      if (tick % 1_200 === 0) checkLaws(of);
    });
    const { tally } = of.state.charging!;
    hourly.push({ sitesKwh: (tally.sitesJ - sitesJ) / 3.6e6, homesKwh: (tally.homesJ - homesJ) / 3.6e6 });
  }
  const { tally, cars } = of.state.charging!;
  const found = figures(of);

  it('keeps energy, counts every visit, and never fills a cell above full or below empty', () => {
    expect(tally.visits).toBeGreaterThan(2);
    expect(found['traffic.cars-stranded']).toBe(0);
    expect(found['traffic.trips-inserted']).toBe(found['traffic.trips-arrived'] + found['traffic.trips-running']);
  });

  it('tells the grid what it draws, to the joule', () => {
    expect(Math.abs(toldJ - tally.sitesJ - tally.homesJ)).toBeLessThan(1e-9 * toldJ);
  });

  it('charges at home most in the evening, when people have come back', () => {
    // From 3 o'clock on: hours 13 to 20 are those from 16 to midnight.
    const evening = hourly.slice(13, 21).reduce((sum, { homesKwh }) => sum + homesKwh, 0);
    expect(evening).toBeGreaterThan(0.5 * (tally.homesJ / 3.6e6));
  });

  it('charges at sites by day', () => {
    const day = hourly.slice(3, 19).reduce((sum, { sitesKwh }) => sum + sitesKwh, 0);
    expect(day).toBeGreaterThan(0.5 * (tally.sitesJ / 3.6e6));
  });

  it('has about as many who have a charger of their own as there are chargers for cars in China', () => {
    let own = 0;
    for (let car = 0; car < cars.count; car++) own += cars.hasCharger[car];
    expect(own / cars.count).toBeGreaterThan(0.3);
    expect(own / cars.count).toBeLessThan(0.5);
  });
});

it('keeps energy and counts everybody with any plugs, any limit, any supply, at any hour, however little there is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(7, 60, 120), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 5, max: 200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.02, max: 0.6, noNaN: true }),
      fc.integer({ min: 5, max: 20 }),
      fc.integer({ min: 1, max: 1_000 }),
      (plugsKw, limitKw, supply, share, hour, seed) => {
        const of = drain(start(chargingTown({ plugsKw, limitKw }), seed, hour * HOUR), share);
        run(of, 1_200, (now) => {
          if (now.tick % 300 === 0) checkLaws(now);
        });
        of.grid!.siteSupply.fill(supply);
        of.grid!.buildingSupply.fill(supply);
        run(of, 600, (now) => {
          if (now.tick % 300 === 0) checkLaws(now);
        });
      },
    ),
    { numRuns: 6 },
  );
});

it('takes from the cells what was driven, and a car that comes back has the charge that it came with', () => {
  const of = start(chargingTown(), 3, 7 * HOUR);
  run(of, HOUR);
  const { cars } = of.state.charging!;
  const before = new Map<number, number>();
  for (let car = 0; car < cars.count; car++) if (cars.doing[car] === OUT) before.set(car, cars.chargeJ[car]);
  expect(before.size).toBeGreaterThan(3);
  run(of, 1_200);
  let ended = 0;
  for (const [car, chargeJ] of before) {
    if (cars.doing[car] === OUT) continue;
    ended++;
    if (cars.doing[car] === AT_PLUG || cars.doing[car] === AT_HOME_PLUG) continue;
    expect(cars.chargeJ[car]).toBeLessThan(chargeJ);
  }
  expect(ended).toBeGreaterThan(3);
});

describe('where there is one slow plug at each site', () => {
  const few = chargingTown({ plugsKw: [7] });

  it('people wait, some go away again, and all of them are counted', () => {
    const of = run(drain(start(few, 3, 6 * HOUR), 0.25), 4 * HOUR, (now) => {
      if (now.tick % 1_200 === 0) checkLaws(now);
    });
    const found = figures(of);
    expect(found['traffic.charging-wait']).toBeGreaterThan(60);
    expect(found['traffic.left-uncharged']).toBeGreaterThan(0);
  });

  it('and nobody waits where plugs are plenty', () => {
    const plenty = chargingTown({ plugsKw: Array<number>(90).fill(60) });
    const found = figures(run(drain(start(plenty, 3, 6 * HOUR), 0.25), 4 * HOUR));
    expect(found['traffic.charging-wait']).toBe(0);
    expect(found['traffic.left-uncharged']).toBe(0);
  });

  it('goes on the same after it was saved and loaded while cars charge and wait', () => {
    const of = drain(start(few, 3, 6 * HOUR), 0.25);
    const { cars, stands } = of.state.charging!;
    for (let minute = 0; minute < 240 && !cars.doing.includes(WAITS); minute++) run(of, 60);
    expect(cars.doing).toContain(WAITS);
    expect(stands.inUse.some((count) => count > 0)).toBe(true);
    const saved = trafficDomain.save(of.state);
    const loaded: Run = { ...of, heard: [], state: trafficDomain.load(of.scene, of.state.settings, saved) };
    expect(trafficDomain.save(loaded.state)).toEqual(saved);
    run(of, 1_800);
    run(loaded, 1_800);
    expect(trafficDomain.save(loaded.state)).toEqual(trafficDomain.save(of.state));
  });
});

it('whoever has too little for his way goes to charge first, and stays until it is enough: nobody runs empty', () => {
  const of = run(drain(start(chargingTown(), 3, 6 * HOUR), 0.06), 4 * HOUR, (now) => {
    if (now.tick % 1_200 === 0) checkLaws(now);
  });
  const { tally } = of.state.charging!;
  expect(tally.visits).toBeGreaterThan(20);
  expect(tally.putOff).toBeGreaterThan(0);
  expect(tally.stranded).toBe(0);
});

it('whose cells are empty on the way stands, counted and said, until help has come, and then drives on', () => {
  const of = run(start(chargingTown(), 3, 7 * HOUR), HOUR);
  const { vehicles, charging, network } = of.state;
  const { cars, tally } = charging!;
  const hasFarToGo = (row: number) => vehicles.routeLength[row] - vehicles.routeAt[row] >= 4;
  const row = [...vehicles.track.keys()].find(
    (each) => vehicles.track[each] >= 0 && cars.rowOf.has(Math.floor(vehicles.tripKey[each] / 8)) && hasFarToGo(each),
  )!;
  const car = cars.rowOf.get(Math.floor(vehicles.tripKey[row] / 8))!;
  tally.firstJ -= vehicles.batteryJ[row] - 1;
  cars.chargeJ[car] -= vehicles.batteryJ[row] - 1;
  vehicles.batteryJ[row] = 1;
  run(of, 120);
  expect(tally.stranded).toBe(1);
  expect(figures(of)['traffic.cars-stranded']).toBe(1);
  expect(of.heard.filter(({ code }) => code === 'traffic.car-stranded')).toHaveLength(1);
  const place = vehicles.odometerM[row];
  run(of, 1_800);
  expect(vehicles.odometerM[row] - place).toBeLessThan(100);
  expect(vehicles.speedMps[row]).toBe(0);
  expect(vehicles.track[row]).toBeLessThan(network.roads.laneCount);
  checkLaws(of);
  run(of, 1_800);
  expect(cars.doing[car]).not.toBe(OUT);
  expect(tally.stranded).toBe(1);
  checkLaws(of);
});

it('gives nothing while the sites are dark, no more than half of their limit on half, and all again when light is back', () => {
  const of = run(drain(start(chargingTown({ plugsKw: [60, 60] }), 3, 7 * HOUR), 0.2), HOUR);
  const { sites, tally, stands } = of.state.charging!;
  const hadMostW = [0, 0, 0];
  const drawn = (supply: number, turn: number) => {
    of.grid!.siteSupply.fill(supply);
    const { sitesJ } = tally;
    run(of, 300, () => {
      for (let site = 0; site < sites.siteCount; site++) {
        hadMostW[turn] = Math.max(hadMostW[turn], stands.drawnW[site] / sites.limitW[site]);
      }
    });
    return tally.sitesJ - sitesJ;
  };
  run(of, 10);
  expect(drawn(1, 0)).toBeGreaterThan(1e6);
  of.grid!.siteSupply.fill(0.5);
  run(of, 10);
  expect(drawn(0.5, 1)).toBeGreaterThan(1e6);
  expect(hadMostW[1]).toBeLessThanOrEqual(0.5 + 1e-9);
  of.grid!.siteSupply.fill(0);
  run(of, 10);
  expect(drawn(0, 2)).toBe(0);
  run(of, 10);
  of.grid!.siteSupply.fill(1);
  expect(drawn(1, 0)).toBeGreaterThan(1e6);
  expect(hadMostW[0]).toBeGreaterThan(0.5);
});

it('stops charging at home in a house that is dark', () => {
  const of = run(start(chargingTown(), 3, 18 * HOUR), 2 * HOUR);
  expect(of.state.charging!.tally.homesJ).toBeGreaterThan(0);
  of.grid!.buildingSupply.fill(0);
  run(of, 10);
  const { homesJ } = of.state.charging!.tally;
  run(of, 600);
  expect(of.state.charging!.tally.homesJ).toBe(homesJ);
  expect(of.grid!.homeKw.every((kw) => kw === 0)).toBe(true);
});

it('a town without sites and supplied houses knows nothing of charging', () => {
  const of = start(smallTown(), 3, 8 * HOUR);
  expect(of.state.charging).toBeNull();
  expect(figures(of)['traffic.charged-at-sites']).toBeUndefined();
});
