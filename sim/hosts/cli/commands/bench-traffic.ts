/**
 * `bench traffic`: the same networks and vehicles driven by SUMO and by this engine, each in a process of its own that
 * is measured as a whole, loading included. Mean speed is that of everyone on the road, over the second half's steps.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { problem } from '../../../kernel';
import { ENGINE_VERSION } from '../../../runtime';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { type MeasuredProcess, measureProcess } from '../measured-process';
import { Refusal, refuse } from '../refusal';

const DEFAULT_CASES = ['g10_500', 'g10_2000', 'g20_8000', 'g20_20000'];
const DEFAULT_UNTIL_S = 900;
const STEP_SECONDS = 0.5;
/** Beside a checkout; it makes the same files byte for byte wherever SUMO's programs are installed. */
const MAKER = '../shared/tools/sumo-bench.sh';

interface Side {
  readonly updates: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly updatesPerCpuSecond: number;
  readonly meanSpeedMps: number;
  readonly arrived: number;
}

interface OurSide extends Side {
  readonly importSeconds: number;
  readonly realTimeFactor: number;
  readonly peakRssMb: number;
  readonly diverted: number;
  readonly stuck: number;
  readonly letThrough: number;
  readonly removed: number;
}

interface SumoSide extends Side {
  readonly version: string;
  readonly seeds: number;
  readonly meanSpeedsMps: readonly number[];
  readonly teleports: number;
}

export interface TrafficBenchCase {
  readonly name: string;
  readonly ours: OurSide;
  /** Null where SUMO is not installed. */
  readonly sumo: SumoSide | null;
  /** Updates per second of processor time, ours over SUMO's. */
  readonly ratio: number | null;
  /** Mean speed, ours over SUMO's, less one. */
  readonly speedDifference: number | null;
}

