import { beforeAll, expect, it } from 'vitest';
import type { EnergyState } from '../../../../sim/domains/energy';
import { loadSolverInNode } from '../../../../sim/hosts/solver/load-in-node';
import type { LinearSolver } from '../../../../sim/kernel';
import { type CompiledScene, compileScene, type Scene } from '../../../../sim/scene';
import { gasTown, runTown } from '../gas-town';
import { smallStation } from '../small-station';
import { galleryOf } from './gallery-feeder';
import { madeTunnel } from './made-tunnel';

const HOUR_S = 3_600;

let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

/** The same town with a gallery for those pipes of its loops. */
function laid(town: CompiledScene, isIn: (pipe: string) => boolean): CompiledScene {
  const lay = (file: Scene['heat']) =>
    file && {
      loops: file.loops.map((loop) => ({
        ...loop,
        pipes: loop.pipes.map((pipe) => (isIn(pipe.id) ? { ...pipe, compartment: 'g.c' } : pipe)),
      })),
    };
  const { scene } = town;
  return compileScene({
    ...scene,
    galleries: galleryOf('integrated'),
    heat: lay(scene.heat),
    cooling: lay(scene.cooling),
  } as Scene);
}

/** What galleries are told after two hours, and the state that belongs to it. */
function after(scene: CompiledScene, startDay: number) {
  let heatKw: readonly number[] = [];
  let outdoorC = Number.NaN;
  let state: EnergyState | null = null;
  runTown(
    scene,
    linear,
    { startDay, startSeconds: 13 * HOUR_S },
    (each) => {
      state = each;
    },
    undefined,
    [
      madeTunnel(({ read }) => {
        heatKw = [...read('energy.gallery-heat')];
        outdoorC = read('energy.outdoor-temperature')[0];
      }),
    ],
  ).runTo(2 * HOUR_S + 2);
  return { heatKw, outdoorC, state: state as unknown as EnergyState };
}

it('gets what the pipes in it lose, each section its share of their length, and nothing of others', () => {
  const { heatKw, outdoorC, state } = after(
    laid(gasTown(false), () => true),
    15,
  );
  const [loop] = state.stations!.loops;
  // The step in which it was told is one before.
  expect(heatKw[0] + heatKw[1]).toBeCloseTo(loop.net.outputs.lostW / 1_000, 1);
  expect(outdoorC).toBeCloseTo(state.weatherNow.airC, 0);
  // 300 m at 0.2 W/mK, 90 and some 60 °C in ground of 4: a good 8 kW a pair, four pairs.
  expect(heatKw[0] + heatKw[1]).toBeGreaterThan(4 * 6.5);
  expect(heatKw[0] + heatKw[1]).toBeLessThan(4 * 9);

  // One that comes nearest to the gallery's path from 230 m to its end lies in the second section alone.
  const one = after(
    laid(gasTown(false), (id) => id === 'h-A3'),
    15,
  );
  expect(one.heatKw[0]).toBe(0);
  expect(one.heatKw[1]).toBeGreaterThan(6.5);
  expect(one.heatKw[1]).toBeLessThan(9);
});

it('is cooled by pipes of cold water', () => {
  const { heatKw, state } = after(
    laid(smallStation(), (id) => id.startsWith('c/')),
    200,
  );
  const cold = state.stations!.loops.find(({ carrier }) => carrier === 'cooling')!;
  expect(heatKw[0] + heatKw[1]).toBeLessThan(-1);
  expect(heatKw[0] + heatKw[1]).toBeCloseTo(-cold.net.outputs.lostW / 1_000, 1);
});
