import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import { networkOf } from '../../../../sim/domains/traffic/network';
import { createSignals } from '../../../../sim/domains/traffic/signals';
import { stepOffSeconds, sum } from '../../../../sim/domains/traffic/walking';
import { signalWaitSeconds } from '../../../../sim/domains/traffic/walking/pavements';
import { HOURS } from '../../../../sim/domains/traffic/walking/walk-flows';
import { compileScene } from '../../../../sim/scene';
import { smallTown } from '../demand/small-town';
import { figures, patch, run, start } from '../simulate';
import { crossroads } from '../small-city';
import { letWalk } from './right-turners';

/** Persons a day over a crossing, by direction. */
function perDay(flows: Float64Array, direction: number): number {
  let all = 0;
  for (let i = 0; i < flows.length; i++) if (Math.floor(i / HOURS) % 2 === direction) all += flows[i];
  return all;
}

describe('people who come to crossings', () => {
  it('are those whose plans have them walk: twice the people, twice the flow', () => {
    const few = start(smallTown({ residents: 1_200 })).state.walking!.flows;
    const many = start(smallTown({ residents: 2_400 })).state.walking!.flows;
    expect(sum(few)).toBeGreaterThan(100);
    expect(sum(many) / sum(few)).toBeGreaterThan(1.6);
    expect(sum(many) / sum(few)).toBeLessThan(2.4);
    // Nobody is out at three in the morning, and many are when school and work begin.
    const at = (hour: number) => many.reduce((all, flow, i) => all + (i % HOURS === hour ? flow : 0), 0);
    expect(at(3)).toBe(0);
    expect(at(7) + at(8)).toBeGreaterThan((2 / 24) * sum(many));
  });

  it('come back over a crossing as often as they went, where everybody goes out and home again', () => {
    const { scene } = smallTown({ residents: 6_000 });
    const people = scene.demand!.people!;
    const chains = people.chains.filter(({ id }) => ['w1', 'p1', 'r1', 'c1', 'v1'].includes(id));
    const outAndHome = chains.map((chain) => ({ ...chain, stops: chain.stops.slice(0, 1) }));
    const demand = { ...scene.demand!, people: { ...people, chains: outAndHome } };
    const { flows } = start(compileScene({ ...scene, demand })).state.walking!;
    expect(perDay(flows, 0)).toBeGreaterThan(200);
    expect(perDay(flows, 0) / perDay(flows, 1)).toBeGreaterThan(0.95);
    expect(perDay(flows, 0) / perDay(flows, 1)).toBeLessThan(1.05);
  });

  it('are more as soon as the city grows, and as many again when it is as it was', () => {
    const of = run(start(smallTown({ residents: 1_200 })), 10);
    const before = sum(of.state.walking!.flows);
    const undo = patch(of, [{ knob: 'city.growth', slot: 0, value: 2, cause: 7 }]);
    run(of, 1);
    expect(sum(of.state.walking!.flows)).toBeGreaterThan(1.6 * before);
    patch(of, undo);
    run(of, 1);
    expect(sum(of.state.walking!.flows)).toBe(before);
  });

  it('come as often as expected, whatever the seed, and are counted in the figures', () => {
    for (const seed of [1, 2, 3]) {
      const of = run(start(smallTown({ residents: 6_000 }), seed), 3_600);
      const { flows, due, crossed } = of.state.walking!;
      const expected = flows.reduce((all, flow, i) => all + (i % HOURS === 7 ? flow : 0), 0);
      expect(expected).toBeGreaterThan(100);
      expect(Math.abs(due - expected)).toBeLessThan(5 * Math.sqrt(expected));
      expect(figures(of)['traffic.walkers-crossed']).toBe(crossed);
      expect(figures(of)['traffic.walker-delay']).toBeGreaterThan(2);
    }
  });

  it('are saved and loaded where they stand and walk: the runs go on bit for bit alike', () => {
    const scene = smallTown({ residents: 6_000 });
    const of = run(start(scene, 3), 1_500);
    const { waiting, onSpan } = of.state.walking!;
    for (let i = 0; i < 600 && (sum(waiting) === 0 || sum(onSpan) === 0); i++) run(of, 1);
    expect(sum(waiting)).toBeGreaterThan(0);
    expect(sum(onSpan)).toBeGreaterThan(0);
    const { settings } = of.state;
    const other = start(scene, 3);
    other.state = trafficDomain.load(scene, settings, trafficDomain.save(of.state));
    other.tick = of.tick;
    run(of, 300);
    run(other, 300);
    expect(of.state.walking!.crossed).toBeGreaterThan(20);
    expect(trafficDomain.save(other.state)).toEqual(trafficDomain.save(of.state));
  });

  it('come at any time of day, in a run from midnight too', () => {
    const of = run(start(smallTown({ residents: 6_000 }), 1, 0), 60);
    expect([...of.state.walking!.untilNext].every((left) => left > 0)).toBe(true);
    expect(of.state.walking!.due).toBe(0);
  });

  it('are as slow as HCM has them where more than a fifth are old, and get a longer green', () => {
    const { scene } = smallTown({ residents: 1_200 });
    const people = scene.demand!.people!;
    const types = people.types.map((each) => (each.type === 'retired' ? { ...each, share: 0.6 } : each));
    const old = start(compileScene({ ...scene, demand: { ...scene.demand!, people: { ...people, types } } })).state;
    const young = start(smallTown({ residents: 1_200 })).state;
    expect([young.walking!.mps, old.walking!.mps]).toEqual([1.2, 1]);
    const lengthM = old.network.roads.crossingLengthM[0];
    const differenceS =
      stepOffSeconds({ ...young.walking!, mps: 1 }, young.network, 0) -
      stepOffSeconds(young.walking!, young.network, 0);
    expect(differenceS).toBeCloseTo(lengthM / 1 - lengthM / 1.2, 6);
  });

  it('are nobody where the scene has no people, which then costs nothing', () => {
    expect(start(crossroads()).state.walking).toBeNull();
  });
});

describe('a green for people', () => {
  it('is as long as HCM asks for those who gather: 3.2 s + 2.7 s a person and foot of width, and the way over', () => {
    const scene = crossroads();
    const { state } = start(scene);
    const network = networkOf(scene);
    letWalk(state, () => 1_800);
    // Cycle of 70 s, 35 persons, a crossing of 4 m (13.1 feet).
    const cycleSeconds = network.signalCycleSeconds[0];
    const wanted = 3.2 + (2.7 * ((1_800 * cycleSeconds) / 3_600)) / (4 / 0.3048);
    expect(stepOffSeconds(state.walking!, network, 0)).toBeCloseTo(wanted, 6);
    const plain = createSignals(network).layout.leastGreenSeconds;
    const busy = createSignals(network, (crossing) => stepOffSeconds(state.walking!, network, crossing)).layout
      .leastGreenSeconds;
    const longer = busy.map((seconds, phase) => seconds - plain[phase]).filter((seconds) => seconds > 0);
    expect(longer.length).toBe(2);
    for (const seconds of longer) expect(seconds).toBeCloseTo(wanted - 6, 6);
  });

  it('makes those who come at random wait (C − g)² / 2C: 24.2 s of a cycle of 90 s with 24 s to walk', () => {
    expect(signalWaitSeconds(90, 24)).toBeCloseTo(24.2, 6);
  });
});
