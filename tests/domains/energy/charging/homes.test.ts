import { describe, expect, it } from 'vitest';
import { energyDomain } from '../../../../sim/domains/energy';
import type { KnobName } from '../../../../sim/ports';
import { sceneOf } from '../scenes';
import { type EnergyRun, figures, fork, run, type StartSettings, start, turn } from '../simulate';
import { suburb } from '../suburb';

const HOUR_S = 3_600;
const city = suburb();
const alone: StartSettings = { domains: ['energy'], startDay: 121, startSeconds: 12 * HOUR_S, stepS: 900 };

function knobs(of: EnergyRun, values: Partial<Record<KnobName, number>>): EnergyRun {
  turn(
    of,
    Object.entries(values).map(([knob, value]) => ({ knob: knob as KnobName, slot: 0, value, cause: 3 })),
  );
  return of;
}

const ALL_ELECTRIC = { 'city.electric-cars': 0.6, 'city.home-charger': 7 } as const;
const MANAGED = {
  'city.managed-cars': 1,
  'city.managed-from': 20,
  'city.managed-until': 7,
  'city.vehicle-to-grid': 0,
} as const;

/** Kilowatts of all homes in each step of a day. */
function homesThroughDays(of: EnergyRun, days: number): number[] {
  const kw: number[] = [];
  run(of, days * 24 * HOUR_S, ({ state }) => {
    kw.push(state.consumers!.charging!.homesKw.reduce((sum, each) => sum + each, 0));
  });
  return kw;
}

const kwhOf = (kw: readonly number[], stepS = 900) => (kw.reduce((sum, each) => sum + each, 0) * stepS) / HOUR_S;

describe('cars at home where nobody drives', () => {
  it('take what is driven: 5.7 kWh a day and car with a charger, most of it in the evening', () => {
    const of = knobs(start(city, alone), { 'city.electric-cars': 1, 'city.home-charger': 7 });
    const days = 20;
    const kw = homesThroughDays(of, days);
    const { count } = of.state.consumers!.charging!.cars;
    expect(count / (8 * 560 * 0.25 * (7.12 / 18.13))).toBeCloseTo(1, 1);
    const perCar = kwhOf(kw) / days / count;
    expect(perCar / ((12_500 * 0.15) / 0.9 / 365)).toBeGreaterThan(0.93);
    expect(perCar / ((12_500 * 0.15) / 0.9 / 365)).toBeLessThan(1.07);
    const byHour = Array.from({ length: 24 }, (_, hour) =>
      kw.filter((_, k) => Math.floor(k / 4 + 12) % 24 === hour).reduce((sum, each) => sum + each, 0),
    );
    expect(byHour.indexOf(Math.max(...byHour))).toBeGreaterThanOrEqual(18);
    expect(byHour.indexOf(Math.min(...byHour))).toBeGreaterThanOrEqual(4);
    expect(byHour.indexOf(Math.min(...byHour))).toBeLessThanOrEqual(11);
    expect(figures(of)['energy.cars-ready']).toBe(100);
    expect(figures(of)['energy.cars-charged']).toBeCloseTo(kwhOf(kw), 6);
  });

  it('are the same cars and more of them where more are electric', () => {
    const few = knobs(start(city, alone), { 'city.electric-cars': 0.2, 'city.home-charger': 7 });
    const many = knobs(start(city, alone), { 'city.electric-cars': 0.7, 'city.home-charger': 7 });
    run(few, 24 * HOUR_S);
    run(many, 24 * HOUR_S);
    const plugged = (of: EnergyRun) => {
      const { sinceS } = of.state.consumers!.charging!.cars;
      return [...sinceS.keys()].filter((car) => !Number.isNaN(sinceS[car]));
    };
    for (const car of plugged(few)) expect(plugged(many)).toContain(car);
    expect(plugged(many).length).toBeGreaterThan(plugged(few).length);
  });

  it('draw the same energy in steps of a minute as of a quarter of an hour', () => {
    const energy = (stepS: number) => {
      const of = knobs(start(city, { ...alone, stepS }), ALL_ELECTRIC);
      run(of, 24 * HOUR_S);
      return figures(of)['energy.cars-charged'];
    };
    expect(energy(60) / energy(900)).toBeCloseTo(1, 6);
  });

  it('all begin at the hour that they are used to, which is a peak of its own', () => {
    const at = knobs(start(city, alone), { ...ALL_ELECTRIC, 'city.charging-hour': 21 });
    const kw = homesThroughDays(at, 1);
    const usual = homesThroughDays(knobs(start(city, alone), ALL_ELECTRIC), 1);
    const hour = (list: readonly number[], h: number) => list[4 * (h - 12) + 2];
    expect(hour(kw, 20)).toBeLessThan(0.3 * hour(usual, 20));
    expect(Math.max(...kw)).toBeGreaterThan(1.3 * Math.max(...usual));
    expect(figures(at)['energy.cars-ready']).toBeGreaterThan(98);
  });

  it('wait where a house has no power, and charge when it is back', () => {
    const of = knobs(start(city, alone), { ...ALL_ELECTRIC, 'city.electric-cars': 1 });
    run(of, 8 * HOUR_S);
    turn(of, [{ knob: 'bus.out', slot: city.elements.bus.slotOf('a1.low')!, value: 1, cause: 3 }]);
    run(of, 900);
    const { cars } = of.state.consumers!.charging!;
    const a1 = city.elements.building.slotOf('A1')!;
    const need = () =>
      [...cars.needKwh.keys()]
        .filter((car) => cars.building[car] === a1 && !Number.isNaN(cars.sinceS[car]))
        .map((car) => cars.needKwh[car]);
    const before = need();
    run(of, 900);
    expect(before.some((kwh) => kwh > 0)).toBe(true);
    expect(need().slice(0, before.length)).toEqual(before);
  });
});

