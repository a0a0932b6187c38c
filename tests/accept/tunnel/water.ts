/** Water under pressure: EPANET's own answers by the command line, the flagship's morning, and a burst from hole to mend. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type WaterState, waterDomain } from '../../../sim/domains/water';
import { loadPressureSolverInNode } from '../../../sim/hosts/hydraulics/load-in-node';
import type { ElementId, LinearSolver, PressureSolver } from '../../../sim/kernel';
import type { AnyDomain, Happening } from '../../../sim/ports';
import { createEngine, deskInPlace } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { sceneOf } from '../../domains/energy/scenes';
import type { AcceptLine } from '../line';

const HOUR_S = 3_600;
const TICK_S = 0.5;
const MOST_OFF_FT = 1e-3;
const MOST_STEP_MS = 5;
const BURST_MINUTES = 11 * 60;

interface Waterflow {
  readonly msPerStep: number;
  readonly steps: readonly {
    readonly seconds: number;
    readonly heads: Record<string, number>;
    readonly bursts?: Record<string, { readonly pressure: number; readonly outflow: number }>;
  }[];
}

async function waterflow(root: string, ...words: readonly string[]): Promise<Waterflow> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, '.tools/cityloom.mjs'), 'waterflow', ...words, '--json'],
    { maxBuffer: 512 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as Waterflow;
}

export const waterNetworks: AcceptLine = {
  name: 'water networks against EPANET',
  goal: 'heads of Net1 and Net3 within 1e-3 ft of the reference at every step; 100 mm at node 117 of Net3: 53.943 psi, 2195.1 gpm',
  async measure({ root }) {
    const folder = resolve(root, '../shared/data/tunnel/epanet');
    if (!existsSync(folder)) return { held: false, reached: 'the reference networks are absent here', how: folder };
    const told: string[] = [];
    let worst = 0;
    for (const net of ['Net1', 'Net3']) {
      const { steps, msPerStep } = await waterflow(root, join(folder, `${net}.inp`));
      const reference = JSON.parse(readFileSync(join(folder, `${net}.ref.json`), 'utf8'));
      const at = new Map(steps.map((each) => [each.seconds, each]));
      let off = 0;
      for (const { t, head } of reference.steps) {
        reference.nodes.forEach((id: string, n: number) => {
          off = Math.max(off, Math.abs((at.get(t)?.heads[id] ?? Number.POSITIVE_INFINITY) - head[n]));
        });
      }
      worst = Math.max(worst, off);
      told.push(`${net} ${off.toExponential(1)} ft (${steps.length} steps, ${msPerStep.toFixed(2)} ms each)`);
    }
    const { steps } = await waterflow(root, join(folder, 'Net3.inp'), '--burst', '117:100');
    const { pressure, outflow } = steps[0].bursts!['117'];
    const isBurst = pressure.toFixed(3) === '53.943' && outflow.toFixed(1) === '2195.1';
    return {
      held: worst <= MOST_OFF_FT && isBurst,
      reached: `${told.join(', ')}; burst ${pressure.toFixed(3)} psi, ${outflow.toFixed(1)} gpm`,
      how: 'waterflow on the files as they are, every hydraulic step, by the reference of native EPANET 2.3.5',
    };
  },
};

const broken: readonly { readonly what: string; readonly from: string; readonly to: string; readonly code: string }[] =
  [
    { what: 'a pipe that leads nowhere', from: 'A  B  100', to: 'A  X  100', code: 'epanet.unknown-node' },
    { what: 'a negative diameter', from: '100  200', to: '100  -200', code: 'epanet.not-positive' },
    { what: 'a pipe to itself', from: 'A  B  100', to: 'A  A  100', code: 'epanet.leads-nowhere' },
    { what: 'no source', from: '[RESERVOIRS]\nB 30\n', to: '[JUNCTIONS]\nB 30\n', code: 'epanet.no-source' },
  ];
const sound = '[JUNCTIONS]\nA 1 1\n[RESERVOIRS]\nB 30\n[PIPES]\n1  A  B  100  200  100\n[OPTIONS]\nUnits LPS\n[END]\n';

export const badWater: AcceptLine = {
  name: 'broken water networks',
  goal: 'a pipe that leads nowhere, a negative diameter, a pipe to itself, a network without source: refused by line, exit code 2',
  async measure({ root, scratch }) {
    const wrong: string[] = [];
    const call = (path: string) =>
      promisify(execFile)(process.execPath, [join(root, '.tools/cityloom.mjs'), 'waterflow', path, '--json']).then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
      );
    for (const each of [{ what: 'nothing wrong', from: '', to: '', code: '' }, ...broken]) {
      const path = join(scratch, 'broken.inp');
      writeFileSync(path, sound.replace(each.from, each.to));
      const { code, stdout } = await call(path);
      const found = (JSON.parse(stdout).problems as { code: string }[]).map((problem) => problem.code);
      const isAsSaid = each.code === '' ? code === 0 : code === 2 && found.includes(each.code);
      if (!isAsSaid) wrong.push(`${each.what}: exit ${code}, ${found.join(' ')}`);
    }
    return {
      held: wrong.length === 0,
      reached:
        wrong.length === 0 ? `${broken.length} of ${broken.length} refused, the sound one taken` : wrong.join('; '),
      how: 'one file changed in one place each',
    };
  },
};

export const waterMorning: AcceptLine = {
  name: 'the flagship’s water from six to nine',
  goal: 'closed to 1e-6 in every minute; nobody short; a minute of the network ≤ 5 ms',
  async measure({ root }) {
    const { state, stepMs, solveMs } = await runFlagship(root, [], 6 * HOUR_S, 3 * HOUR_S);
    const { totals, run } = state;
    const perMinute = medianOf(stepMs) + medianOf(solveMs);
    const nodes = run!.plan.nodeCount;
    return {
      held: totals.worstImbalance <= 1e-6 && totals.shortBuildings === 0 && perMinute <= MOST_STEP_MS,
      reached: `${totals.servedM3.toFixed(0)} m³, off by ${totals.worstImbalance.toExponential(1)} at most, ${totals.shortBuildings} buildings short, lowest ${totals.lowestM.toFixed(1)} m; ${perMinute.toFixed(2)} ms a minute of the city, the median`,
      how: `${nodes} nodes, ${run!.plan.pipeCount} mains, ${solveMs.length} solves in ${totals.minutes} minutes`,
    };
  },
};

export const waterBurst: AcceptLine = {
  name: 'a burst main in the flagship',
  goal: '200 mm in a main of a gallery: pressure falls, found, valves shut, shut off, mended, each caused by the one before; afterwards all have water',
  async measure({ root }) {
    const scene = sceneOf('eco-park', undefined, root);
    const pipe = scene.scene.water!.pipes.find(
      ({ compartment, diameterM }) => compartment !== undefined && diameterM >= 0.4,
    )!;
    const burst = {
      id: 'burst',
      kind: 'burst-water-main',
      targets: [pipe.id as ElementId],
      settings: { hole: 200 },
      fromSeconds: HOUR_S,
      untilSeconds: null,
    };
    let spilled = 0;
    const { state, heard } = await runFlagship(root, [burst], 6 * HOUR_S, HOUR_S + BURST_MINUTES * 60, ({ run }) => {
      for (const inflow of run!.inflowM3PerS) spilled += inflow * 60;
    });
    const chain = [
      'water.main-burst',
      'water.burst-found',
      'water.valve-shut',
      'water.main-shut-off',
      'water.main-mended',
    ];
    const of = chain.map((code) => heard.find((each) => each.code === code));
    const isChain = of.every((each, k) => each !== undefined && (k === 0 || each.causes.includes(of[k - 1]!.id)));
    const low = heard.find(({ code }) => code === 'water.supply-low');
    const isBack = state.totals.shortBuildings === 0 && heard.some(({ code }) => code === 'water.supply-back');
    const minutes = of.map((each) => (each === undefined ? '?' : ((each.tick as number) * TICK_S - HOUR_S) / 60));
    const lost = state.totals.escapedM3;
    return {
      held: isChain && isBack && low !== undefined && Math.abs(spilled - lost) < 1e-6 * lost,
      reached: `${low?.values.buildings ?? 0} buildings short after ${low === undefined ? '?' : ((low.tick as number) * TICK_S - HOUR_S) / 60} min; found after ${minutes[1]}, shut off after ${minutes[3]}, mended after ${minutes[4]} min; ${lost.toFixed(0)} m³ lost, all of it into the gallery`,
      how: `${pipe.id}, DN ${(1_000 * pipe.diameterM).toFixed(0)} in ${pipe.compartment}, from seven in the morning`,
    };
  },
};

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

async function runFlagship(
  root: string,
  interventions: ReturnType<typeof defaultScenario>['interventions'],
  startSeconds: number,
  seconds: number,
  after: (state: WaterState) => void = () => {},
) {
  const solver = await loadPressureSolverInNode();
  const scene = sceneOf('eco-park', undefined, root);
  const solveMs: number[] = [];
  const timed: PressureSolver = {
    solve(network, snapshot) {
      const before = performance.now();
      const solution = solver.solve(network, snapshot);
      solveMs.push(performance.now() - before);
      return solution;
    },
  };
  let latest: WaterState | undefined;
  const stepMs: number[] = [];
  const watched: AnyDomain = {
    ...waterDomain,
    step(state, context) {
      const before = performance.now();
      waterDomain.step(state, context);
      stepMs.push(performance.now() - before);
      latest = state;
      after(state);
    },
  };
  const heard: Happening[] = [];
  const scenario = {
    ...defaultScenario('eco-park'),
    domains: ['water'],
    startSeconds,
    durationSeconds: seconds + 60,
    interventions,
  };
  const desk = deskInPlace([watched], { linear: undefined as unknown as LinearSolver, pressure: timed });
  createEngine({ scene, scenario, domains: [watched], desk, listener: { happened: (each) => heard.push(each) } }).runTo(
    seconds + 60,
  );
  return { state: latest as WaterState, heard, stepMs, solveMs };
}
