/** `assign`: user equilibrium or system optimum of a network of the TNTP format. */

import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { readTntpFlows, readTntpNetwork, readTntpTrips, type TntpNetwork } from '../../../importers/tntp';
import { ln, type Problem, problem, type Result, warning } from '../../../kernel';
import {
  type Assignment,
  type AssignmentProblem,
  type AssignmentSettings,
  beckmann,
  DEFAULT_GAP,
  DEFAULT_ITERATIONS,
  equilibrate,
  type Objective,
  totalCost,
} from '../../../studies/assignment';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { printProblems } from '../print-problems';
import { readText } from '../read-file';
import { type FiledProblem, Interrupted, inFile, Refusal } from '../refusal';
import { problemOfTntp } from '../tntp-problem';
import { writeWhole } from '../write-file';

const MOST_LISTED_PAIRS = 100;

export async function performAssign(given: Arguments, context: Context): Promise<Answer> {
  const settings = readSettings(given);
  const [networkPath, tripsPath] = given.operands.map((name) => resolve(context.cwd, name));
  const warnings: FiledProblem[] = [];
  const network = await read(networkPath, readTntpNetwork, warnings);
  const trips = await read(tripsPath, readTntpTrips, warnings);
  const built = problemOfTntp(network, trips, { toll: settings.tollWeight, length: settings.lengthWeight });
  if (!built.ok) throw new Refusal(inFile(built.problems, networkPath));
  warnings.push(...inFile(built.warnings, tripsPath));

  const began = performance.now();
  const result = await solve(built.value, settings, context);
  const seconds = (performance.now() - began) / 1000;
  warnings.push(...inFile(unreached(built.value, result), tripsPath));

  const flows = given.text('flows');
  if (flows !== undefined) await writeWhole(resolve(context.cwd, flows), flowsCsv(network, result));
  const against = given.text('against');
  const reference =
    against === undefined
      ? undefined
      : await compare(resolve(context.cwd, against), network, built.value, result, warnings);
  const document = {
    ok: true,
    problems: warnings,
    network: { zones: network.zoneCount, nodes: network.nodeCount, links: network.linkCount },
    trips: { total: trips.total, assigned: result.assignedTrips, withinZones: built.value.innerTrips },
    objective: result.objective,
    converged: result.ended === 'gap',
    iterations: result.iteration,
    relativeGap: result.relativeGap,
    averageExcessCost: result.averageExcess,
    tstt: result.totalCost,
    beckmann: result.beckmann,
    seconds,
    ...(reference && { reference }),
    links: Array.from(network.initNode, (from, i) => ({
      from,
      to: network.termNode[i],
      flow: result.linkFlow[i],
      cost: result.linkCost[i],
    })),
  };
  return { document, text: wordsOf(document, settings), exitCode: document.converged ? 0 : 1 };
}

interface Settings extends AssignmentSettings {
  readonly objective: Objective;
  readonly relativeGap: number;
  readonly tollWeight: number | undefined;
  readonly lengthWeight: number | undefined;
}

function readSettings(given: Arguments): Settings {
  const problems: Problem[] = [];
  const number = (name: string, sound: (value: number) => boolean, expected: string): number | undefined => {
    const written = given.text(name);
    if (written === undefined) return undefined;
    const value = /^(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(written) ? Number(written) : Number.NaN;
    if (sound(value)) return value;
    const met = JSON.stringify(written.slice(0, 80));
    problems.push(problem('call.bad-value', [], `--${name}: met ${met}, expected ${expected}`));
    return undefined;
  };
  const isWeight = (value: number) => Number.isFinite(value) && value >= 0;
  const relativeGap = number('gap', (value) => value > 0 && value < 1, 'a number between 0 and 1, such as 1e-6');
  const tollWeight = number('toll-weight', isWeight, 'a number from 0');
  const lengthWeight = number('length-weight', isWeight, 'a number from 0');
  const objective = given.text('objective') ?? 'user';
  if (objective !== 'user' && objective !== 'system') {
    const met = JSON.stringify(objective.slice(0, 80));
    problems.push(problem('call.bad-value', [], `--objective: met ${met}, expected user or system`));
  }
  if (problems.length > 0) throw new Refusal(problems);
  return {
    objective: objective as Objective,
    relativeGap: relativeGap ?? DEFAULT_GAP,
    mostIterations: given.number('iterations') ?? DEFAULT_ITERATIONS,
    tollWeight,
    lengthWeight,
  };
}

async function read<T>(path: string, parse: (text: string) => Result<T>, warnings: FiledProblem[]): Promise<T> {
  const text = await readText(path);
  const parsed = text.ok ? parse(text.value) : text;
  if (!parsed.ok) throw new Refusal(inFile(parsed.problems, path));
  warnings.push(...inFile(parsed.warnings, path));
  return parsed.value;
}

/** Lets others have the thread between slices of work: the bar moves and Ctrl-C is heard. */
async function solve(problem: AssignmentProblem, settings: Settings, context: Context): Promise<Assignment> {
  const work = equilibrate(problem, settings);
  let firstGap: number | undefined;
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    const { figures, shareOfIteration } = next.value;
    if (figures === undefined) context.progress.show(0, `first ways, ${(100 * shareOfIteration).toFixed(0)} %`);
    else {
      const gap = Math.max(figures.relativeGap, settings.relativeGap);
      firstGap ??= gap;
      const share = firstGap > settings.relativeGap ? ln(firstGap / gap) / ln(firstGap / settings.relativeGap) : 1;
      context.progress.show(
        share,
        `iteration ${figures.iteration}, relative gap ${figures.relativeGap.toExponential(1)}`,
      );
    }
    await new Promise((resume) => setImmediate(resume));
    if (context.signal.aborted) throw new Interrupted();
  }
}

