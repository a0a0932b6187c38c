/** `bench power`: power flows of made networks, each step of it: planning, a solve from its own start, one from the last. */
import { cpus } from 'node:os';
import { performance } from 'node:perf_hooks';
import { createPowerFlow, type Method, type PowerNetwork, screenOutages } from '../../../networks/power';
import { ENGINE_VERSION } from '../../../runtime';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { meshedNetwork, radialNetwork } from '../power/made-networks';
import { Failure, Interrupted, refuse } from '../refusal';

const DEFAULT_SEED = 7;

interface PowerBench {
  readonly name: string;
  readonly method: Method;
  readonly solves: number;
  make(seed: number): PowerNetwork;
}

const benches: readonly PowerBench[] = [
  { name: 'radial-33', method: 'sweep', solves: 4_000, make: (seed) => radialNetwork(33, seed) },
  { name: 'radial-1232', method: 'sweep', solves: 1_000, make: (seed) => radialNetwork(1_232, seed, { sources: 2 }) },
  { name: 'radial-10000', method: 'sweep', solves: 200, make: (seed) => radialNetwork(10_000, seed) },
  { name: 'radial-10000-newton', method: 'newton', solves: 60, make: (seed) => radialNetwork(10_000, seed) },
  { name: 'mesh-118', method: 'newton', solves: 2_000, make: (seed) => meshedNetwork(118, seed) },
  { name: 'mesh-1354', method: 'newton', solves: 200, make: (seed) => meshedNetwork(1_354, seed, 0.3) },
  { name: 'mesh-2869', method: 'newton', solves: 100, make: (seed) => meshedNetwork(2_869, seed, 0.3) },
  { name: 'mesh-13659', method: 'newton', solves: 30, make: (seed) => meshedNetwork(13_659, seed, 0.3) },
];

export async function performPowerBench(given: Arguments, context: Context): Promise<Answer> {
  if (given.text('scene') !== undefined) throw refuse('call.useless-option', '--scene: of no use with bench power');
  const seed = given.number('seed') ?? DEFAULT_SEED;
  const figures: Record<string, ReturnType<typeof measure>> = {};
  for (const [index, bench] of benches.entries()) {
    context.progress.show(index / benches.length, bench.name);
    figures[bench.name] = measure(bench, seed);
    await new Promise((resume) => setImmediate(resume));
    if (context.signal.aborted) throw new Interrupted();
  }
  const screening = measureScreening(seed);
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node };
  const lines = Object.entries(figures).map(
    ([name, { buses, branches, firstMs, coldMs, warmMs, iterations }]) =>
      `${name.padEnd(20)} ${String(buses).padStart(6)} ${String(branches).padStart(6)} ${firstMs.toFixed(1).padStart(8)} ${coldMs.toFixed(4).padStart(9)} ${warmMs.toFixed(4).padStart(9)} ${String(iterations).padStart(4)}`,
  );
  return {
    document: { engineVersion: ENGINE_VERSION, machine, seed, figures, screening },
    text: [
      `${'network'.padEnd(20)}  buses  lines first ms   cold ms   warm ms  its   (medians; warm: from the last solution, loads 0.1 % higher)`,
      ...lines,
      `${screening.outages} outages of mesh-118: ${screening.ms.toFixed(0)} ms`,
    ].join('\n'),
  };
}

function measure({ name, method, solves, make }: PowerBench, seed: number) {
  const network = make(seed);
  const began = performance.now();
  const flow = createPowerFlow(network);
  const outcome = flow.solve({ method });
  const firstMs = performance.now() - began;
  if (outcome.state !== 'converged') throw new Failure([{ ...unsolved, message: `${name}: ${outcome.state}` }]);
  const coldMs = median(solves, () => flow.solve({ method }));
  let grown = 1;
  const warmMs = median(solves, () => {
    // To and fro, so that the load never wanders off.
    const by = grown > 1 ? 1 / 1.001 : 1.001;
    grown *= by;
    for (let i = 0; i < network.busCount; i++) network.loadP[i] *= by;
    flow.solve({ method, start: 'last' });
  });
  const { busCount: buses, branchCount: branches } = network;
  return { buses, branches, method, iterations: outcome.iterations, firstMs, coldMs, warmMs };
}

const unsolved = { severity: 'error', code: 'bench.unsolved', path: [] } as const;

function measureScreening(seed: number) {
  const network = meshedNetwork(118, seed);
  const began = performance.now();
  const outages = [...screenOutages(network)].length;
  return { outages, ms: performance.now() - began };
}

/** Of the second half: the first warms the code up. */
function median(times: number, perform: () => void): number {
  const taken: number[] = [];
  for (let k = 0; k < 2 * times; k++) {
    const from = performance.now();
    perform();
    if (k >= times) taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[times >> 1];
}
