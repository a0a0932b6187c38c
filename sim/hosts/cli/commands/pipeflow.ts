/** `pipeflow`: steady flow in one network of pipes of the pandapipes format, without a scene. */

import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildPandapipesNetwork, type PandapipesCase, readPandapipesCase } from '../../../importers/pandapipes';
import { problem } from '../../../kernel';
import {
  createPipeSolver,
  type FrictionModel,
  LinkState,
  linkVelocityMps,
  type PipeSolver,
  solveSteady,
} from '../../../networks/pipes';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { printProblems } from '../print-problems';
import { readText } from '../read-file';
import { type FiledProblem, inFile, Refusal } from '../refusal';

const BAR = 1e5;
const REPEATS = 20;
const frictions: Readonly<Record<string, FrictionModel>> = {
  nikuradse: 'nikuradse',
  'prandtl-colebrook': 'colebrook',
  gb50028: 'gb50028',
};
const stateNames = ['shut', 'open', 'holding'];

export async function performPipeflow(given: Arguments, context: Context): Promise<Answer> {
  const path = resolve(context.cwd, given.operands[0]);
  const friction = readFriction(given);
  const text = await readText(path);
  const read = text.ok ? readPandapipesCase(text.value) : text;
  if (!read.ok) throw new Refusal(inFile(read.problems, path));
  const network = buildPandapipesNetwork(read.value, friction);
  if (!network.ok) throw new Refusal(inFile(network.problems, path));
  const problems = inFile([...read.warnings, ...network.warnings], path);

  const solver = createPipeSolver(network.value);
  const outcome = solveSteady(solver);
  const ms: number[] = [];
  for (let k = 0; k < (given.number('repeats') ?? REPEATS); k++) {
    const before = performance.now();
    solveSteady(solver);
    ms.push(performance.now() - before);
  }
  ms.sort((a, b) => a - b);
  const { junctions } = read.value;
  // A file's indices as texts, as powerflow answers its buses.
  const names = (nodes: readonly number[]) => nodes.map((n) => String(junctions[n].index));
  const of = flowsOf(read.value, solver);
  const reference = compare(read.value, solver);
  const document = {
    ok: outcome.state !== 'diverged',
    problems,
    state: outcome.state,
    ...(outcome.reason !== undefined && { reason: outcome.reason }),
    iterations: outcome.iterations,
    msMedian: ms[Math.floor(ms.length / 2)],
    junctions: junctions.map(({ index, name }, n) => ({
      id: String(index),
      name,
      pBar: solver.isSupplied[n] !== 0 ? solver.pressurePa[n] / BAR : null,
      servedKgPerS: solver.servedKgPerS[n],
      fedKgPerS: solver.fedKgPerS[n],
    })),
    pipes: of('pipe'),
    valves: of('valve'),
    pumps: of('pump'),
    controls: [...of('press_control'), ...of('flow_control')],
    ...(outcome.islands.length > 0 && { islands: outcome.islands.map(names) }),
    ...(outcome.reason === 'restless-controls' && {
      at: outcome.at.map((i) => ({ table: read.value.links[i].table, id: String(read.value.links[i].index) })),
    }),
    ...(outcome.reason !== undefined && outcome.reason !== 'restless-controls' && { at: names(outcome.at) }),
    ...(reference && { reference }),
  };
  return { document, text: wordsOf(document, path), exitCode: outcome.state === 'diverged' ? 1 : 0 };
}

function readFriction(given: Arguments): FrictionModel | undefined {
  const name = given.text('friction');
  if (name === undefined) return undefined;
  if (Object.hasOwn(frictions, name)) return frictions[name];
  const message = `--friction: met ${JSON.stringify(name.slice(0, 80))}, expected one of ${Object.keys(frictions).join(', ')}`;
  throw new Refusal([problem('call.bad-value', [], message)]);
}

function flowsOf({ links, junctions }: PandapipesCase, solver: PipeSolver) {
  const pBar = (n: number) => (solver.isSupplied[n] !== 0 ? solver.pressurePa[n] / BAR : null);
  return (table: PandapipesCase['links'][number]['table']) =>
    links.flatMap((link, i) => {
      if (link.table !== table) return [];
      const isOpen = solver.network.links.isOpen[i] !== 0;
      return [
        {
          id: String(link.index),
          name: link.name,
          from: String(junctions[link.from].index),
          to: String(junctions[link.to].index),
          massFlowKgPerS: solver.state.massFlowKgPerS[i],
          velocityMps: linkVelocityMps(solver, i),
          pFromBar: pBar(link.from),
          pToBar: pBar(link.to),
          state: stateNames[isOpen ? solver.state.linkState[i] : LinkState.shut],
        },
      ];
    });
}

/** Against what somebody else found, where the file has that. */
function compare({ junctions, links }: PandapipesCase, solver: PipeSolver) {
  let pressureRelative = 0;
  let velocityMps = 0;
  let pressures = 0;
  junctions.forEach(({ stanetBar }, n) => {
    if (stanetBar === undefined || stanetBar === 0) return;
    pressures++;
    pressureRelative = Math.max(pressureRelative, Math.abs(solver.pressurePa[n] / BAR / stanetBar - 1));
  });
  links.forEach(({ stanetMps }, i) => {
    if (stanetMps === undefined) return;
    velocityMps = Math.max(velocityMps, Math.abs(linkVelocityMps(solver, i) - stanetMps));
  });
  return pressures === 0 ? undefined : { pressures, pressureRelative, velocityMps };
}

function wordsOf(
  document: {
    problems: readonly FiledProblem[];
    state: string;
    reason?: string;
    iterations: number;
    msMedian: number;
    junctions: readonly { id: string; name: string | undefined; pBar: number | null }[];
    pipes: readonly { id: string; name: string | undefined; massFlowKgPerS: number; velocityMps: number }[];
    islands?: readonly (readonly string[])[];
    reference?: { pressureRelative: number; velocityMps: number };
  },
  path: string,
): string {
  const { islands, reference } = document;
  const named = (id: string, name: string | undefined) => `${id}${name === undefined ? '' : ` ${name}`}`.padEnd(28);
  const lines = [
    `${path}: ${document.state}${document.reason === undefined ? '' : ` (${document.reason})`} after ${document.iterations} iterations, ${document.msMedian.toFixed(3)} ms`,
    ...document.junctions.map(
      ({ id, name, pBar }) => `${named(id, name)} ${pBar === null ? 'dead' : `${pBar.toFixed(4)} bar`}`,
    ),
    ...document.pipes.map(
      ({ id, name, massFlowKgPerS, velocityMps }) =>
        `${named(id, name)} ${massFlowKgPerS.toPrecision(6)} kg/s, ${velocityMps.toFixed(4)} m/s`,
    ),
  ];
  if (islands !== undefined) lines.push(...islands.map((island) => `without supply: ${island.join(', ')}`));
  if (reference !== undefined) {
    lines.push(
      `against STANET: pressures within ${reference.pressureRelative.toExponential(1)} relatively, velocities within ${reference.velocityMps.toFixed(4)} m/s`,
    );
  }
  return `${printProblems(document.problems)}${lines.join('\n')}`;
}
