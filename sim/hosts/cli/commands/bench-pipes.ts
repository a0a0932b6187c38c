/** `bench pipes`: a made town's gas network, solved from nothing, from its own answer, and one step of the gas in its pipes. */
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import {
  advanceLinePack,
  createPipeSolver,
  fillLinePack,
  type PipeNetwork,
  type SolveOutcome,
  solveSteady,
} from '../../../networks/pipes';
import { ENGINE_VERSION } from '../../../runtime';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { makeGasTown } from '../gas-town';
import { refuse } from '../refusal';

const TIMES = 15;
const LINE_PACK_STEP_SECONDS = 60;

export interface PipesBench {
  readonly nodes: number;
  readonly links: number;
  readonly iterations: number;
  /** The very first of this process, before the code is hot: plan, factors and solve. */
  readonly firstMs: number;
  /** Plan and solve from nothing, once the code is hot. */
  readonly coldMsMedian: number;
  /** Every demand a tenth more than the solve before, plan kept. */
  readonly warmMsMedian: number;
  readonly linePackMsMedian: number;
}

export async function performPipesBench(given: Arguments, _context: Context): Promise<Answer> {
  if (given.text('scene') !== undefined) throw refuse('call.useless-option', '--scene: of no use with bench pipes');
  const figures = benchPipes(makeGasTown(given.number('seed') ?? 1));
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node };
  const document = { engineVersion: ENGINE_VERSION, machine, figures };
  const text = [
    `gas network of ${figures.nodes} nodes and ${figures.links} links, ${figures.iterations} iterations from nothing`,
    `first     ${figures.firstMs.toFixed(2)} ms, the code being cold too`,
    `cold      ${figures.coldMsMedian.toFixed(2)} ms with the plan of its matrix`,
    `warm      ${figures.warmMsMedian.toFixed(2)} ms after every demand has changed by a tenth`,
    `line-pack ${figures.linePackMsMedian.toFixed(2)} ms a step of ${LINE_PACK_STEP_SECONDS} s`,
  ].join('\n');
  return { document, text };
}

export function benchPipes(network: PipeNetwork): PipesBench {
  const { nodes, links } = network;
  let outcome: SolveOutcome | undefined;
  const cold = () => {
    outcome = solveSteady(createPipeSolver(network));
    if (outcome.state !== 'converged') throw new Error(`the made network ${outcome.state}: ${outcome.reason}`);
  };
  const firstMs = time(cold);
  const coldMsMedian = median(() => time(cold));
  const solver = createPipeSolver(network);
  solveSteady(solver);
  const wanted = nodes.withdrawalKgPerS.slice();
  let more = false;
  const warmMsMedian = median(() => {
    more = !more;
    for (let n = 0; n < nodes.count; n++) nodes.withdrawalKgPerS[n] = wanted[n] * (more ? 1.1 : 1);
    return time(() => solveSteady(solver, 'kept'));
  });
  fillLinePack(solver);
  const linePackMsMedian = median(() => time(() => advanceLinePack(solver, LINE_PACK_STEP_SECONDS)));
  nodes.withdrawalKgPerS.set(wanted);
  return {
    nodes: nodes.count,
    links: links.count,
    iterations: outcome?.iterations ?? 0,
    firstMs,
    coldMsMedian,
    warmMsMedian,
    linePackMsMedian,
  };
}

function time(perform: () => unknown): number {
  const before = performance.now();
  perform();
  return performance.now() - before;
}

function median(measure: () => number): number {
  const found = Array.from({ length: TIMES }, measure).sort((a, b) => a - b);
  return found[Math.floor(TIMES / 2)];
}
