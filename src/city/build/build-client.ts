import type { Problem } from '../../../sim';
import { trustedWorkerUrl } from '../../engine/trusted-worker';
import type { BuildStep } from './build-city';
import type { BuiltCity } from './built-city';
import type { BuildAnswer, BuildRequest } from './worker';
import workerUrl from './worker.ts?worker&url';

export interface Building {
  readonly city: Promise<BuiltCity>;
  cancel(): void;
}

/** Thrown where a scene cannot be drawn; holds every problem that was found. */
export class CityRefused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code}: ${problem.message}`).join('\n'));
    this.problems = problems;
  }
}

/** Builds a scene's geometry in a worker of its own, which ends when it has answered. */
export function buildInWorker(
  sceneId: string,
  pictureCells: number,
  onStep: (step: BuildStep, share: number) => void,
): Building {
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'cityloom-view' });
  const city = new Promise<BuiltCity>((resolve, reject) => {
    const refuse = (code: string, message: string) =>
      reject(new CityRefused([{ severity: 'error', code, path: [], message }]));
    worker.onmessage = ({ data }: MessageEvent<BuildAnswer>) => {
      if (data.kind === 'step') return onStep(data.step, data.share);
      worker.terminate();
      if (data.kind === 'built') resolve(data.city);
      else reject(new CityRefused(data.problems));
    };
    worker.onerror = (event) => refuse('view.worker', event.message || 'the worker that builds the city did not start');
    worker.onmessageerror = () => refuse('view.worker', 'the worker that builds the city answered what cannot be read');
  });
  const request: BuildRequest = {
    base: `${location.origin}${import.meta.env.BASE_URL}scenes/${sceneId}/`,
    pictureCells,
  };
  worker.postMessage(request);
  return { city, cancel: () => worker.terminate() };
}
