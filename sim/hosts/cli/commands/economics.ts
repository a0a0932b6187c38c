import { availableParallelism } from 'node:os';
import { problem } from '../../../kernel';
import {
  costYuanPerKmOf,
  impliedCostYuanPerKm,
  landResult,
  lifeCycleOf,
  lineFees,
  planWorksStudy,
  publishedCases,
  type RunResult,
  streetOfGalleries,
  usualCase,
  usualLines,
  type WorksLoss,
  type WorksStudy,
  worksLoss,
} from '../../../studies';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { findScene, openSceneFolder } from '../find-scene';
import { formatFigure } from '../format-figure';
import { type Outcome, runPool } from '../pool';
import { Failure, Interrupted, Refusal } from '../refusal';
import type { RunOutput, RunTask } from '../run-worker';
import { openScenario } from '../scenario-file';
import { runWorkerAddress } from '../worker-address';

const WINDOW_S = 1_800;
const DEFAULT_SEEDS = 2;
const PATIENCE_MS = 60_000;
const MILLION = 1e6;

/** `economics <scene>`: what its galleries earn and cost, with the delay of works from the scene's own traffic. */
export async function performEconomics(given: Arguments, context: Context): Promise<Answer> {
  const folder = await findScene(given.operands[0], context);
  const scene = await openSceneFolder(folder);
  const street = given.text('street') ?? streetOfGalleries(scene);
  if (street === undefined) {
    throw new Refusal([
      problem('economics.no-gallery', [], `${scene.id} has no gallery under a street; --street names one`),
    ]);
  }
  if (!scene.scene.roads?.edges.some((edge) => edge.street === street)) {
    throw new Refusal([problem('economics.unknown-street', [], `${scene.id} has no street '${street}'`)]);
  }
  const base = await openScenario(undefined, scene, { untilSeconds: given.number('until') ?? WINDOW_S }, context);
  const seeds = Array.from({ length: given.number('seeds') ?? DEFAULT_SEEDS }, (_, k) => base.seed + k);
  const study = planWorksStudy(scene, street, base, seeds, given.number('lanes') ?? 1);
  if (study === undefined) {
    const message = `expected a street with a lane to spare, found none on '${street}'`;
    throw new Refusal([problem('economics.narrow-street', [], message)]);
  }
  const tasks = study.scenarios.map((scenario) => ({ sceneFolder: folder, sceneHash: scene.hash, scenario }));
  const results = await runAll(tasks, given.number('workers') ?? availableParallelism(), context);
  const works = worksLoss(scene, study, results);

  const digging = { ...usualCase.digging, vehicleHoursPerDay: works.vehicleHoursPerDay };
  const tunnel = { ...usualCase, digging };
  const cases = publishedCases.map((each) => {
    const { costYuanPerKm, ...rest } = each;
    return { ...each, ...(costYuanPerKm === null ? {} : landResult({ ...rest, costYuanPerKm })) };
  });
  const [hunnan] = publishedCases;
  const document = {
    scene: scene.id,
    sceneHash: scene.hash,
    galleryKm: galleryKm(scene.scene.galleries?.galleries ?? []),
    cases,
    impliedYuanPerKm: impliedCostYuanPerKm(hunnan, 1e9),
    byCompartments: [1, 2, 3, 4].map((compartments) => {
      const costYuanPerKm = costYuanPerKmOf(compartments);
      return { compartments, costYuanPerKm, netYuan: landResult({ ...hunnan, costYuanPerKm }).netYuan };
    }),
    works: {
      street: study.street,
      lanes: given.number('lanes') ?? 1,
      edges: study.edges,
      lengthM: study.lengthM,
      seeds,
      ...works,
    },
    assumed: tunnel,
    lifeCycle: lifeCycleOf(tunnel),
    lifeCycleAtNationalMean: lifeCycleOf({ ...tunnel, costYuanPerKm: costYuanPerKmOf(3) }),
    fees: lineFees(usualLines, tunnel.lengthKm, tunnel.years, tunnel.upkeepYuanPerKmYear * tunnel.lengthKm),
  };
  return { document, text: describe(document, study, works) };
}

/** Of tunnels: decks that lie one above the other under one street count once. */
function galleryKm(galleries: readonly { readonly street?: string; readonly path: readonly (readonly number[])[] }[]) {
  const longest = new Map<string, number>();
  galleries.forEach(({ street, path }, k) => {
    let lengthM = 0;
    for (let i = 1; i < path.length; i++) {
      const [dx, dy] = [path[i][0] - path[i - 1][0], path[i][1] - path[i - 1][1]];
      lengthM += Math.sqrt(dx * dx + dy * dy);
    }
    const key = `${street ?? k}:${path[0]}`;
    longest.set(key, Math.max(longest.get(key) ?? 0, lengthM));
  });
  return [...longest.values()].reduce((sum, lengthM) => sum + lengthM, 0) / 1_000;
}

async function runAll(tasks: readonly RunTask[], size: number, context: Context): Promise<RunResult[]> {
  const results: RunResult[] = [];
  const lost: Outcome<RunOutput>[] = [];
  let ended = 0;
  await runPool<RunTask, RunOutput>({
    worker: runWorkerAddress(),
    size,
    tasks,
    signal: context.signal,
    patienceMs: PATIENCE_MS,
    finished: async (index, outcome) => {
      ended++;
      if (outcome.ok) results[index] = outcome.output.result;
      else lost.push(outcome);
    },
    progressed: (underWay) =>
      context.progress.show((ended + underWay) / tasks.length, `${ended} of ${tasks.length} runs`),
  });
  if (context.signal.aborted) throw new Interrupted();
  const problems = lost.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  if (problems.length > 0) throw new Failure(problems);
  return results;
}

interface Document {
  readonly cases: readonly {
    readonly name: string;
    readonly grossYuan?: number;
    readonly netYuan?: number;
    readonly costYuanPerKm: number | null;
  }[];
  readonly lifeCycle: ReturnType<typeof lifeCycleOf>;
  readonly lifeCycleAtNationalMean: ReturnType<typeof lifeCycleOf>;
}

function describe(
  { cases, lifeCycle, lifeCycleAtNationalMean }: Document,
  study: WorksStudy,
  works: WorksLoss,
): string {
  const millions = (yuan: number | null | undefined) =>
    yuan === null || yuan === undefined ? '–' : formatFigure(yuan / MILLION);
  return [
    'Land that a tunnel frees (millions of yuan; the Hunnan figures are claims that nobody confirmed):',
    ...cases.map(
      ({ name, costYuanPerKm, grossYuan, netYuan }) =>
        `  ${name.padEnd(18)} ${millions(costYuanPerKm).padStart(8)} a km  gross ${millions(grossYuan).padStart(8)}  net ${millions(netYuan).padStart(8)}`,
    ),
    `Works at the kerb over ${study.lengthM.toFixed(0)} m of ${study.street}: ${works.busy.lostVehicleHours.toFixed(1)} vehicle-hours in the busy hour (${works.busyBySeed.map((one) => one.toFixed(1)).join(', ')} by seed), ${works.calm.lostVehicleHours.toFixed(1)} in the calm one, ${works.vehicleHoursPerDay.toFixed(0)} a day`,
    `Over fifty years: ${millions(lifeCycle.totalYuan)} as claimed, ${millions(lifeCycleAtNationalMean.totalYuan)} at the national mean cost, of which delay spared ${millions(lifeCycle.parts.delay)}`,
  ].join('\n');
}
