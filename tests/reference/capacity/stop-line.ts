/** What a stop line lets through when the queue behind it never ends: the saturation flow, and what the start costs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from '../../importers/sumo/sumo-files';
import { mean } from '../drive-figures';
import { ourTrajectories } from '../our-trajectories';
import { runSumo } from '../run-sumo';
import { type Point, readFcd, type Trajectories } from '../trajectories';
import { everySeconds, routesOf } from './departures';
import { makeNet, type NetPlan } from './make-net';

const RED_S = 30;
const GREEN_S = 60;
const YELLOW_S = 3;
const CYCLES = 12;
/** By the Highway Capacity Manual: the first four find the queue's speed, the others follow at one headway. */
const STARTING = 4;
const APPROACH_M = 500;
const APPROACH = 'wc_0';

const plan: NetPlan = {
  nodes: [
    { id: 'w', x: -APPROACH_M, y: 0 },
    { id: 'c', x: 0, y: 0, type: 'traffic_light' },
    { id: 'e', x: 300, y: 0 },
  ],
  edges: [
    { id: 'wc', from: 'w', to: 'c' },
    { id: 'ce', from: 'c', to: 'e' },
  ],
  connections: [{ from: 'wc', to: 'ce' }],
  phases: [
    [RED_S, 'r'],
    [GREEN_S, 'G'],
    [YELLOW_S, 'y'],
  ],
};

export interface StopLineFlow {
  readonly saturationPerHour: number;
  readonly lostSeconds: number;
  readonly perGreen: number;
}

export interface StopLineCase {
  readonly stepSeconds: number;
  readonly seed: number;
  /** Attributes of the vehicles' type, in SUMO's words. */
  readonly type?: string;
  readonly isBallistic?: boolean;
}

function filesOf({ type, stepSeconds, isBallistic = false }: StopLineCase): Map<string, string> {
  const cycleSeconds = RED_S + GREEN_S + YELLOW_S;
  const times = everySeconds(1.5, CYCLES * cycleSeconds);
  const config = `<configuration><time><step-length value="${stepSeconds}"/></time><processing><step-method.ballistic value="${isBallistic}"/></processing></configuration>`;
  return new Map([
    ['run.sumocfg', config],
    ['net.net.xml', makeNet(plan)],
    ['cars.rou.xml', routesOf({ through: 'wc ce' }, [{ name: 'car', route: 'through', times }], type)],
  ]);
}

export function ourStopLine(of: StopLineCase): StopLineFlow {
  const { stepSeconds, seed } = of;
  const files = filesOf(of);
  const endSeconds = CYCLES * (RED_S + GREEN_S + YELLOW_S);
  const net = files.get('net.net.xml')!;
  const options = { stepSeconds, beginSeconds: 0, endSeconds, seed };
  return flowOf(ourTrajectories(compiled(files), net, options), lineM(net));
}

/** Undefined where SUMO is not installed. */
export function sumoStopLine(of: StopLineCase): StopLineFlow | undefined {
  const { stepSeconds, seed, isBallistic = false } = of;
  const folder = mkdtempSync(join(tmpdir(), 'cityloom-stop-line-'));
  try {
    const files = filesOf(of);
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const end = String(CYCLES * (RED_S + GREEN_S + YELLOW_S));
    const out = ['--fcd-output', 'fcd.xml', '--precision', '4', '-e', end, '--no-warnings', 'true'];
    const step = [
      '--step-length',
      String(stepSeconds),
      '--seed',
      String(seed),
      '--time-to-teleport',
      '-1',
      '--step-method.ballistic',
      String(isBallistic),
    ];
    const ended = runSumo(['-n', 'net.net.xml', '-r', 'cars.rou.xml', ...out, ...step], folder);
    if (ended === undefined) return undefined;
    return flowOf(
      readFcd(readFileSync(join(folder, 'fcd.xml'), 'utf8')).trajectories,
      lineM(files.get('net.net.xml')!),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the fronts' times at the stop line; the first two cycles only fill the queue. */
function flowOf(trajectories: Trajectories, atM: number): StopLineFlow {
  const crossings = [...trajectories.values()]
    .map((points) => crossingSeconds(points, atM))
    .filter((at) => !Number.isNaN(at));
  crossings.sort((a, b) => a - b);
  const cycleSeconds = RED_S + GREEN_S + YELLOW_S;
  const flows: StopLineFlow[] = [];
  for (let cycle = 2; cycle < CYCLES; cycle++) {
    const green = cycle * cycleSeconds + RED_S;
    const inGreen = crossings.filter((at) => at >= green - RED_S && at < green + GREEN_S);
    if (inGreen.length <= STARTING + 2) continue;
    const headway = (inGreen[inGreen.length - 1] - inGreen[STARTING - 1]) / (inGreen.length - STARTING);
    flows.push({
      saturationPerHour: 3_600 / headway,
      lostSeconds: inGreen[STARTING - 1] - green - STARTING * headway,
      perGreen: inGreen.length,
    });
  }
  return {
    saturationPerHour: mean(flows.map((flow) => flow.saturationPerHour)),
    lostSeconds: mean(flows.map((flow) => flow.lostSeconds)),
    perGreen: mean(flows.map((flow) => flow.perGreen)),
  };
}

/** When the front left the approach, between two times by the way driven on either side of the line. */
function crossingSeconds(points: ReadonlyMap<number, Point>, atM: number): number {
  let before: { readonly seconds: number; readonly positionM: number } | undefined;
  for (const [seconds, { lane, positionM, speedMps }] of [...points].sort(([a], [b]) => a - b)) {
    if (lane === APPROACH) before = { seconds, positionM };
    else if (before !== undefined) {
      const stepSeconds = seconds - before.seconds;
      // Whoever is beyond the junction already has driven on at about the speed that he has.
      const drivenM = lane.startsWith(':') ? atM - before.positionM + positionM : speedMps * stepSeconds;
      return before.seconds + stepSeconds * Math.min(1, (atM - before.positionM) / Math.max(drivenM, 1e-6));
    }
  }
  return Number.NaN;
}

/** The approach's length: where its stop line is. */
function lineM(net: string): number {
  return Number(new RegExp(`<lane id="${APPROACH}"[^>]* length="([^"]*)"`).exec(net)![1]);
}