describe('managed charging', () => {
  const days = 4;
  const usual = run(knobs(start(city, alone), ALL_ELECTRIC), days * 24 * HOUR_S);
  const managed = run(knobs(start(city, alone), { ...ALL_ELECTRIC, ...MANAGED }), days * 24 * HOUR_S);

  it('gives everybody the same energy, and 98 of 100 are ready in time', () => {
    const charged = (of: EnergyRun) => figures(of)['energy.cars-charged'];
    expect(charged(managed) / charged(usual)).toBeGreaterThan(0.97);
    expect(charged(managed) / charged(usual)).toBeLessThan(1.03);
    expect(figures(managed)['energy.cars-ready']).toBeGreaterThanOrEqual(98);
    expect(figures(managed)['energy.cars-gave-back']).toBe(0);
  });

  it('makes no more of a peak than there is without any cars', () => {
    const none = run(
      knobs(start(city, alone), { 'city.electric-cars': 0, 'city.home-charger': 7 }),
      days * 24 * HOUR_S,
    );
    const peak = (of: EnergyRun) => figures(of)['energy.electric-peak'];
    expect(peak(usual)).toBeGreaterThan(1.02 * peak(none));
    expect(peak(managed)).toBeLessThan(1.005 * peak(none));
  });

  it('fills a feeder’s valley evenly: what it carries in the deep of the night hardly differs', () => {
    const of = run(knobs(start(city, alone), { ...ALL_ELECTRIC, ...MANAGED }), 13 * HOUR_S);
    const carried: number[] = [];
    run(of, 3 * HOUR_S, ({ state }) => carried.push(state.totals.demandKw));
    const plain = run(knobs(start(city, alone), ALL_ELECTRIC), 13 * HOUR_S);
    const carriedPlain: number[] = [];
    run(plain, 3 * HOUR_S, ({ state }) => carriedPlain.push(state.totals.demandKw));
    const spread = (list: readonly number[]) => Math.max(...list) - Math.min(...list);
    expect(spread(carried)).toBeLessThan(0.5 * spread(carriedPlain));
  });

  it('gives back at the peak where it may, takes more by its losses, and nobody is late', () => {
    const both = run(
      knobs(start(city, alone), { ...ALL_ELECTRIC, ...MANAGED, 'city.vehicle-to-grid': 1 }),
      days * 24 * HOUR_S,
    );
    const found = figures(both);
    expect(found['energy.cars-gave-back']).toBeGreaterThan(10);
    expect(found['energy.cars-ready']).toBeGreaterThanOrEqual(98);
    expect(found['energy.electric-peak']).toBeLessThan(0.97 * figures(managed)['energy.electric-peak']);
    // What was given back comes again over 0.9 into the cells and 0.9 out of them.
    const more = found['energy.cars-charged'] - figures(managed)['energy.cars-charged'];
    expect(more / found['energy.cars-gave-back']).toBeGreaterThan(1.1);
    expect(more / found['energy.cars-gave-back']).toBeLessThan(1.35);
  });

  it('never loads a house’s transformer above its rating, where it can help it', () => {
    const small = sceneOf('tiny/one-feeder', (files) => {
      for (const each of files['electricity.json'].transformers) if (each.id === 'a1.t') each.ratingKva = 250;
    });
    const loading = (managedToo: boolean) => {
      const of = knobs(start(small, alone), {
        'city.electric-cars': 1,
        'city.home-charger': 11,
        ...(managedToo ? MANAGED : {}),
      });
      return figures(run(of, 2 * 24 * HOUR_S))['energy.worst-house-loading'];
    };
    const none = figures(run(knobs(start(small, alone), { 'city.electric-cars': 0 }), 2 * 24 * HOUR_S));
    expect(loading(false)).toBeGreaterThan(1.05 * none['energy.worst-house-loading']);
    expect(loading(true)).toBeLessThan(1.01 * none['energy.worst-house-loading']);
  });

  it('goes on the same after it was saved and loaded in mid-night', () => {
    const of = run(knobs(start(city, alone), { ...ALL_ELECTRIC, ...MANAGED, 'city.vehicle-to-grid': 1 }), 11 * HOUR_S);
    const copy = fork(of);
    expect(energyDomain.save(copy.state)).toEqual(energyDomain.save(of.state));
    run(of, 6 * HOUR_S);
    run(copy, 6 * HOUR_S);
    expect(energyDomain.save(copy.state)).toEqual(energyDomain.save(of.state));
  });
});