function unreached(of: AssignmentProblem, { unreachedPairs }: Assignment): Problem[] {
  const listed = Array.from(unreachedPairs.subarray(0, MOST_LISTED_PAIRS), (pair) => {
    const path = [`origin ${of.pairOrigin[pair] + 1}`, `destination ${of.pairDestination[pair] + 1}`];
    return warning('assignment.unreached', path, `no way leads there; ${of.pairTrips[pair]} trips are left out`);
  });
  const more = unreachedPairs.length - listed.length;
  if (more > 0) listed.push(warning('assignment.unreached', [], `${more} more pairs have no way`));
  return listed;
}

/** RFC 4180, a row a link, in the order of the network file. */
function flowsCsv({ initNode, termNode }: TntpNetwork, { linkFlow, linkCost }: Assignment): string {
  const rows = Array.from(initNode, (from, i) => `${from},${termNode[i]},${linkFlow[i]},${linkCost[i]}`);
  return `${['from,to,flow,cost', ...rows].join('\r\n')}\r\n`;
}

/** How far a solution of somebody else's lies from this one. */
async function compare(
  path: string,
  { initNode, termNode }: TntpNetwork,
  of: AssignmentProblem,
  result: Assignment,
  warnings: FiledProblem[],
) {
  const theirs = await read(path, readTntpFlows, warnings);
  const volumes = new Map<string, number[]>();
  theirs.volume.forEach((volume, row) => {
    const key = `${theirs.from[row]}>${theirs.to[row]}`;
    volumes.set(key, [...(volumes.get(key) ?? []), volume]);
  });
  let absent = 0;
  // Links between the same two nodes stand in the same order in both files.
  const flow = Float64Array.from(initNode, (from, i) => {
    const volume = volumes.get(`${from}>${termNode[i]}`)?.shift();
    if (volume === undefined) absent++;
    return volume ?? 0;
  });
  if (absent > 0) {
    const message = `${absent} links of the network have no row here; they are taken as empty`;
    warnings.push(...inFile([warning('tntp.flow-absent', [], message)], path));
  }
  let greatestDifference = 0;
  flow.forEach((volume, i) => {
    greatestDifference = Math.max(greatestDifference, Math.abs(volume - result.linkFlow[i]));
  });
  return { greatestDifference, tstt: totalCost(of, flow), beckmann: beckmann(of, flow) };
}

function wordsOf(
  document: {
    problems: readonly FiledProblem[];
    network: { zones: number; nodes: number; links: number };
    trips: { total: number; assigned: number; withinZones: number };
    objective: Objective;
    converged: boolean;
    iterations: number;
    relativeGap: number;
    averageExcessCost: number;
    tstt: number;
    beckmann: number;
    seconds: number;
    reference?: { greatestDifference: number; tstt: number; beckmann: number };
  },
  { relativeGap }: Settings,
): string {
  const { network, trips, reference } = document;
  const sought = document.objective === 'user' ? 'user equilibrium' : 'system optimum';
  const lines = [
    `${network.zones} zones, ${network.nodes} nodes, ${network.links} links; ${trips.assigned} of ${trips.total} trips assigned, ${trips.withinZones} within zones`,
    `${sought}${document.converged ? '' : ` NOT reached to ${relativeGap}`}: relative gap ${document.relativeGap.toExponential(3)}, average excess ${document.averageExcessCost.toExponential(3)}, after ${document.iterations} iterations and ${document.seconds.toFixed(2)} s`,
    `total cost ${document.tstt}`,
    `Beckmann   ${document.beckmann}`,
  ];
  if (reference) {
    lines.push(
      `theirs: total cost ${reference.tstt}, Beckmann ${reference.beckmann}, greatest difference of a link ${reference.greatestDifference}`,
    );
  }
  return `${printProblems(document.problems)}${lines.join('\n')}`;
}
