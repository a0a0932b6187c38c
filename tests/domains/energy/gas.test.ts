import { beforeAll, describe, expect, it } from 'vitest';
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../../sim/interventions';
import type { ElementId, LinearSolver } from '../../../sim/kernel';
import type { Happening } from '../../../sim/ports';
import type { CompiledScene } from '../../../sim/scene';
import { gasImbalance } from './balances';
import { gasTown, runTown } from './gas-town';
import { figures } from './simulate';

const HOUR_S = 3_600;
const KWH_PER_KG = 34.9 / 3.6 / 0.75;
const winter = { startDay: 15, startSeconds: 5 * HOUR_S };

let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

const cut = (main: string, open: number, fromS: number, untilS: number | null = null): Intervention => ({
  id: 'cut',
  kind: 'cut-gas-main',
  targets: [main as ElementId],
  settings: { open },
  fromSeconds: fromS,
  untilSeconds: untilS,
});

describe.each([60, 900])('gas on the clock in steps of %i s', (stepS) => {
  const steps = { stepSeconds: { energy: stepS } };

  it('is balanced in every step of a day on which the main is torn and mended, and what is metered is what was served', () => {
    let worst = 0;
    let metered = 0;
    let finite = true;
    runTown(
      gasTown(false),
      linear,
      { ...winter, ...steps, interventions: [cut('main', 10, 6 * HOUR_S, 9 * HOUR_S)] },
      (state) => {
        worst = Math.max(worst, gasImbalance(state.gas!.balance));
        const burnt = state.gas!.balance.servedKg * KWH_PER_KG;
        expect(state.totals.gasKwh - metered).toBeCloseTo(burnt, 6);
        metered = state.totals.gasKwh;
        expect(state.totals.unsolvedGas).toBe(0);
        finite &&= state.gas!.solver.pressurePa.every(Number.isFinite);
      },
    ).runTo(24 * HOUR_S);
    expect(worst).toBeLessThan(1e-9);
    expect(metered).toBeGreaterThan(10_000);
    expect(finite).toBe(true);
  });

  it('feels a cut after the pipes are emptied, says why, and starts again when pressure has been back', () => {
    const heard: Happening[] = [];
    const pack: number[] = [];
    const town = runTown(
      gasTown(false),
      linear,
      { ...winter, ...steps, interventions: [cut('main', 2, 2 * HOUR_S, 5 * HOUR_S)] },
      ({ gas }) => pack.push(gas!.balance.packAfterKg),
      { happened: (each) => heard.push(each) },
    );
    town.runTo(7 * HOUR_S);
    const at = (code: string) => heard.find((each) => each.code === code);
    const trip = at('energy.engine-gas-trip')!;
    expect(trip.element).toBe('plant');
    const begun = heard.find(({ id }) => id === trip.causes[0])!;
    expect(begun.code).toContain('intervention');
    // 1,500 m of DN 300 and half of 600 m of DN 200 hold 340 kg at 300 kPa, of which the station burns 0.1 kg/s.
    const delayS = heard.indexOf(trip) >= 0 ? secondsOf(trip) - 2 * HOUR_S : 0;
    expect(delayS).toBeGreaterThanOrEqual(stepS);
    expect(delayS).toBeLessThan(HOUR_S);
    const back = at('energy.engine-gas-back')!;
    expect(back.causes).toEqual([trip.id]);
    expect(secondsOf(back)).toBeGreaterThanOrEqual(5 * HOUR_S + 300 - stepS);
    expect(Math.min(...pack)).toBeLessThan(0.6 * pack[0]);
    expect(pack[pack.length - 1]).toBeGreaterThan(0.98 * pack[0]);
  });
});

const secondsOf = ({ tick }: Happening): number => (tick as number) * 0.5;

