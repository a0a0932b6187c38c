import { filter, firstValueFrom, map, pairwise, take } from 'rxjs';
import { defaultScenario, type Fault, type Problem, type Scenario } from '../../sim';
import type { EngineClient } from './engine-face';
import type { EngineOptions } from './open-engine';

/** What an address may ask a run to prove: `?hash=600` the hash at that time, `&fault=hang` after surviving a fault. */
interface Rehearsal {
  readonly hashAtSeconds: number;
  readonly fault: Fault | undefined;
}

interface Rehearsed {
  readonly finalHash: string;
  /** How long the clock stood still, from the last it said before the fault to the first beyond that. */
  readonly recoveredSeconds: number | undefined;
}

/** Simulated seconds after which there is something to lose. */
const LIVED_SECONDS = 100;
/** A page without a picture is rehearsed without. */
const MOST_WAIT_MS = 60_000;
const faults: readonly Fault[] = ['throw', 'hang', 'memory'];

/**
 * The part of the engine's options that an address may set: `?seed=7`, when the run begins (`?day=20&hour=7.5`, day of
 * the year), a day of the scene's weather file (`?weather=july-rain`), and test hooks where it asks for them (`?hooks`) or
 * for a fault.
 */
export function optionsInAddress(
  search: string,
  sceneId: string,
): Pick<EngineOptions, 'seed' | 'testHooks' | 'scenario'> {
  const asked = new URLSearchParams(search);
  const seed = asked.get('seed');
  const testHooks = asked.has('hooks') || readRehearsal(search)?.fault !== undefined;
  const scenario = beginning(asked);
  return {
    testHooks,
    ...(seed !== null && /^\d{1,15}$/.test(seed) ? { seed: Number(seed) } : {}),
    ...(scenario === null ? {} : { scenario: defaultScenario(folderOf(sceneId), scenario) }),
  };
}

/** A scene is called as its own folder is, wherever that lies. */
const folderOf = (sceneId: string): string => sceneId.slice(sceneId.lastIndexOf('/') + 1);

const SECONDS_AN_HOUR = 3_600;

/** When and in which weather; null where the address says nothing of it that can be meant. */
function beginning(asked: URLSearchParams): Partial<Scenario> | null {
  const day = Number(asked.get('day') ?? Number.NaN);
  const hour = Number(asked.get('hour') ?? Number.NaN);
  const weatherDay = asked.get('weather');
  const begins = {
    ...(Number.isInteger(day) && day >= 1 && day <= 365 ? { startDay: day } : {}),
    ...(hour >= 0 && hour < 24 ? { startSeconds: Math.round(hour * SECONDS_AN_HOUR) } : {}),
    ...(weatherDay !== null && /^[a-z0-9-]{1,40}$/.test(weatherDay) ? { weatherDay } : {}),
  };
  return Object.keys(begins).length > 0 ? begins : null;
}

export function readRehearsal(search: string): Rehearsal | undefined {
  const asked = new URLSearchParams(search);
  const hashAtSeconds = Number(asked.get('hash') ?? Number.NaN);
  if (!(hashAtSeconds > 0 && Number.isFinite(hashAtSeconds))) return undefined;
  return { hashAtSeconds, fault: faults.find((fault) => fault === asked.get('fault')) };
}

/** Rehearses what the address asks for, if anything, and leaves the answer on an element for whoever waits for it. */
export async function rehearseInAddress(engine: EngineClient, search: string, answer: HTMLElement): Promise<void> {
  const rehearsal = readRehearsal(search);
  if (!rehearsal) return;
  const { finalHash, recoveredSeconds } = await rehearse(engine, rehearsal);
  if (recoveredSeconds !== undefined) answer.dataset.recoveredSeconds = recoveredSeconds.toFixed(2);
  answer.dataset.finalHash = finalHash;
}

/** The engine must have been opened with `testHooks` where there is a fault. */
async function rehearse(engine: EngineClient, { hashAtSeconds, fault }: Rehearsal): Promise<Rehearsed> {
  orThrow(await engine.opened);
  const recoveredSeconds = fault && (await survive(engine, fault));
  const { finalHash } = orThrow(await engine.runTo(hashAtSeconds));
  return { finalHash, recoveredSeconds };
}

/** Plays until something has been lived that would be lost, makes the worker fail, waits for the clock to go on. */
async function survive(engine: EngineClient, fault: Fault): Promise<number> {
  orThrow(await engine.send({ kind: 'play' }));
  await pictureDrawn();
  await firstValueFrom(engine.clock$.pipe(filter((clock) => clock.seconds >= LIVED_SECONDS)));
  let restarted = false;
  const watch = engine.status$.subscribe((status) => {
    restarted ||= status.kind === 'restarting' || status.kind === 'failed';
  });
  engine.provoke(fault);
  const stoodStill = firstValueFrom(
    engine.clock$.pipe(
      map((clock) => ({ tick: clock.tick, ms: performance.now(), restarted })),
      pairwise(),
      filter(([before, after]) => !before.restarted && after.restarted),
      take(1),
    ),
  );
  const [before] = await stoodStill;
  await firstValueFrom(engine.clock$.pipe(filter((clock) => clock.tick > before.tick)));
  watch.unsubscribe();
  return (performance.now() - before.ms) / 1_000;
}

/** A page is judged as it mostly is: while it draws its first picture, its own thread may stand still for seconds. */
async function pictureDrawn(): Promise<void> {
  const beganMs = performance.now();
  while (!document.querySelector('canvas[data-ready="true"]') && performance.now() - beganMs < MOST_WAIT_MS) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function orThrow<T>(result: { ok: true; value: T } | { ok: false; problems: readonly Problem[] }): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((each) => `${each.code}: ${each.message}`).join('; '));
}
