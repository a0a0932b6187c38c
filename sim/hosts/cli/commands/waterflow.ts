/** `waterflow`: heads and flows of a network of EPANET's format over its whole period, without a scene. */
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type InpFile, isUsual, M3_PER_S, pressureM, pressureUnit, readInp } from '../../../importers/epanet';
import { type Problem, problem } from '../../../kernel';
import {
  type Burst,
  EngineRefusal,
  type ExtendedPeriod,
  type Moment,
  runExtendedPeriod,
} from '../../hydraulics/extended-period';
import { loadEpanetInNode } from '../../hydraulics/load-in-node';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { printProblems } from '../print-problems';
import { readInpText } from '../read-inp-text';
import { Failure, type FiledProblem, inFile, Refusal } from '../refusal';

const DISCHARGE = 0.6;
const GRAVITY_MPS2 = 9.81;
/** What a file is given that says nothing of it: 20 psi, the least that American rules let mains fall to in a fire. */
const SERVICE_PRESSURE_M = 14.06;
const DECIMALS = 1e6;

interface Hole extends Burst {
  readonly diameterMm: number;
}

export async function performWaterflow(given: Arguments, context: Context): Promise<Answer> {
  const path = resolve(context.cwd, given.operands[0]);
  const text = await readInpText(path);
  const read = readInp(text);
  if (!read.ok) throw new Refusal(inFile(read.problems, path));
  const { options } = read.value;
  const holes = readHoles(given.text('burst'), read.value);
  const pressureDriven = given.flag('pressure-driven')
    ? options.pressureDriven
      ? { least: options.minimumPressure, service: options.requiredPressure }
      : { least: 0, service: SERVICE_PRESSURE_M / pressureM(options) }
    : undefined;
  const engine = await loadEpanetInNode();
  let period: ExtendedPeriod;
  try {
    period = runExtendedPeriod(engine, text, { bursts: holes, pressureDriven }, () => performance.now());
  } catch (error) {
    if (!(error instanceof EngineRefusal)) throw error;
    const problems = inFile(problemsOf(error, text), path);
    throw error.whileReading ? new Refusal(problems) : new Failure(problems);
  }
  const { nodes, links, moments, unbalanced, solveMs } = period;
  const problems = inFile(read.warnings, path);
  const document = {
    ok: true,
    problems,
    units: {
      flow: options.units,
      head: isUsual(options) ? 'ft' : 'm',
      pressure: { PSI: 'psi', KPA: 'kPa', METERS: 'm', BAR: 'bar', FEET: 'ft' }[pressureUnit(options)],
    },
    nodes: nodes.length,
    links: links.length,
    msPerStep: solveMs / moments.length,
    ...(unbalanced.length > 0 && { unbalancedAtSeconds: unbalanced }),
    ...(holes.length > 0 && {
      bursts: holes.map(({ node, diameterMm, coefficient }) => ({ node, diameterMm, coefficient })),
    }),
    // Made one after the other as they are written: all of a large network's at once would fill the memory.
    steps: moments.map((moment) => ({ toJSON: () => stepOf(moment, period, holes) })),
  };
  return { document, text: wordsOf(document, period, holes, path) };
}

/** '117:100' or several between commas: a hole of so many millimetres at a junction. */
function readHoles(text: string | undefined, { junctions, options }: InpFile): Hole[] {
  if (text === undefined) return [];
  const problems: Problem[] = [];
  const wrong = (message: string) => problems.push(problem('call.bad-value', [], `--burst: ${message}`));
  const byId = new Map(junctions.map((each) => [each.id, each]));
  const holes = text.split(',').flatMap((part): Hole[] => {
    const at = part.lastIndexOf(':');
    const [node, written] = [part.slice(0, at), part.slice(at + 1)];
    const diameterMm = Number(written);
    const junction = byId.get(node);
    if (at < 1 || !(diameterMm > 0 && diameterMm <= 5_000)) {
      wrong(`met ${JSON.stringify(part.slice(0, 80))}, expected a junction and millimetres, as 117:100`);
    } else if (junction === undefined) wrong(`there is no junction ${JSON.stringify(node.slice(0, 80))}`);
    else return [{ node, diameterMm, coefficient: junction.emitter + coefficientOf(diameterMm, options) }];
    return [];
  });
  if (holes.length > 0 && options.emitterExponent !== 0.5) {
    wrong(`the file's emitters have the exponent ${options.emitterExponent}, expected 0.5 as a hole has it`);
  }
  if (problems.length > 0) throw new Refusal(problems);
  return holes;
}

