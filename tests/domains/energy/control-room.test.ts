/** A control room that calls customers, once something has tripped or before: row S5, and row 1 of the systems. */
import { describe, expect, it } from 'vitest';
import { markHanging, nodeLinksOf } from '../../../sim/domains/energy/control-room/hangs-on';
import {
  beginForecast,
  followLoading,
  noForecast,
  secondsToHeat,
} from '../../../sim/domains/energy/control-room/loading-forecast';
import { change, turnsOf } from '../../interventions/paired';
import { sceneOf } from './scenes';
import { type EnergyRun, figures, fork, run, start, turn } from './simulate';
import { suburb } from './suburb';

const HOUR_S = 3_600;
const CABLE_S = 1_800;
const TRIPS = 1.05 * 1.05;
/** Early May, from noon on; with cars its cables carry in the evening a tenth more than they may. */
const tight = suburb(1, 0.105);
const uncontrolled = change('electric-cars', [], { share: 60 });

function evening(seed: number, mode?: 'on-alarm' | 'on-forecast', domains = ['energy']): EnergyRun {
  const of = start(tight, { domains, startDay: 126, startSeconds: 12 * HOUR_S, seed });
  turn(of, turnsOf(tight, uncontrolled));
  if (mode !== undefined) turn(of, turnsOf(tight, change('control-room', [], { mode })));
  return of;
}

const at = ({ heard }: EnergyRun, code: string) => heard.filter((each) => each.code === code);

describe('the forecast of a link', () => {
  it('has the time to a trip that an even load takes, to the minute', () => {
    const forecast = noForecast(1);
    beginForecast(forecast, 0, 1.2);
    // h(t) = g + (h₀ − g) e^(−t/τ) reaches h after τ ln((g − h₀) / (g − h)).
    const exact = CABLE_S * Math.log((1.44 - 0.5) / (1.44 - TRIPS));
    const found = secondsToHeat(forecast, 0, 1, { heat: 0.5, constantS: CABLE_S, limit: TRIPS }, 2 * HOUR_S);
    expect(found).toBe(60 * Math.ceil(exact / 60));
  });

  it('is none beyond its horizon, and none where the load stays below', () => {
    const forecast = noForecast(1);
    beginForecast(forecast, 0, 1.2);
    const warmth = { heat: 0.5, constantS: CABLE_S, limit: TRIPS };
    expect(secondsToHeat(forecast, 0, 1, warmth, 15 * 60)).toBe(Number.POSITIVE_INFINITY);
    beginForecast(forecast, 0, 1.04);
    expect(secondsToHeat(forecast, 0, 1, warmth, 10 * HOUR_S)).toBe(Number.POSITIVE_INFINITY);
    expect(secondsToHeat(forecast, 0, 1.1, warmth, 10 * HOUR_S)).toBeLessThan(3 * HOUR_S);
  });

  it('sees a load that rises come to trip, and not far too soon', () => {
    const forecast = noForecast(1);
    const loading = Float64Array.of(0.6);
    beginForecast(forecast, 0, 0.6);
    let heat = 0.36;
    let foreseenS = Number.NaN;
    let s = 0;
    for (; heat < TRIPS; s += 60) {
      loading[0] = 0.6 + (0.15 * s) / HOUR_S;
      followLoading(forecast, loading, 60);
      heat = loading[0] ** 2 + (heat - loading[0] ** 2) * Math.exp(-60 / CABLE_S);
      const warmth = { heat, constantS: CABLE_S, limit: TRIPS };
      if (Number.isNaN(foreseenS) && secondsToHeat(forecast, 0, 1, warmth, 30 * 60) < 1e9) foreseenS = s;
    }
    expect(s - foreseenS).toBeGreaterThan(15 * 60);
    expect(s - foreseenS).toBeLessThan(45 * 60);
  });
});

describe('who hangs on a link', () => {
  const scene = sceneOf('tiny/one-feeder');
  const { grid, positions } = start(scene).state.power!;
  const { branch, bus } = scene.elements;
  const hanging = (link: string) => {
    const mark = new Uint8Array(grid.nodeCount);
    markHanging(nodeLinksOf(grid), grid, positions, branch.slotOf(link) as number, mark);
    return bus.ids.filter((_, node) => mark[node] === 1).sort();
  };

  it('is whoever lies beyond it, up to the tie that stands open', () => {
    expect(hanging('bar-10-1:a1').filter((id) => /^a\d$/.test(id))).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(hanging('a2:a3').filter((id) => /^a\d$/.test(id))).toEqual(['a3', 'a4']);
    expect(hanging('a4:b4').filter((id) => /^[ab]\d$/.test(id))).toEqual([]);
  });

  it('is the same once it has been parted, and nobody where another way leads there', () => {
    const link = branch.slotOf('bar-10-1:a1') as number;
    const tie = branch.slotOf('a4:b4') as number;
    positions.open[link] = 1;
    expect(hanging('bar-10-1:a1').filter((id) => /^a\d$/.test(id))).toEqual(['a1', 'a2', 'a3', 'a4']);
    positions.open[link] = 0;
    const tieStood = positions.open[tie];
    positions.open[tie] = 0;
    expect(hanging('bar-10-1:a1').filter((id) => /^a\d$/.test(id))).toEqual([]);
    positions.open[tie] = tieStood;
  });
});