it('a run that is saved with a main torn and machines shut goes on to the same hash', () => {
  const plan = { ...winter, interventions: [cut('main', 2, 600, HOUR_S + 600)] };
  const scene = gasTown(false);
  const whole = runTown(scene, linear, plan);
  whole.runTo(2 * HOUR_S);
  for (const at of [30, 2_400, HOUR_S + 720]) {
    const first = runTown(scene, linear, plan);
    first.runTo(at);
    const second = runTown(scene, linear, plan);
    expect(second.load(first.save()).ok).toBe(true);
    second.runTo(2 * HOUR_S);
    expect(second.finalHash()).toBe(whole.finalHash());
  }
});

it('a scene without gas has none, at no cost: no state, no figure, no row of the picture', () => {
  const scene = gasTown(false, (files) => {
    delete files['gas.json'];
    files['scene.json'].files = files['scene.json'].files.filter((file: string) => file !== 'gas.json');
    files['stations.json'].stations[0].gas = undefined;
    files['stations.json'].stations[0].units = [{ id: 'p', kind: 'air-source-heat-pump', heatKw: 4_000 }];
    for (const { serves } of files['buildings.json'].buildings) serves.gas = undefined;
  });
  runTown(scene, linear, winter, (state) => {
    expect(state.gas).toBeNull();
    expect(figures({ state } as never)['energy.line-pack']).toBeUndefined();
  }).runTo(120);
  expect(energyDomain.frameSections(scene).find(({ name }) => name === 'energy.gas')?.capacity).toBe(0);
});

describe('the supply of gas', () => {
  const gateAt = (scene: CompiledScene) => scene.elements['gas-node'].slotOf('gate')!;

  it('feeds what a gate at a tenth of its pressure lets through: less than all, without end to hunting', () => {
    const scene = gasTown(false);
    const heard: Happening[] = [];
    let unsolved = 0;
    let lowest = 1;
    let served = 0;
    const town = runTown(
      scene,
      linear,
      { ...winter, stepSeconds: { energy: 900 } },
      (state, seconds) => {
        state.knobs['gas-supply.pressure'].values[gateAt(scene)] = 0.02;
        unsolved += state.totals.unsolvedGas;
        lowest = Math.min(lowest, ...state.consumers!.supply.gas);
        if (seconds > 5 * HOUR_S) served += state.gas!.balance.servedKg;
        expect(gasImbalance(state.gas!.balance)).toBeLessThan(1e-9);
        for (const kwh of state.stations!.standing.owedHeatKwh) expect(kwh).toBeLessThan(0.25 * 6_000);
      },
      { happened: (each) => heard.push(each) },
    );
    town.runTo(12 * HOUR_S);
    expect(unsolved).toBe(0);
    expect(lowest).toBeLessThan(1);
    expect(served).toBeGreaterThan(0);
    // No more often than an hour apart, once tripped twice.
    expect(heard.filter(({ code }) => code === 'energy.engine-gas-trip').length).toBeLessThanOrEqual(12);
  });

  it('is gone for good when the gate is shut and the pipes are empty', () => {
    const scene = gasTown(true);
    let last: EnergyState | null = null;
    runTown(scene, linear, winter, (state) => {
      state.knobs['gas-supply.pressure'].values[gateAt(scene)] = 0;
      last = state;
    }).runTo(4 * HOUR_S);
    const { gas, consumers } = last as unknown as EnergyState;
    expect(gas!.balance.fedKg).toBe(0);
    expect([...gas!.switches.tripped]).toEqual([1, 1]);
    const cooks = consumers!.plan.gasNode.findIndex((node) => node >= 0);
    expect(consumers!.supply.gas[cooks]).toBeLessThan(0.2);
    const sections = energyDomain.frameSections(scene).filter(({ name }) => name === 'energy.gas');
    const [spec] = sections;
    const section = { spec, count: 0, f32: new Float32Array(spec.capacity * spec.stride) };
    energyDomain.writeFrame(last as never, [section] as never, 0);
    expect(section.count).toBe(3);
    expect([...section.f32].every(Number.isFinite)).toBe(true);
    for (let i = 0; i < section.count; i++) expect(section.f32[2 * i + 1]).toBe(-1);
  });

  it('draws a main with its flow and its pressure over nominal', () => {
    const scene = gasTown(false);
    let last: EnergyState | null = null;
    runTown(scene, linear, winter, (state) => {
      last = state;
    }).runTo(1_800);
    const spec = energyDomain.frameSections(scene).find(({ name }) => name === 'energy.gas')!;
    expect(spec.stride).toBe(2);
    const section = { spec, count: 0, f32: new Float32Array(spec.capacity * spec.stride) };
    energyDomain.writeFrame(last as never, [section] as never, 0);
    const main = scene.elements['gas-main'].slotOf('main')!;
    const { servedKg, fedKg } = (last as unknown as EnergyState).gas!.balance;
    // Nothing moves in the pipes but what is burnt, and a tenth of a kilogram a second costs next to no pressure.
    expect(section.f32[2 * main] * 60).toBeCloseTo(servedKg, 2);
    expect(fedKg).toBeCloseTo(servedKg, 2);
    expect(section.f32[2 * main + 1]).toBeGreaterThan(0.99);
    expect(section.f32[2 * main + 1]).toBeLessThanOrEqual(1);
  });
});

