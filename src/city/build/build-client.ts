import type { Problem } from '../../../sim';
import { trustedWorkerUrl } from '../../engine/trusted-worker';
import { sceneSourceOf } from '../../state/scene-source';
import { drawsInSoftware } from '../stage/picture-quality';
import { rendererNameHere } from '../stage/renderer-name';
import type { BuildStep } from './build-city';
import type { BuiltCity } from './built-city';
import type { BuiltEnergy } from './energy/built-energy';
import type { BuiltTunnels } from './tunnels/built-tunnels';
import type { BuildAnswer, BuildRequest, RestRequest } from './worker';
import workerUrl from './worker.ts?worker&url';

export interface Building {
  readonly city: Promise<BuiltCity>;
  /** Its energy networks, which come after it when the rest is asked for; null where it has none. */
  readonly energy: Promise<BuiltEnergy | null>;
  /** Its galleries, which come last; null where it has none. */
  readonly tunnels: Promise<BuiltTunnels | null>;
  buildRest(): void;
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

export interface BuildWishes {
  /** The ground's picture as fine as can be, even where a processor draws it. */
  readonly best: boolean;
  /** Whether the files are judged here, or by somebody else, who is waited for before any of it is shown. */
  readonly isStrict: boolean;
}

/** Builds a scene's geometry in a worker of its own, which ends when it has answered. */
export function buildInWorker(
  sceneId: string,
  { best, isStrict }: BuildWishes,
  onStep: (step: BuildStep, share: number) => void,
): Building {
  // The browser makes its first context of this kind while the processors have nothing else to do yet: later it takes seconds.
  const renderer = rendererNameHere();
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: 'module', name: 'cityloom-view' });
  const city = answerTo<BuiltCity>();
  const energy = answerTo<BuiltEnergy | null>();
  const tunnels = answerTo<BuiltTunnels | null>();
  const refuse = (problems: readonly Problem[]) => {
    worker.terminate();
    city.reject(new CityRefused(problems));
    energy.reject(new CityRefused(problems));
    tunnels.reject(new CityRefused(problems));
  };
  const fail = (code: string, message: string) => refuse([{ severity: 'error', code, path: [], message }]);
  worker.onmessage = ({ data }: MessageEvent<BuildAnswer>) => {
    if (data.kind === 'step') return onStep(data.step, data.share);
    if (data.kind === 'built') return city.resolve(data.city);
    if (data.kind === 'refused') return refuse(data.problems);
    if (data.kind === 'energy') return energy.resolve(data.energy);
    worker.terminate();
    tunnels.resolve(data.tunnels);
  };
  worker.onerror = (event) => fail('view.worker', event.message || 'the worker that builds the city did not start');
  worker.onmessageerror = () => fail('view.worker', 'the worker that builds the city answered what cannot be read');
  const source = sceneSourceOf(sceneId);
  const request: BuildRequest = {
    kind: 'city',
    source: source.kind === 'texts' ? source : { kind: 'folder', address: location.origin + source.address },
    best,
    inSoftware: renderer === 'none' || drawsInSoftware(renderer),
    isJudgedElsewhere: !isStrict,
  };
  worker.postMessage(request);
  return {
    city: city.promise,
    energy: energy.promise,
    tunnels: tunnels.promise,
    buildRest: () => worker.postMessage({ kind: 'rest' } satisfies RestRequest),
    cancel: () => worker.terminate(),
  };
}

interface Answer<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

function answerTo<T>(): Answer<T> {
  const ways = {} as { resolve(value: T): void; reject(error: unknown): void };
  const promise = new Promise<T>((resolve, reject) => Object.assign(ways, { resolve, reject }));
  return { promise, ...ways };
}
