/** `bench heat`: what a step of all heat and cooling loops of a scene costs, from idle to more than the pumps can send. */
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { stepThermalNetwork } from '../../../networks/heat';
import { ENGINE_VERSION } from '../../../runtime';
import { readScene } from '../../../scene';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { findScene, readSceneFiles } from '../find-scene';
import { Interrupted, Refusal, refuse } from '../refusal';
import { type NamedNetwork, thermalLoopsOf } from '../thermal-loops';

const DEFAULT_SCENE = 'eco-park';
/** Of what consumers are built for. */
const SHARES = [0, 0.1, 0.5, 0.8, 1.2];
const STEPS_S = [60, 900];
const STEPS = 200;
/** Demand goes up and down by so much, so that no step is like the one before. */
const SWING = 0.1;

interface HeatBench {
  readonly share: number;
  readonly seconds: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Loops in which pumps fell short, on the mean of the steps. */
  readonly short: number;
  readonly parcels: number;
}

export async function performHeatBench(given: Arguments, context: Context): Promise<Answer> {
  const name = given.text('scene') ?? DEFAULT_SCENE;
  const scene = readScene(await readSceneFiles(await findScene(name, context)));
  if (!scene.ok) throw new Refusal(scene.problems);
  const loops = thermalLoopsOf(scene.value);
  if (loops.length === 0) throw refuse('bench.no-loops', `${name} has neither heat nor cooling loops`);
  const figures: HeatBench[] = [];
  for (const share of SHARES) {
    for (const seconds of STEPS_S) {
      context.progress.show(figures.length / (SHARES.length * STEPS_S.length), `${share} of design, ${seconds} s`);
      figures.push(measure(loops, share, seconds));
      await new Promise((resume) => setImmediate(resume));
      if (context.signal.aborted) throw new Interrupted();
    }
  }
  const count = (of: (loop: NamedNetwork) => number) => loops.reduce((sum, loop) => sum + of(loop), 0);
  const about = {
    scene: name,
    loops: loops.length,
    pipes: 2 * count(({ net }) => net.plan.from.length),
    consumers: count(({ net }) => net.plan.consumerNode.length),
  };
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node };
  return {
    document: { engineVersion: ENGINE_VERSION, machine, ...about, figures },
    text: [
      `${about.scene}: a step of all ${about.loops} loops, ${about.pipes} pipes, ${about.consumers} consumers`,
      'of design   step s   median ms    95 % ms   loops short   parcels',
      ...figures.map(
        ({ share, seconds, medianMs, p95Ms, short, parcels }) =>
          `${share.toFixed(1).padStart(9)}${String(seconds).padStart(9)}${medianMs.toFixed(3).padStart(12)}${p95Ms.toFixed(3).padStart(11)}${short.toFixed(1).padStart(14)}${String(parcels).padStart(10)}`,
      ),
    ].join('\n'),
  };
}

/** Of the second half of the steps: the first warms code and water up. */
function measure(loops: readonly NamedNetwork[], share: number, seconds: number): HeatBench {
  const taken: number[] = [];
  let short = 0;
  for (let step = 0; step < 2 * STEPS; step++) {
    for (const { net } of loops) {
      const { demandW } = net.inputs;
      for (let i = 0; i < demandW.length; i++) {
        demandW[i] = net.plan.designW[i] * share * (1 + SWING * ((((step + 7 * i) % 40) - 20) / 20));
      }
    }
    const from = performance.now();
    for (const { net } of loops) stepThermalNetwork(net, seconds);
    if (step < STEPS) continue;
    taken.push(performance.now() - from);
    for (const { net } of loops) if (net.flows.short) short++;
  }
  taken.sort((a, b) => a - b);
  let parcels = 0;
  for (const { net } of loops) {
    for (const side of [net.supply, net.back]) for (const count of side.parcels.count) parcels += count;
  }
  return {
    share,
    seconds,
    medianMs: taken[taken.length >> 1],
    p95Ms: taken[Math.floor(0.95 * taken.length)],
    short: short / STEPS,
    parcels,
  };
}
