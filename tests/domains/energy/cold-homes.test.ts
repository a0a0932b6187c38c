import { beforeAll, expect, it } from 'vitest';
import type { EnergyState } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { LinearSolver } from '../../../sim/kernel';
import type { Happening } from '../../../sim/ports';
import { madeTunnel } from './galleries/made-tunnel';
import { gasTown, runTown } from './gas-town';

const HOUR_S = 3_600;
const winter = { startDay: 15, startSeconds: 5 * HOUR_S };

let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

it('a station without power moves no water, burns nothing and warms nobody, though its houses have power', () => {
  const scene = gasTown(false);
  const node = scene.elements.bus.slotOf('a2')!;
  let last: EnergyState | null = null;
  const pumpW = (state: EnergyState) => state.stations!.loops[0].net.outputs.pumpW[0];
  const flow: number[] = [];
  runTown(scene, linear, winter, (state, seconds) => {
    if (seconds <= HOUR_S) flow.push(pumpW(state));
    if (seconds === HOUR_S) {
      state.knobs['bus.out'].values[node] = 1;
      state.faultsChanged = true;
    }
    last = state;
  }).runTo(5 * HOUR_S);
  expect(Math.min(...flow)).toBeGreaterThan(100);
  const { stations, consumers } = last as unknown as EnergyState;
  expect(pumpW(last as unknown as EnergyState)).toBe(0);
  expect([...stations!.loops[0].net.outputs.sourceW]).toEqual([0]);
  expect([...stations!.standing.gasKw]).toEqual([0, 0]);
  expect([...stations!.standing.outputKw]).toEqual([0, 0]);
  const home = scene.elements.building.slotOf('A4')!;
  expect(consumers!.supply.electricity[home]).toBe(1);
  expect(consumers!.supply.heat[home]).toBe(0);
});

/** A winter's day and a half in which the gallery's valve shuts the station's only main for good, or does not. */
function shutOff(isShut: boolean) {
  const scene = gasTown(false, (files) => {
    // So many live there as floors of that size hold.
    for (const each of files['buildings.json'].buildings) if (each.use === 'housing') each.residents = 600;
  });
  const main = scene.elements['gas-main'].slotOf('main')!;
  const heard: Happening[] = [];
  let heaterKwh = 0;
  runTown(
    scene,
    linear,
    winter,
    (state) => {
      for (const kw of state.consumers!.asked.heaterKw) heaterKwh += kw / 60;
    },
    { happened: (each) => heard.push(each) },
    [
      madeTunnel(({ seconds, write, writeCauses, happen }) => {
        if (seconds === 2 * HOUR_S && isShut)
          writeCauses('tunnel.gas-shut')[main] = happen('tunnel.valve-shut', 'main');
        write('tunnel.gas-shut')[main] = isShut && seconds >= 2 * HOUR_S ? 1 : 0;
      }),
    ],
  ).runTo(40 * HOUR_S);
  return { heard, heaterKwh };
}

it('a valve that shuts the gas leads over boilers and cold rooms to heaters that load the grid, each named by the last', () => {
  const { heard, heaterKwh } = shutOff(true);
  const of = (code: string) => heard.find((each) => each.code === code)!;
  const [shut, boilers, engines] = ['tunnel.valve-shut', 'energy.boiler-gas-trip', 'energy.engine-gas-trip'].map(of);
  expect(boilers.causes).toEqual([shut.id]);
  expect(engines.causes).toEqual([shut.id]);
  const heaters = of('energy.heaters-plugged-in');
  expect([boilers.id, engines.id]).toContain(heaters.causes[0]);
  expect(heaters.values.kw).toBeGreaterThan(1);
  expect((heaters.tick as number) * 0.5).toBeGreaterThan(6 * HOUR_S);
  expect(heaterKwh).toBeGreaterThan(100);

  const without = shutOff(false);
  expect(without.heaterKwh).toBe(0);
  expect(without.heard.some(({ code }) => code.startsWith('energy.heaters'))).toBe(false);
});