export async function performTrafficBench(given: Arguments, context: Context): Promise<Answer> {
  const names = given.text('cases')?.split(/[\s,]+/) ?? DEFAULT_CASES;
  const untilSeconds = given.number('until') ?? DEFAULT_UNTIL_S;
  const seeds = given.number('sumo-seeds') ?? 1;
  const turns = given.number('turns') ?? 1;
  const files = await findFiles(given, names, context);
  const scratch = await mkdtemp(join(tmpdir(), 'cityloom-bench-'));
  try {
    const cases: TrafficBenchCase[] = [];
    for (const [index, name] of names.entries()) {
      context.progress.show(index / names.length, name);
      const folder = join(scratch, name);
      await mkdir(folder);
      cases.push(await measureCase({ name, files, folder, untilSeconds, seeds, turns }, context));
    }
    const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node };
    const document = { engineVersion: ENGINE_VERSION, machine, untilSeconds, stepSeconds: STEP_SECONDS, cases };
    return { document, text: tableOf(cases, untilSeconds) };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A folder of nets and routes: the one that is given, or made once by the script beside the checkout. */
async function findFiles(given: Arguments, names: readonly string[], context: Context): Promise<string> {
  const told = given.text('files');
  const folder = told === undefined ? join(context.root, '.cache/bench-traffic') : resolve(context.cwd, told);
  const missing = () => names.flatMap(filesOf).filter((name) => !existsSync(join(folder, name)));
  if (missing().length > 0 && told === undefined) {
    const maker = join(context.root, MAKER);
    if (!existsSync(maker)) {
      const message = `no files to measure with: ${MAKER} lies not beside this checkout; --files DIR names a folder that has ${missing().join(', ')}`;
      throw refuse('bench.no-files', message);
    }
    context.log('making networks and routes with SUMO’s programs …');
    await mkdir(folder, { recursive: true });
    await measureProcess('bash', [maker, folder, 'gen'], folder, context.signal);
  }
  if (missing().length > 0) {
    throw new Refusal(
      missing().map((name) => problem('bench.no-files', [], `expected ${name} in ${folder}, found none`)),
    );
  }
  return folder;
}

function filesOf(name: string): string[] {
  const grid = `g${name.replace(/^[gr]/, '').split('_')[0]}`;
  return [`${grid}.net.xml.gz`, 'idm.add.xml', `${name}.rou.xml.gz`];
}

interface Case {
  readonly name: string;
  readonly files: string;
  readonly folder: string;
  readonly untilSeconds: number;
  readonly seeds: number;
  readonly turns: number;
}

async function measureCase(of: Case, context: Context): Promise<TrafficBenchCase> {
  await writeFile(join(of.folder, 'bench.sumocfg'), configOf(of));
  let ours = await measureOurs(of, context);
  let sumo = await measureSumo(of, context);
  // Whatever else the machine does only ever makes a run longer: of several the shortest says most.
  for (let turn = 1; turn < of.turns; turn++) {
    ours = faster(ours, await measureOurs(of, context));
    if (sumo !== null) sumo = faster(sumo, (await measureSumo(of, context)) ?? sumo);
  }
  return {
    name: of.name,
    ours,
    sumo,
    ratio: sumo === null ? null : ours.updatesPerCpuSecond / sumo.updatesPerCpuSecond,
    speedDifference: sumo === null ? null : ours.meanSpeedMps / sumo.meanSpeedMps - 1,
  };
}

function faster<S extends Side>(one: S, other: S): S {
  return other.cpuSeconds < one.cpuSeconds ? other : one;
}

/** Both read it: SUMO itself, and our importer. */
function configOf({ name, files, untilSeconds }: Case): string {
  const [net, types, routes] = filesOf(name).map((file) => join(files, file));
  return `<configuration>
  <input><net-file value="${net}"/><route-files value="${routes}"/><additional-files value="${types}"/></input>
  <time><begin value="0"/><end value="${untilSeconds}"/><step-length value="${STEP_SECONDS}"/></time>
  <processing><step-method.ballistic value="true"/><time-to-teleport value="300"/></processing>
</configuration>
`;
}

async function measureOurs({ folder, untilSeconds }: Case, context: Context): Promise<OurSide> {
  const cityloom = (words: readonly string[]) =>
    measureProcess(process.execPath, [process.argv[1], ...words], folder, context.signal);
  const scene = join(folder, 'scene');
  const imported = (await cityloom(['import', 'sumo', 'bench.sumocfg', '--out', scene])) as MeasuredProcess;
  const words = ['run', scene, '--until', String(untilSeconds), '--seed', '42', '--summary', 'ours.csv', '--json'];
  const ran = (await cityloom(words)) as MeasuredProcess;
  const { performance, totals } = JSON.parse(ran.stdout);
  return {
    updates: performance.vehicleUpdates,
    cpuSeconds: ran.cpuSeconds,
    wallSeconds: ran.wallSeconds,
    updatesPerCpuSecond: performance.vehicleUpdates / ran.cpuSeconds,
    meanSpeedMps: secondHalf(csvRows(await readFile(join(folder, 'ours.csv'), 'utf8')), untilSeconds),
    arrived: totals['traffic.trips-arrived'].value,
    importSeconds: imported.cpuSeconds,
    realTimeFactor: performance.realTimeFactor,
    peakRssMb: performance.peakRssMb,
    diverted: totals['traffic.trips-diverted'].value,
    stuck: totals['traffic.trips-stuck'].value,
    letThrough: totals['traffic.trips-let-through'].value,
    removed:
      totals['traffic.trips-inserted'].value -
      totals['traffic.trips-arrived'].value -
      totals['traffic.trips-running'].value,
  };
}

async function measureSumo({ folder, untilSeconds, seeds }: Case, context: Context): Promise<SumoSide | null> {
  const runs: (Side & { readonly version: string; readonly teleports: number })[] = [];
  for (let seed = 42; seed < 42 + seeds; seed++) {
    const outputs = ['--summary-output', 'summary.xml', '--statistic-output', 'statistics.xml'];
    const quiet = ['--no-step-log', '--no-warnings', '--xml-validation', 'never'];
    const words = ['-c', 'bench.sumocfg', '--seed', String(seed), ...quiet, ...outputs];
    const ran = await measureProcess('sumo', words, folder, context.signal);
    if (ran === undefined) {
      context.log('SUMO is not installed here: ours alone is measured');
      return null;
    }
    const steps = summarySteps(await readFile(join(folder, 'summary.xml'), 'utf8'));
    const statistics = await readFile(join(folder, 'statistics.xml'), 'utf8');
    const updates = steps.reduce((sum, { running }) => sum + running, 0);
    runs.push({
      updates,
      cpuSeconds: ran.cpuSeconds,
      wallSeconds: ran.wallSeconds,
      updatesPerCpuSecond: updates / ran.cpuSeconds,
      meanSpeedMps: secondHalf(steps, untilSeconds),
      arrived: steps.at(-1)?.arrived ?? 0,
      teleports: Number(/<teleports total="(\d+)"/.exec(statistics)?.[1] ?? Number.NaN),
      version: /SUMO sumo Version (\S+)/i.exec(statistics)?.[1] ?? 'unknown',
    });
  }
  const mean = (of: (run: (typeof runs)[number]) => number) =>
    runs.reduce((sum, run) => sum + of(run), 0) / runs.length;
  const updates = mean((run) => run.updates);
  const cpuSeconds = mean((run) => run.cpuSeconds);
  return {
    version: runs[0].version,
    seeds,
    updates,
    cpuSeconds,
    wallSeconds: mean((run) => run.wallSeconds),
    updatesPerCpuSecond: updates / cpuSeconds,
    meanSpeedMps: mean((run) => run.meanSpeedMps),
    meanSpeedsMps: runs.map((run) => run.meanSpeedMps),
    arrived: mean((run) => run.arrived),
    teleports: mean((run) => run.teleports),
  };
}

interface SummaryStep {
  readonly seconds: number;
  readonly running: number;
  readonly arrived: number;
  /** NaN where nobody is on the road. */
  readonly meanSpeedMps: number;
}

function summarySteps(xml: string): SummaryStep[] {
  return [...xml.matchAll(/<step ([^>]*)\/>/g)].map(([, attributes]) => {
    const read = (name: string) => Number(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? Number.NaN);
    const speed = read('meanSpeed');
    return {
      seconds: read('time'),
      running: read('running'),
      arrived: read('arrived'),
      meanSpeedMps: speed >= 0 ? speed : Number.NaN,
    };
  });
}

function csvRows(text: string): SummaryStep[] {
  const [names, ...lines] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  const at = (fields: readonly string[], name: string) => {
    const field = fields[names.indexOf(name)];
    return field === '' ? Number.NaN : Number(field);
  };
  return lines.map((fields) => ({
    seconds: at(fields, 'seconds'),
    running: at(fields, 'running'),
    arrived: at(fields, 'arrived'),
    meanSpeedMps: at(fields, 'mean_speed_mps'),
  }));
}

function secondHalf(steps: readonly SummaryStep[], untilSeconds: number): number {
  const half = steps.filter(({ seconds, meanSpeedMps }) => seconds > untilSeconds / 2 && !Number.isNaN(meanSpeedMps));
  return half.reduce((sum, { meanSpeedMps }) => sum + meanSpeedMps, 0) / half.length;
}

function tableOf(cases: readonly TrafficBenchCase[], untilSeconds: number): string {
  const head = [
    'case',
    'ours/s',
    'SUMO/s',
    'ratio',
    'ours m/s',
    'SUMO m/s',
    'diff',
    'ours CPU s',
    'SUMO CPU s',
    'RSS MB',
  ];
  const figure = (value: number | null | undefined, digits: number) =>
    value === null || value === undefined ? '–' : value.toFixed(digits);
  const rows = cases.map(({ name, ours, sumo, ratio, speedDifference }) => [
    name,
    figure(ours.updatesPerCpuSecond, 0),
    figure(sumo?.updatesPerCpuSecond, 0),
    figure(ratio, 2),
    figure(ours.meanSpeedMps, 3),
    figure(sumo?.meanSpeedMps, 3),
    speedDifference === null ? '–' : `${(100 * speedDifference).toFixed(1)} %`,
    figure(ours.cpuSeconds, 2),
    figure(sumo?.cpuSeconds, 2),
    figure(ours.peakRssMb, 0),
  ]);
  return [
    `vehicle updates per second of processor time of the whole process; IDM, ${STEP_SECONDS} s steps, ${untilSeconds} s`,
    ...[head, ...rows].map((row) => row.map((each, i) => (i === 0 ? each.padEnd(10) : each.padStart(11))).join('')),
  ].join('\n');
}