describe('the control room', () => {
  it.each([1, 2, 3])(
    'calls before the cable trips, and nobody goes dark who did when it called after (seed %d)',
    (seed) => {
      const [alarm, forecast] = [evening(seed, 'on-alarm'), evening(seed, 'on-forecast')].map((of) =>
        run(of, 24 * HOUR_S),
      );
      const [after, before] = [figures(alarm), figures(forecast)];
      expect(after['energy.overload-trips']).toBeGreaterThan(0);
      expect(before['energy.overload-trips']).toBeLessThan(after['energy.overload-trips']);
      expect(before['energy.unserved-electricity']).toBeLessThan(0.75 * after['energy.unserved-electricity']);
      expect(before['energy.overloads-averted']).toBeGreaterThan(0);
      const [foreseen] = at(forecast, 'energy.overload-foreseen');
      const [tripped] = at(alarm, 'energy.overload-tripped');
      expect(foreseen.element).toBe(tripped.element);
      expect(tripped.seconds - foreseen.seconds).toBeGreaterThan(600);
      // The chain: foreseen, called for it, over.
      const [called] = at(forecast, 'energy.customers-called');
      expect(called.causes).toEqual([foreseen.id]);
      const over = at(forecast, 'energy.call-over').find(({ element }) => element === called.element);
      expect(over?.causes).toEqual([called.id]);
      expect(at(alarm, 'energy.customers-called')[0].causes).toEqual([tripped.id]);
    },
  );

  it('calls in vain more often when it acts at less', () => {
    const inVain = (threshold: number) => {
      let sum = 0;
      for (let seed = 1; seed <= 3; seed++) {
        const scene = suburb(1, 0.12);
        const of = start(scene, { domains: ['energy'], startDay: 126, startSeconds: 12 * HOUR_S, seed });
        turn(of, turnsOf(scene, uncontrolled));
        turn(of, turnsOf(scene, change('control-room', [], { threshold })));
        sum += figures(run(of, 24 * HOUR_S))['energy.foreseen-in-vain'];
      }
      return sum;
    };
    expect(inVain(80)).toBeGreaterThan(inVain(100));
  });

  it('goes on from a save in the middle of a call as if it had never stopped', () => {
    const straight = evening(2, 'on-forecast');
    while (at(straight, 'energy.customers-called').length === 0) run(straight, 600);
    const resumed = fork(straight);
    for (const of of [straight, resumed]) run(of, 6 * HOUR_S);
    expect(figures(resumed)).toEqual(figures(straight));
    expect(figures(straight)['energy.held-back']).toBeGreaterThan(0);
  });

  it('is heard by nobody where telecom is down, and calls nobody once it stands down', () => {
    const deaf = evening(2, 'on-forecast', ['energy', 'telecom']);
    run(deaf, 60);
    deaf.ports.get('telecom.control')!.fill(0);
    run(deaf, 24 * HOUR_S);
    expect(at(deaf, 'energy.customers-called').length).toBeGreaterThan(0);
    expect(figures(deaf)['energy.held-back']).toBe(0);

    const of = evening(2, 'on-forecast');
    while (at(of, 'energy.customers-called').length === 0) run(of, 600);
    turn(
      of,
      turnsOf(tight, change('control-room', [])).map((each) => ({ ...each, value: null })),
    );
    run(of, 60);
    const { isHolding, untilS } = of.state.controlRoom!;
    expect(isHolding.every((each) => each === 0) && untilS.every(Number.isNaN)).toBe(true);
    // What was asked of people goes with the room, and no share of nothing is left in what they draw.
    run(of, HOUR_S);
    for (const [name, value] of Object.entries(figures(of))) expect(value, name).not.toBeNaN();
    expect(of.state.consumers!.demand.deferredKwh.every(Number.isFinite)).toBe(true);
  });

  it('leaves a city that is well sized alone, to the bit', () => {
    const scene = sceneOf('tiny/one-feeder');
    const plain = start(scene, { domains: ['energy'] });
    const watched = start(scene, { domains: ['energy'] });
    turn(watched, turnsOf(scene, change('control-room', [])));
    for (const of of [plain, watched]) run(of, 24 * HOUR_S);
    expect(at(watched, 'energy.customers-called')).toEqual([]);
    expect(figures(watched)).toMatchObject(figures(plain));
  });
});
