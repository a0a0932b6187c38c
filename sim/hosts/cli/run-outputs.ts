/** The files that a run's traffic is written to as it goes: each appears whole at the end, or not at all. */
import { resolve } from 'node:path';
import { trafficDomain } from '../../domains/traffic';
import {
  loopsOf,
  observed,
  type TextSink,
  type TrafficObserver,
  writeDetectors,
  writeEdges,
  writeEmissions,
  writeJunctions,
  writeSummary,
  writeTimeDistance,
  writeTrajectories,
  writeTrips,
} from '../../domains/traffic/outputs';
import { problem } from '../../kernel';
import type { AnyDomain } from '../../ports';
import type { CompiledScene } from '../../scene';
import type { Arguments } from './arguments';
import type { Context } from './context';
import { type FileSink, openFileSink } from './file-sink';
import { type FiledProblem, Refusal } from './refusal';

export interface WrittenOutput {
  readonly output: string;
  readonly path: string;
  /** Without the line of names. */
  readonly rows: number;
}

export interface RunOutputs {
  /** The run's domains, its traffic watched where something is to be written. */
  readonly domains: readonly AnyDomain[];
  finish(): readonly WrittenOutput[];
  abandon(): void;
}

const DEFAULT_INTERVAL_S = 300;

export async function openOutputs(
  given: Arguments,
  scene: CompiledScene,
  domains: readonly AnyDomain[],
  context: Context,
): Promise<RunOutputs> {
  const intervalSeconds = given.number('interval') ?? DEFAULT_INTERVAL_S;
  const loops = loopsOf(scene);
  const corridorEdge = scene.elements.edge.slotOf(given.text('corridor') ?? '');
  const writers: Readonly<Record<string, (sink: TextSink) => TrafficObserver>> = {
    trajectories: (sink) => writeTrajectories(sink, given.number('trajectories-every')),
    trips: writeTrips,
    edges: (sink) => writeEdges(sink, intervalSeconds),
    detectors: (sink) => writeDetectors(sink, loops, intervalSeconds),
    emissions: (sink) => writeEmissions(sink, intervalSeconds),
    junctions: writeJunctions,
    summary: writeSummary,
    'time-distance': (sink) => writeTimeDistance(sink, scene, corridorEdge as number),
  };
  const wanted = Object.keys(writers).filter((name) => given.text(name) !== undefined);
  check(given, wanted, loops.length, domains);
  checkCorridor(given, wanted.includes('time-distance'), corridorEdge !== undefined);
  const sinks = new Map<string, FileSink>();
  const abandon = () => {
    for (const sink of sinks.values()) sink.abandon();
  };
  try {
    for (const name of wanted) sinks.set(name, await openFileSink(resolve(context.cwd, given.text(name)!)));
  } catch (error) {
    abandon();
    throw error;
  }
  if (wanted.length === 0) return { domains, finish: () => [], abandon };
  const { domain, observation } = observed(
    trafficDomain,
    wanted.map((name) => writers[name](sinks.get(name)!)),
  );
  return {
    domains: domains.map((each) => (each === trafficDomain ? domain : each)),
    abandon,
    finish() {
      observation.end();
      for (const sink of sinks.values()) sink.finish();
      return [...sinks].map(([output, { path, lines }]) => ({ output, path, rows: Math.max(0, lines - 1) }));
    },
  };
}

function check(given: Arguments, wanted: readonly string[], loops: number, domains: readonly AnyDomain[]): void {
  const problems: FiledProblem[] = [];
  const wrong = (code: string, message: string) => problems.push(problem(code, [], message));
  const named = wanted.map((name) => `--${name}`).join(', ');
  if (wanted.length > 0 && !domains.includes(trafficDomain))
    wrong('call.no-traffic', `${named}: the scenario runs without traffic`);
  if (wanted.includes('detectors') && loops === 0)
    wrong(
      'call.no-detectors',
      '--detectors: the scene has no loops on its lanes (sensors.json); --edges tells of every edge',
    );
  if (given.number('trajectories-every') !== undefined && !wanted.includes('trajectories'))
    wrong('call.useless-option', '--trajectories-every is of no use without --trajectories');
  if (
    given.number('interval') !== undefined &&
    !['edges', 'detectors', 'emissions'].some((name) => wanted.includes(name))
  )
    wrong('call.useless-option', '--interval is of no use without --edges, --detectors or --emissions');
  const paths = wanted.map((name) => given.text(name)!);
  if (new Set(paths).size < paths.length) wrong('call.same-file', `${named}: two of them name the same file`);
  if (problems.length > 0) throw new Refusal(problems);
}

function checkCorridor(given: Arguments, isWanted: boolean, isKnown: boolean): void {
  const edge = given.text('corridor');
  const wrong = (code: string, message: string) => {
    throw new Refusal([problem(code, [], message)]);
  };
  if (edge !== undefined && !isWanted) wrong('call.useless-option', '--corridor is of no use without --time-distance');
  if (isWanted && edge === undefined) wrong('call.no-corridor', '--time-distance needs an edge of it: --corridor EDGE');
  if (isWanted && !isKnown) wrong('call.unknown-edge', `--corridor: met '${edge}', expected an edge of the scene`);
}
