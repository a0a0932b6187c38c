/** The engine's own benchmarks: seeded, warmed up, medians and 95th percentiles; figures for a machine, not for a city. */

import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { MessageChannel } from 'node:worker_threads';
import { problem } from '../../../kernel';
import { createEngine, deskInPlace, ENGINE_VERSION, type Engine } from '../../../runtime';
import { defaultScenario } from '../../../scenarios';
import { compileScene, readScene } from '../../../scene';
import { activeDomains } from '../../active-domains';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { loadTools } from '../desk';
import { findScene, readSceneFiles } from '../find-scene';
import { nearest } from '../nearest';
import { Interrupted, Refusal } from '../refusal';

const DEFAULT_SCENE = 'eco-park';
const DEFAULT_SEED = 7;
/** Measured by programs of their own, and not together with the others. */
const AGAINST_SUMO = 'traffic';
/** Each its own program, loaded only when it is asked for. */
const own = {
  power: async (given: Arguments, context: Context) =>
    (await import('./bench-power')).performPowerBench(given, context),
  pipes: async (given: Arguments, context: Context) =>
    (await import('./bench-pipes')).performPipesBench(given, context),
  heat: async (given: Arguments, context: Context) => (await import('./bench-heat')).performHeatBench(given, context),
  dispatch: async (given: Arguments, context: Context) =>
    (await import('./bench-dispatch')).performDispatchBench(given, context),
} as const;
/** Simulated seconds before anything is measured: the code is hot and the city is under way. */
const WARM_UP_SECONDS = 120;

interface Bench {
  readonly says: string;
  readonly times: number;
  /** One go; what it returns is only there to be used. */
  perform(): unknown | Promise<unknown>;
}

interface Figures {
  readonly says: string;
  readonly times: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly [more: string]: string | number;
}

export async function performBench(given: Arguments, context: Context): Promise<Answer> {
  const only = given.operands[0];
  if (only === AGAINST_SUMO) return (await import('./bench-traffic')).performTrafficBench(given, context);
  checkOptions(given);
  if (only !== undefined && Object.hasOwn(own, only)) return own[only as keyof typeof own](given, context);
  if (only !== undefined && !Object.hasOwn(benches, only)) {
    const known = [...names, AGAINST_SUMO, ...Object.keys(own)];
    const near = nearest(only, known);
    const message = `unknown benchmark ${JSON.stringify(only.slice(0, 80))}; ${near ? `did you mean ${near}?` : `one of ${known.join(', ')}`}`;
    throw new Refusal([problem('call.unknown-bench', [], message)]);
  }
  const name = given.text('scene') ?? DEFAULT_SCENE;
  const seed = given.number('seed') ?? DEFAULT_SEED;
  const files = await readSceneFiles(await findScene(name, context));
  const city = await openCity(files, seed);
  const figures: Record<string, Figures> = {};
  for (const [index, each] of names.entries()) {
    if (only !== undefined && only !== each) continue;
    context.progress.show(index / names.length, each);
    figures[each] = await measure(benches[each](city), context);
  }
  city.channel.port1.close();
  city.channel.port2.close();
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node };
  const { engine } = city;
  const about = { scene: engine.scene.id, seed, vehicles: engine.measure()['traffic.trips-running'] ?? 0 };
  const document = { engineVersion: ENGINE_VERSION, machine, ...about, figures };
  const lines = Object.entries(figures).map(
    ([each, { says, medianMs, p95Ms }]) =>
      `${each.padEnd(8)} ${medianMs.toFixed(3).padStart(10)} ms  (95 % below ${p95Ms.toFixed(3)} ms)  ${says}`,
  );
  return { document, text: [`${about.scene}, ${about.vehicles} vehicles, seed ${seed}`, ...lines].join('\n') };
}

function checkOptions(given: Arguments): void {
  const useless = ['cases', 'sumo-seeds', 'turns', 'until', 'files'].filter(
    (name) => given.text(name) !== undefined || given.number(name) !== undefined,
  );
  if (useless.length === 0) return;
  const said = useless.map((name) => `--${name}`).join(', ');
  throw new Refusal([problem('call.useless-option', [], `${said}: only of use with bench ${AGAINST_SUMO}`)]);
}

interface City {
  readonly files: ReadonlyMap<string, string>;
  readonly engine: Engine;
  readonly spare: Engine;
  readonly channel: MessageChannel;
}

async function openCity(files: ReadonlyMap<string, string>, seed: number): Promise<City> {
  const scene = readScene(files);
  if (!scene.ok) throw new Refusal(scene.problems);
  const compiled = compileScene(scene.value);
  const scenario = { ...defaultScenario(compiled.id), seed, durationSeconds: 86_400 };
  const domains = activeDomains(scenario);
  const desk = deskInPlace(domains, await loadTools(domains));
  const make = () => createEngine({ scene: compiled, scenario, domains, desk });
  const engine = make();
  engine.runTo(WARM_UP_SECONDS);
  return { files, engine, spare: make(), channel: new MessageChannel() };
}

const benches = {
  step: ({ engine }) => ({
    says: 'one base step of 0.5 s of the whole city',
    times: 600,
    perform: () => engine.step(),
  }),
  frame: ({ engine }) => {
    const buffer = new ArrayBuffer(engine.frame.bytes);
    return {
      says: `one frame of ${buffer.byteLength} bytes written`,
      times: 400,
      perform: () => engine.writeFrame(buffer, 0.5),
    };
  },
  save: ({ engine }) => ({
    says: `the whole run saved, ${engine.save().byteLength} bytes`,
    times: 60,
    perform: () => engine.save(),
  }),
  load: ({ engine, spare }) => {
    const saved = engine.save();
    return {
      says: 'a saved run loaded',
      times: 60,
      perform: () => {
        const loaded = spare.load(saved);
        if (!loaded.ok) throw new Error(loaded.problems[0].message);
      },
    };
  },
  hash: ({ engine }) => ({ says: 'the hash of the whole state', times: 60, perform: () => engine.stateHash() }),
  wire: ({ engine, channel }) => {
    let buffer = new ArrayBuffer(engine.frame.bytes);
    return {
      says: 'one frame sent through a message channel by transfer, and heard',
      times: 400,
      perform: () =>
        new Promise<void>((resolve) => {
          channel.port2.once('message', (frame: { buffer: ArrayBuffer }) => {
            buffer = frame.buffer;
            resolve();
          });
          channel.port1.postMessage({ layout: engine.frame.layout, buffer }, [buffer]);
        }),
    };
  },
  parse: ({ files }) => ({ says: 'the scene’s files read and checked', times: 5, perform: () => readScene(files) }),
  compile: ({ files }) => {
    const scene = readScene(files);
    if (!scene.ok) throw new Refusal(scene.problems);
    return { says: 'the scene compiled to typed arrays', times: 5, perform: () => compileScene(scene.value) };
  },
} as const satisfies Record<string, (city: City) => Bench>;

const names = Object.keys(benches) as (keyof typeof benches & string)[];

async function measure(bench: Bench, context: Context): Promise<Figures> {
  for (let i = 0; i < Math.ceil(bench.times / 10); i++) await bench.perform();
  const ms: number[] = [];
  for (let i = 0; i < bench.times; i++) {
    const before = performance.now();
    await bench.perform();
    ms.push(performance.now() - before);
    if (context.signal.aborted) throw new Interrupted();
  }
  ms.sort((a, b) => a - b);
  const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(share * ms.length))];
  return { says: bench.says, times: bench.times, medianMs: at(0.5), p95Ms: at(0.95) };
}
