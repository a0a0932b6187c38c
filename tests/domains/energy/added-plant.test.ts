import { beforeAll, describe, expect, it } from 'vitest';
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import { type Intervention, interventionKinds } from '../../../sim/interventions';
import type { LinearSolver } from '../../../sim/kernel';
import { change } from '../../interventions/paired';
import { energyAlone } from './energy-alone';
import { sceneOf } from './scenes';
import { smallStation } from './small-station';

const HOUR_S = 3_600;
const scene = smallStation();
let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

const during = (kind: 'station-battery' | 'station-engines' | 'station-heat-pumps', id: string, from = 1, until = 3) =>
  ({
    ...change(kind, ['s']),
    id,
    fromSeconds: from * HOUR_S,
    untilSeconds: until * HOUR_S,
  }) as Intervention;
const all = [
  during('station-battery', 'a'),
  during('station-engines', 'b', 1.5),
  during('station-heat-pumps', 'c', 1, 2.5),
];
const begin = (changes: readonly Intervention[], see: (of: EnergyState, seconds: number) => void = () => {}) =>
  energyAlone(scene, linear, { startDay: 20, startSeconds: 5 * HOUR_S, interventions: changes }, see);
const banksOf = ({ stations }: EnergyState) => stations!.hub.banks.map(({ id }) => id);

describe('what a station is given', () => {
  it('is there while the change lasts, and what was there goes on as it was', () => {
    const seen = new Map<number, string[]>();
    const water = new Map<number, number>();
    const held = new Map<number, number>();
    begin(all, (state, seconds) => {
      seen.set(seconds, banksOf(state));
      const { loops, hub, standing } = state.stations!;
      water.set(
        seconds,
        loops.reduce((sum, { net }) => sum + net.outputs.heldJ, 0),
      );
      held.set(seconds, standing.heldKwh[hub.banks.findIndex(({ id }) => id === 's.store')]);
    }).runTo(4 * HOUR_S);
    const before = ['s.chp', 's.boiler', 's.store', 's.chiller'];
    expect(seen.get(HOUR_S - 60)).toEqual(before);
    expect(seen.get(HOUR_S)).toEqual([...before, 's.added-ground', 's.added-battery']);
    expect(seen.get(1.5 * HOUR_S)).toEqual([...before, 's.added-engine', 's.added-ground', 's.added-battery']);
    expect(seen.get(2.5 * HOUR_S)).toEqual([...before, 's.added-engine', 's.added-battery']);
    expect(seen.get(3 * HOUR_S)).toEqual(before);
    for (const at of [1, 1.5, 2.5, 3]) {
      const [then, now] = [at * HOUR_S - 60, at * HOUR_S];
      // Of gigajoules in pipes and megawatt-hours in a tank no more changes within a minute than flows in and out.
      expect(Math.abs(water.get(now)! / water.get(then)! - 1)).toBeLessThan(0.01);
      expect(Math.abs(held.get(now)! - held.get(then)!)).toBeLessThan(1_000 / 60 + 1);
    }
  });

  it('has a plan of its own at once; one for other machines that was on its way is not taken', () => {
    let plans = 0;
    let from = -1;
    begin(all, ({ stations }, seconds) => {
      const { plan, hub, askedForS } = stations!;
      if (plan === null) return;
      expect(plan.plan.outputKw.length).toBe(hub.banks.length * plan.plan.steps);
      expect(plan.plan.surplusKw.length).toBe(hub.nodes.length * plan.plan.steps);
      if (plan.fromS !== from) plans++;
      from = plan.fromS;
      if (seconds === HOUR_S || seconds === 1.5 * HOUR_S) expect(askedForS).toBe(seconds + 300);
    }).runTo(4 * HOUR_S);
    expect(plans).toBeGreaterThan(4);
  });

  it('is saved with the run: whenever that is loaded, it goes on to the same hash', () => {
    const whole = begin(all);
    whole.runTo(3.1 * HOUR_S);
    for (const at of [1, 1.02, 2.52]) {
      const first = begin(all);
      first.runTo(at * HOUR_S);
      const second = begin(all);
      expect(second.load(first.save()).ok).toBe(true);
      second.runTo(3.1 * HOUR_S);
      expect(second.finalHash(), `${at} h`).toBe(whole.finalHash());
    }
  });

  it('is taken back by the answer to the patch that gave it', () => {
    const state = energyDomain.create(scene, { seed: 1, startSeconds: 0, baseStepSeconds: 0.5 });
    const turns = [
      { knob: 'station.battery-power', slot: 0, value: 1_000, cause: 1 },
      { knob: 'station.battery-energy', slot: 0, value: 4_000, cause: 1 },
    ] as const;
    const before = energyDomain.save(state);
    const back = energyDomain.patch(state, turns);
    expect(banksOf(state)).toContain('s.added-battery');
    energyDomain.patch(state, back);
    expect(energyDomain.save(state)).toEqual(before);
  });

  it('is refused without gas for engines, or without a loop for heat pumps', () => {
    const bare = sceneOf('eco-park', (files) => {
      const station = files['stations.json'].stations.find(({ id }: { id: string }) => id === 'sea-view');
      station.gas = undefined;
      station.units = station.units.filter(({ kind }: { kind: string }) => !/chp|boiler/.test(kind));
      const { loops } = files['heat.json'];
      const kept = loops.filter(({ id }: { id: string }) => !id.startsWith('sea-view'));
      const names = new Set(kept.flatMap(({ nodes }: { nodes: { id: string }[] }) => nodes.map(({ id }) => id)));
      files['heat.json'].loops = kept;
      files['sensors.json'].sensors = [];
      for (const { serves } of files['buildings.json'].buildings) if (!names.has(serves?.heat)) delete serves?.heat;
    });
    const codes = (kind: 'station-engines' | 'station-heat-pumps', target: string) =>
      interventionKinds[kind].check!(change(kind, [target]) as never, bare).map(({ code }) => code);
    expect(codes('station-engines', 'sea-view')).toEqual(['intervention.no-gas']);
    expect(codes('station-heat-pumps', 'sea-view')).toEqual(['intervention.no-heat-loop']);
    expect(codes('station-engines', 'central')).toEqual([]);
    expect(codes('station-heat-pumps', 'central')).toEqual([]);
  });
});
