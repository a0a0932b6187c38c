/**
 * `bench dispatch`: plans of a scene's stations over a day of quarter-hours, cold, and warm as they roll on through the
 * day with one step of each kept to; the demands are smooth curves at the size of the stations' own machines. Every figure is of one linear program
 * but `dispatch`, which is the whole plan with its rounds of rounding. Times are the processor's.
 */
import { cpus } from 'node:os';
import {
  type Aim,
  buildModel,
  dispatch,
  giveFarEnds,
  type Hub,
  hubOf,
  movedOn,
  type PlantStanding,
  STEP_HOURS,
  STEPS,
  standingAfter,
  updateModel,
} from '../../../domains/energy/dispatch';
import { compileStations } from '../../../domains/energy/plants';
import { type Basis, type LinearSolver, optimalityGaps, problem } from '../../../kernel';
import { ENGINE_VERSION } from '../../../runtime';
import { compileScene, readScene } from '../../../scene';
import { loadSolverInNode } from '../../solver/load-in-node';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { findScene, readSceneFiles } from '../find-scene';
import { Interrupted, Refusal } from '../refusal';
import { dayInputs, type Season } from './dispatch-day';

const DEFAULT_SCENE = 'eco-park';
const ROLLS = 6;
/** So many of them are solved cold as well, for comparison. */
const COLD_ROLLS = 2;
/** How much more or less is asked for than was foreseen, from one plan to the next. */
const SURPRISE = 0.01;

export interface DispatchBenchCase {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** All in milliseconds of the processor's time: machines are shared. */
  readonly coldMs: number;
  /** Of the linear program alone, and of the plan with whole machines; medians of the rolls. */
  readonly warmMs: number;
  readonly dispatchMs: number;
  /** Worst of the rolls: objective from the moved basis against a cold solve of the same. */
  readonly warmAgainstCold: number;
  /** Worst of primal, dual, complementarity and duality gap. */
  readonly optimality: number;
  /** Worst of the rolls: the plan with whole machines above its linear bound, as a share. */
  readonly roundingShare: number;
  readonly unservedKwh: number;
}

export async function performDispatchBench(given: Arguments, context: Context): Promise<Answer> {
  const files = await readSceneFiles(await findScene(given.text('scene') ?? DEFAULT_SCENE, context));
  const scene = readScene(files);
  if (!scene.ok) throw new Refusal(scene.problems);
  const network = compileStations(compileScene(scene.value));
  if (network.stations.length === 0) {
    throw new Refusal([problem('call.no-stations', [], 'expected a scene with energy stations')]);
  }
  const solver = await loadSolverInNode();
  const park = hubOf(network);
  const one = hubOf({ ...network, stations: network.stations.slice(0, 1) });
  const wanted: [string, Hub, Season, Aim][] = [
    ['station, winter, least cost', one, 'winter', 'cost'],
    ['station, summer, least cost', one, 'summer', 'cost'],
    ['all, winter, least cost', park, 'winter', 'cost'],
    ['all, summer, least cost', park, 'summer', 'cost'],
    ['all, winter, least carbon', park, 'winter', 'carbon'],
    ['all, winter, least primary energy', park, 'winter', 'primary-energy'],
    ['all, summer, least primary energy', park, 'summer', 'primary-energy'],
  ];
  // Once for nothing: the first solve of a process compiles the solver while it runs.
  const first = buildModel(park, STEPS, STEP_HOURS);
  dispatch(first, dayInputs(park, 'winter'), solver);
  const cases: DispatchBenchCase[] = [];
  for (const [index, [name, hub, season, aim]] of wanted.entries()) {
    context.progress.show(index / wanted.length, name);
    cases.push(measureCase(name, hub, season, aim, solver, context));
  }
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node };
  const stations = network.stations.length;
  const document = { engineVersion: ENGINE_VERSION, machine, scene: scene.value.manifest.id, stations, cases };
  return { document, text: tableOf(cases) };
}

function measureCase(
  name: string,
  hub: Hub,
  season: Season,
  aim: Aim,
  solver: LinearSolver,
  context: Context,
): DispatchBenchCase {
  const inputsAt = (roll: number, now?: PlantStanding) => {
    const inputs = dayInputs(hub, season, roll, 1 + SURPRISE * (roll % 3));
    return { ...inputs, aim, now: now ?? inputs.now };
  };
  // A model of its own: the solver meets the matrix for the first time.
  const model = buildModel(hub, STEPS, STEP_HOURS);
  updateModel(model, inputsAt(0));
  const timed = <T>(work: () => T): [T, number] => {
    const from = process.cpuUsage();
    const made = work();
    const { user, system } = process.cpuUsage(from);
    return [made, (user + system) / 1_000];
  };
  const [cold, coldMs] = timed(() => solver.solve(model.program));
  const warmMs: number[] = [];
  const dispatchMs: number[] = [];
  let basis = cold.basis as Basis;
  let now: PlantStanding | undefined;
  let optimality = worstOf(optimalityGaps(model.program, cold));
  let warmAgainstCold = 0;
  let roundingShare = 0;
  let unservedKwh = 0;
  for (let roll = 1; roll <= ROLLS; roll++) {
    if (context.signal.aborted) throw new Interrupted();
    const inputs = inputsAt(roll, now);
    const from = movedOn(model, basis, 1);
    const [planned, plannedMs] = timed(() => dispatch(model, inputs, solver, from));
    dispatchMs.push(plannedMs);
    roundingShare = Math.max(roundingShare, planned.objective / planned.bound - 1);
    for (const { missedKwh } of planned.shortages) unservedKwh += missedKwh;
    updateModel(model, inputs);
    giveFarEnds(model, inputs);
    const [warm, ms] = timed(() => solver.solve(model.program, { basis: from }));
    warmMs.push(ms);
    // Compared and proved without the far ends that a warm start is given.
    updateModel(model, inputs);
    if (roll <= COLD_ROLLS) {
      const again = solver.solve(model.program);
      warmAgainstCold = Math.max(warmAgainstCold, Math.abs(warm.objective / again.objective - 1));
    }
    optimality = Math.max(optimality, worstOf(optimalityGaps(model.program, warm)));
    basis = planned.basis;
    now = standingAfter(planned.plan, 1);
  }
  const { rows, columns } = model.program;
  return {
    name,
    rows,
    columns,
    coldMs,
    warmMs: median(warmMs),
    dispatchMs: median(dispatchMs),
    warmAgainstCold,
    optimality,
    roundingShare,
    unservedKwh,
  };
}

const worstOf = (gaps: object) => Math.max(...(Object.values(gaps) as number[]));

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function tableOf(cases: readonly DispatchBenchCase[]): string {
  const head = [
    'case',
    'rows',
    'columns',
    'cold ms',
    'warm ms',
    'dispatch ms',
    'warm/cold − 1',
    'optimality',
    'rounding',
  ];
  const rows = cases.map((each) => [
    each.name,
    String(each.rows),
    String(each.columns),
    each.coldMs.toFixed(0),
    each.warmMs.toFixed(0),
    each.dispatchMs.toFixed(0),
    each.warmAgainstCold.toExponential(0),
    each.optimality.toExponential(0),
    `${(100 * each.roundingShare).toFixed(2)} %`,
  ]);
  return [head, ...rows]
    .map((row) => row.map((each, i) => (i === 0 ? each.padEnd(36) : each.padStart(14))).join(''))
    .join('\n');
}
