import type { Pace, Scenario } from '../../sim';
import workerAddress from '../../sim/hosts/worker?worker&url';
import type { EngineClient } from './engine-face';
import { LiveEngine } from './live-engine';

export interface EngineOptions {
  /** A scenario, or its text as somebody gave it; the scene as it is, without. */
  readonly scenario?: Scenario | string;
  /** Instead of the scenario's own. */
  readonly seed?: number;
  readonly pace?: Pace;
  /** Whether it plays as soon as it is ready; paused otherwise. */
  readonly running?: boolean;
  /** Lets a test make the worker throw, hang or run out of memory, and reach this client by a name in the page. */
  readonly testHooks?: boolean;
}

/** Opens a city in a worker of its own. Answers at once; `status$` tells how it comes along. */
export function openEngine(sceneId: string, options: EngineOptions = {}): EngineClient {
  const scene = { kind: 'folder', address: `${import.meta.env.BASE_URL}scenes/${sceneId}/` } as const;
  const engine = new LiveEngine(workerAddress, scene, options);
  if (options.testHooks) (globalThis as { cityloomEngine?: EngineClient }).cityloomEngine = engine;
  return engine;
}