/** Cd·A·√(2g) at one unit of pressure, in the file's units of flow. */
function coefficientOf(diameterMm: number, options: InpFile['options']): number {
  const diameterM = diameterMm / 1_000;
  const areaM2 = (Math.PI * diameterM * diameterM) / 4;
  return (DISCHARGE * areaM2 * Math.sqrt(2 * GRAVITY_MPS2 * pressureM(options))) / M3_PER_S[options.units];
}

const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS;

function stepOf(
  { seconds, headOf, flowOf, pressureOf, demandOf }: Moment,
  { nodes, links }: ExtendedPeriod,
  holes: readonly Hole[],
) {
  const heads: Record<string, number> = {};
  const flows: Record<string, number> = {};
  nodes.forEach((id, n) => {
    heads[id] = rounded(headOf[n]);
  });
  links.forEach((id, i) => {
    flows[id] = rounded(flowOf[i]);
  });
  if (holes.length === 0) return { seconds, heads, flows };
  const bursts = Object.fromEntries(
    holes.map(({ node, coefficient }) => {
      const n = nodes.indexOf(node);
      const escaping = coefficient * Math.sqrt(Math.max(0, pressureOf[n]));
      return [node, { pressure: rounded(pressureOf[n]), outflow: rounded(demandOf[n]), escaping: rounded(escaping) }];
    }),
  );
  return { seconds, heads, flows, bursts };
}

/** The engine writes the line that it stumbled over into its report. */
function problemsOf({ code, message, report }: EngineRefusal, text: string): Problem[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
  const told = report.split('\n').map((line) => line.trim());
  const found = told.flatMap((line, at) => {
    const said = /^Error (\d+)[:\s-]*(.*)$/i.exec(line);
    if (said === null) return [];
    const next = told.slice(at + 1, at + 3).find((each) => each !== '' && lines.includes(each));
    const path = next === undefined ? [] : ['line', lines.indexOf(next) + 1];
    return [problem(`epanet.error-${said[1]}`, path, said[2] || message)];
  });
  // 200 says no more than that there are others.
  const precise = found.filter((each) => each.code !== 'epanet.error-200');
  return precise.length > 0 ? precise : [problem(`epanet.error-${code}`, [], message)];
}

function wordsOf(
  document: {
    problems: readonly FiledProblem[];
    units: { flow: string; head: string; pressure: string };
    msPerStep: number;
  },
  { nodes, links, moments, unbalanced }: ExtendedPeriod,
  holes: readonly Hole[],
  path: string,
): string {
  const { units } = document;
  const [first] = moments;
  const last = moments[moments.length - 1];
  const lines = [
    `${path}: ${nodes.length} nodes, ${links.length} links; ${moments.length} steps to ${(last.seconds / 3_600).toFixed(2)} h, ${document.msPerStep.toFixed(3)} ms each`,
  ];
  if (unbalanced.length > 0)
    lines.push(`not balanced at ${unbalanced.length} of them, the first at ${unbalanced[0]} s`);
  for (const { node, diameterMm } of holes) {
    const n = nodes.indexOf(node);
    lines.push(
      `${diameterMm} mm at ${node}, at the start: ${first.pressureOf[n].toFixed(3)} ${units.pressure}, ${first.demandOf[n].toFixed(1)} ${units.flow} drawn and lost`,
    );
  }
  for (const { name, moment } of [
    { name: 'start', moment: first },
    { name: 'end', moment: last },
  ]) {
    let lowest = 0;
    for (let n = 1; n < nodes.length; n++) if (moment.pressureOf[n] < moment.pressureOf[lowest]) lowest = n;
    lines.push(
      `${name}: lowest pressure ${moment.pressureOf[lowest].toFixed(2)} ${units.pressure} at ${nodes[lowest]}`,
    );
  }
  return `${printProblems(document.problems)}${lines.join('\n')}`;
}