it('a hole loses what gas dynamics say: sonic outflow at the pressure of the main', () => {
  const scene = gasTown(true);
  let lostKg = 0;
  const millimetres = 20;
  runTown(scene, linear, winter, (state, seconds) => {
    state.knobs['gas-pipe.leak'].values[scene.elements['gas-main'].slotOf('main')!] = millimetres;
    if (seconds > 600) lostKg += state.gas!.balance.leakedKg;
  }).runTo(1_200);
  // p·A·Cd·√(κ·M/(R·T)·(2/(κ+1))^((κ+1)/(κ−1))), with M/(R·T) from the gas's own density.
  const kappa = 1.31;
  const perPascal = (0.75 * 273.15) / (101_325 * 283.15);
  const area = (0.62 * Math.PI * (millimetres / 1_000) ** 2) / 4;
  const critical = Math.sqrt(kappa * perPascal * (2 / (kappa + 1)) ** ((kappa + 1) / (kappa - 1)));
  expect(lostKg / 600).toBeCloseTo(area * critical * 401_325, 3);
});

it('a main that no valve parts empties its section until the crew has come, and gets nothing before it is mended', () => {
  const scene = gasTown(false, (files) => {
    files['gas.json'].valves = files['gas.json'].valves.filter(({ id }: { id: string }) => id !== 'branch');
  });
  const leaks: number[] = [];
  const heard: Happening[] = [];
  runTown(
    scene,
    linear,
    { ...winter, interventions: [cut('branch', 5, HOUR_S)] },
    ({ gas }, seconds) => {
      if (seconds > HOUR_S) leaks.push(gas!.balance.leakedKg);
    },
    { happened: (each) => heard.push(each) },
  ).runTo(2 * HOUR_S);
  // The section reaches to the main's remote valve, which shuts within a minute; then it empties.
  expect(leaks[0]).toBeGreaterThan(10);
  expect(leaks[leaks.length - 1]).toBeLessThan(1e-3 * leaks[0]);
  expect(heard.some(({ code, element }) => code === 'energy.gas-main-shut' && element === 'branch')).toBe(true);

  const byHand = gasTown(false, (files) => {
    for (const valve of files['gas.json'].valves) valve.remote = false;
  });
  const lost: number[] = [];
  runTown(byHand, linear, { ...winter, interventions: [cut('branch', 1, 0)] }, ({ gas }) =>
    lost.push(gas!.balance.leakedKg),
  ).runTo(HOUR_S);
  const shutAt = lost.indexOf(0);
  // Half an hour to come, ten minutes for the valve.
  expect(shutAt).toBe(40);
});
