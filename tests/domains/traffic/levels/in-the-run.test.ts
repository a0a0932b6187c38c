/** Energy, junctions and trips as the engine keeps them while it runs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairedFigures, pairTrips, trafficDomain } from '../../../../sim/domains/traffic';
import { PEOPLE_DAY } from '../../../../sim/domains/traffic/demand/people/identity';
import { CO2_G, DISTANCE_M, totalSum } from '../../../../sim/domains/traffic/emissions/sums';
import { tripNumber } from '../../../../sim/domains/traffic/levels/paired-trips';
import { tripsOfRun } from '../../../../sim/domains/traffic/levels/trips-of-run';
import { gainsByTrip, weighGains } from '../../../../sim/domains/traffic/levels/winners-and-losers';
import { closeEdge, figures, run, start } from '../simulate';
import { crossroads, smallCity } from '../small-city';

const busy = crossroads({ gates: { n: 10_000, e: 10_000, s: 10_000, w: 10_000 }, truckShare: 0.1 });
const ring = smallCity('two-ways', {
  nodes: { w: [-300, 0], a: [0, 0], b: [400, 0], o: [700, 0], u: [200, 220] },
  streets: {
    main: { path: ['w', 'a', 'b', 'o'], class: 'collector', lanes: 2 },
    around: { path: ['a', 'u', 'b'], class: 'local', lanes: 1 },
  },
  gates: { w: 12_000, o: 12_000 },
});
const END_S = 1_000;
const quarter = run(start(busy, 4), END_S);

describe('energy and exhaust', () => {
  it('are reckoned on the very distance that was driven, all of it', () => {
    const { energy, totals } = quarter.state;
    // But for a few centimetres where the speed does not change evenly within the second.
    expect(Math.abs(totalSum(energy.sums, DISTANCE_M) / totals.distanceM - 1)).toBeLessThan(5e-4);
  });

  it('lie where a city’s lie: a mix of cars and lorries in town emits 150 to 450 g of carbon dioxide a kilometre', () => {
    const { 'traffic.co2': kg, 'traffic.distance': km, 'traffic.nox': noxKg } = figures(quarter);
    expect(kg / km).toBeGreaterThan(0.15);
    expect(kg / km).toBeLessThan(0.45);
    expect(noxKg / km).toBeLessThan(0.002);
    expect(totalSum(quarter.state.energy.sums, CO2_G)).toBeCloseTo(1_000 * kg, 6);
  });

  it('of a warming-up count for nothing', () => {
    expect(figures(start(busy, 4))['traffic.co2']).toBe(0);
  });

  it('a battery only empties by what its cells gave', () => {
    const { vehicles } = quarter.state;
    for (let row = 0; row < vehicles.rowEnd; row++) expect(vehicles.batteryJ[row]).toBeGreaterThanOrEqual(0);
    expect(figures(quarter)['traffic.electric-energy']).toBeGreaterThan(0);
  });
});

describe('junctions', () => {
  it('are told after a quarter of an hour and not before', () => {
    expect(figures(run(start(busy, 4), 60))['traffic.control-delay']).toBeUndefined();
    const told = figures(quarter);
    expect(told['traffic.control-delay']).toBeGreaterThan(5);
    expect(told['traffic.stops']).toBeGreaterThan(0.2);
    expect(told['traffic.queue-95']).toBeGreaterThan(1);
    expect(quarter.state.levels.approaches.missed).toBe(0);
  });

  it('get worse with more traffic', () => {
    const quiet = figures(run(start(crossroads({ gates: { n: 3_000, e: 3_000, s: 3_000, w: 3_000 } }), 4), END_S));
    for (const name of ['traffic.control-delay', 'traffic.stops', 'traffic.queue-95'] as const) {
      expect(figures(quarter)[name]).toBeGreaterThan(quiet[name]);
    }
  });
});

describe('the ledger of trips', () => {
  it('has a line for everyone who arrived, and the table one for everyone who was due', () => {
    const { state } = quarter;
    const table = tripsOfRun(state);
    expect(state.ledger.count).toBe(state.totals.arrived);
    expect(table.trip.length).toBe(state.totals.inserted + state.waiting.count);
    for (let i = 0; i < table.trip.length; i++) {
      if (table.arrivedSeconds[i] < 0) continue;
      expect(table.dueSeconds[i]).toBeLessThanOrEqual(table.enteredSeconds[i] + 1);
      expect(table.arrivedSeconds[i]).toBeGreaterThan(table.enteredSeconds[i]);
      // Nobody drives faster than a fast driver would on an empty road.
      if (table.enteredSeconds[i] > 0) {
        expect(table.arrivedSeconds[i] - table.enteredSeconds[i]).toBeGreaterThan(0.8 * table.freeSeconds[i]);
      }
    }
  });

  it('numbers trips apart whatever they come from', () => {
    const hours = fc.oneof(
      fc.integer({ min: -48, max: 10_000 }),
      fc.integer({ min: 1_000_000 - 48, max: 1_010_000 }),
      fc.constant(-2_000_000),
      fc.integer({ min: PEOPLE_DAY - 2, max: PEOPLE_DAY + 1_000 }),
    );
    const key = fc.nat(0xffffffff);
    fc.assert(
      fc.property(hours, key, hours, key, (hourA, keyA, hourB, keyB) => {
        const a = tripNumber(hourA, keyA);
        expect(Number.isSafeInteger(a)).toBe(true);
        expect(a === tripNumber(hourB, keyB)).toBe(hourA === hourB && keyA === keyB);
        expect(tripNumber(hourA, keyA ^ 1) >>> 0).not.toBe(a >>> 0);
      }),
    );
  });

  it('finds no winner and no loser between a run and itself', () => {
    const pairs = pairTrips(tripsOfRun(quarter.state), tripsOfRun(run(start(busy, 4), END_S).state), END_S);
    expect(weighGains(gainsByTrip(pairs))).toMatchObject({ winners: 0, losers: 0, meanGainSeconds: 0 });
    expect(pairs.onlyInBaseline + pairs.onlyInVariant).toBe(0);
  });

  it('has losers and hardly a winner where the quick road is shut, and no trip is lost from sight', () => {
    const open = run(start(ring, 2), 900);
    const shut = start(ring, 2);
    closeEdge(shut, 'main:a:b', true);
    closeEdge(shut, 'main:b:a', true);
    run(shut, 900);
    const pairs = pairTrips(tripsOfRun(open.state), tripsOfRun(shut.state), 900);
    const gains = weighGains(gainsByTrip(pairs));
    const paired = pairedFigures(pairs);
    expect(paired.trips).toBe(tripsOfRun(open.state).trip.length);
    expect(gains.losers).toBeGreaterThan(10 * gains.winners);
    expect(paired.variantMeanDelaySeconds).toBeGreaterThan(paired.baselineMeanDelaySeconds);
  });

  it('is the same after saving and loading, with the windows of the junctions', () => {
    const half = run(start(busy, 4), END_S / 2);
    const state = trafficDomain.load(busy, half.state.settings, trafficDomain.save(half.state));
    const on = run({ ...half, state }, END_S / 2);
    expect(figures(on)).toEqual(figures(quarter));
    expect(tripsOfRun(on.state)).toEqual(tripsOfRun(quarter.state));
    expect(trafficDomain.save(on.state)).toEqual(trafficDomain.save(quarter.state));
  });
});

describe('time lost and the wait to enter', () => {
  it('are told apart: where nobody finds room, the wait grows and the time lost on the road does not hold it', () => {
    const flooded = run(start(crossroads({ gates: { n: 60_000, e: 3_000, s: 3_000, w: 3_000 } }), 1), 600);
    const told = figures(flooded);
    expect(told['traffic.trips-waiting']).toBeGreaterThan(20);
    expect(told['traffic.mean-insertion-delay']).toBeGreaterThan(10);
    expect(told['traffic.mean-time-loss']).toBeLessThanOrEqual(told['traffic.mean-duration']);
    const { totals } = flooded.state;
    expect(told['traffic.mean-time-loss']).toBeCloseTo(totals.lossSeconds / totals.inserted, 9);
  });
});