describe('where traffic drives', () => {
  const with2Cars = (changes: Partial<Record<KnobName, number>>, hours: number) => {
    const of = start(city, { startDay: 121, startSeconds: 12 * HOUR_S, stepS: 60 });
    knobs(of, changes);
    run(of, 60);
    for (const [port, each] of [
      ['traffic.follower-need', 40],
      ['traffic.follower-power', 140],
      ['traffic.home-charging', 30],
    ] as const) {
      of.ports.get(port)!.fill(each);
    }
    return run(of, hours * HOUR_S);
  };

  it('nobody is told anything while nobody asks', () => {
    const of = with2Cars({}, 0.1);
    expect(of.ports.get('energy.charging-followers')![0]).toBe(0);
    expect([...of.ports.get('energy.charging-signal')!]).toEqual(Array(8).fill(1));
    expect(of.state.consumers!.charging).toBeNull();
  });

  it('followers hold back by day, and at night get what fills their feeder’s valley', () => {
    const day = with2Cars(MANAGED, 3);
    expect(day.ports.get('energy.charging-followers')![0]).toBe(1);
    expect([...day.ports.get('energy.charging-signal')!]).toEqual(Array(8).fill(0));
    const night = with2Cars(MANAGED, 15);
    const signal = [...night.ports.get('energy.charging-signal')!];
    for (const share of signal) expect(share).toBeGreaterThan(0);
    // 160 kWh a feeder over the four deepest hours or so, of 560 kW.
    for (const share of signal) expect(share).toBeLessThan(0.3);
  });

  it('those who watch the price are let on in the valley alone', () => {
    const tariff = { 'city.peak-valley-ratio': 5, 'city.price-elasticity': 0, 'city.price-followers': 0.5 } as const;
    const at = (hours: number) => with2Cars(tariff, hours).ports;
    expect(at(1).get('energy.charging-followers')![0]).toBe(0.5);
    expect(at(1).get('energy.charging-signal')![0]).toBe(1);
    expect(at(5).get('energy.charging-signal')![0]).toBe(0);
    expect(at(12.5).get('energy.charging-signal')![0]).toBe(1);
  });
});
