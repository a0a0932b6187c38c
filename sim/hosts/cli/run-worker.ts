/** A worker thread that makes one run after another for `sweep` and `compare`. */
import { parentPort } from 'node:worker_threads';
import type { TripTable } from '../../ports';
import type { Scenario } from '../../scenarios';
import type { CompiledScene } from '../../scene';
import type { RunResult } from '../../studies';
import { activeDomains } from '../active-domains';
import { openSceneFolder } from './find-scene';
import { type Performance, runHeadless } from './headless';
import type { WorkerReport } from './pool';
import { Refusal } from './refusal';

export interface RunTask {
  readonly sceneFolder: string;
  readonly sceneHash: string;
  readonly scenario: Scenario;
  readonly withTrips?: boolean;
}

export interface RunOutput {
  readonly result: RunResult;
  readonly performance: Performance;
  /** Only where the task asks for them. */
  readonly trips?: TripTable;
}

const SHOW_EVERY_MS = 200;
const opened = new Map<string, CompiledScene>();

async function perform({ sceneFolder, sceneHash, scenario, withTrips }: RunTask): Promise<WorkerReport<RunOutput>> {
  let shownMs = Number.NEGATIVE_INFINITY;
  const signal = new AbortController().signal; // it is stopped by ending the thread
  try {
    let scene = opened.get(sceneFolder);
    if (!scene) {
      scene = await openSceneFolder(sceneFolder);
      opened.set(sceneFolder, scene);
    }
    if (scene.hash !== sceneHash) {
      const message = `${sceneFolder} has changed since the runs were planned`;
      return { kind: 'refused', problems: [{ severity: 'error', code: 'scene.changed', path: [], message }] };
    }
    const output = await runHeadless({
      scene,
      domains: activeDomains(scenario),
      scenario,
      signal,
      progressed: (share) => {
        const nowMs = Date.now();
        if (nowMs - shownMs < SHOW_EVERY_MS) return;
        shownMs = nowMs;
        say({ kind: 'progress', share });
      },
    });
    if (!output.ok) return { kind: 'refused', problems: output.problems };
    const { result, performance } = output.value;
    const trips = withTrips === true ? output.value.trips() : null;
    return { kind: 'done', output: { result, performance, ...(trips ? { trips } : {}) } };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', problems: error.problems };
    throw error;
  }
}

function say(report: WorkerReport<RunOutput>): void {
  parentPort!.postMessage(report);
}

parentPort?.on('message', (task: RunTask) => void perform(task).then(say));
