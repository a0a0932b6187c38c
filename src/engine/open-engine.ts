import type { BringInput, BroughtScene, Pace, Result, Scenario, SceneSource } from '../../sim';
import workerAddress from '../../sim/hosts/worker?worker&url';
import { CityAhead } from './city-ahead';
import type { EngineClient } from './engine-face';
import { LiveEngine } from './live-engine';
import { bringIn } from './side-work';
import { WorkerLink } from './worker-link';

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
  /** Has begun to read this very city. */
  readonly ahead?: CityAhead;
}

/** Begins to read a city whose run is opened in a moment. */
export function readAhead(scene: SceneSource): CityAhead {
  return new CityAhead(workerAddress, scene);
}

/** Opens a city in a worker of its own. Answers at once; `status$` tells how it comes along. */
export function openEngine(scene: SceneSource, options: EngineOptions = {}): EngineClient {
  const engine = new LiveEngine(workerAddress, scene, options);
  if (options.testHooks) (globalThis as { cityloomEngine?: EngineClient }).cityloomEngine = engine;
  return engine;
}

/** Files that somebody has brought, read as a whole scene or with everything that is wrong with them. */
export function bringScene(input: BringInput, signal: AbortSignal): Promise<Result<BroughtScene>> {
  return bringIn(new WorkerLink(workerAddress), input, signal);
}
