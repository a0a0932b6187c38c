/** Our drive of a golden scenario against SUMO's: lane by lane, second by second. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../sim/importers/sumo';
import { compiled, goldens, goldenTrajectories } from '../importers/sumo/sumo-files';
import { ourTrajectories } from './our-trajectories';
import { runSumo } from './run-sumo';
import { type SumoLanes, sumoLanesOf } from './sumo-lanes';
import { type Point, readFcd, type Trajectories } from './trajectories';

export const COMPARED_SECONDS = 60;
export const WITHIN_M = 1;

export interface Miss {
  readonly vehicle: string;
  readonly seconds: number;
  readonly ours: Point | undefined;
  readonly theirs: Point | undefined;
}

export interface GoldenComparison {
  readonly name: string;
  /** Right lane at every second, and the place within a metre. */
  readonly held: boolean;
  /** Of all seconds in which both are on the same lane. */
  readonly worstM: number;
  readonly wrongLanes: number;
  readonly compared: number;
  readonly firstMiss: Miss | undefined;
  /** Who drove the reference: the collection's own file, or SUMO on this machine where that has none. */
  readonly reference: 'golden' | 'sumo' | 'none';
  readonly ours: Trajectories;
  readonly theirs: Trajectories;
}

export interface CompareOptions {
  readonly stepSeconds?: number;
  readonly seconds?: number;
}

export function compareGolden(name: string, options: CompareOptions = {}): GoldenComparison {
  const files = goldens().get(name);
  if (files === undefined) throw new Error(`no golden "${name}" among ${[...goldens().keys()].join(', ')}`);
  return compareFiles(name, files, goldenTrajectories().get(name), options);
}

/** The files of a case are those that a golden has; what SUMO drove is given, or driven here where SUMO is installed. */
export function compareFiles(
  name: string,
  files: ReadonlyMap<string, string>,
  golden: string | undefined,
  options: CompareOptions = {},
): GoldenComparison {
  const net = files.get('net.net.xml')!;
  const config = readConfig('config.sumocfg', files.get('config.sumocfg')!);
  if (!config.ok) throw new Error(config.problems[0].message);
  const { beginSeconds = 0, stepSeconds: configured = 1, endSeconds } = config.value;
  const scene = compiled(files);
  const text = golden ?? drivenBySumo(files);
  const fcd = text === undefined ? undefined : readFcd(text);
  const theirs = fcd?.trajectories ?? new Map();
  const last = Math.min(
    beginSeconds + (options.seconds ?? COMPARED_SECONDS),
    fcd?.lastSeconds ?? endSeconds ?? Number.POSITIVE_INFINITY,
  );
  const ours = ourTrajectories(scene, net, {
    stepSeconds: options.stepSeconds ?? configured,
    beginSeconds,
    endSeconds: last,
  });
  const judged = judge(ours, theirs, sumoLanesOf(scene, net), last);
  const reference = golden !== undefined ? 'golden' : text !== undefined ? 'sumo' : 'none';
  return { name, ...judged, held: judged.held && reference !== 'none', reference, ours, theirs };
}

/** Two of the goldens come without trajectories: what SUMO drives on them here takes their place. */
function drivenBySumo(files: ReadonlyMap<string, string>): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'cityloom-golden-'));
  try {
    for (const [name, text] of files) writeFileSync(join(folder, name), text);
    const out = join(folder, 'golden.fcd.xml');
    const ended = runSumo(['-c', 'config.sumocfg', '--fcd-output', out, '--precision', '6'], folder);
    return ended === undefined ? undefined : readFileSync(out, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Judged = Pick<GoldenComparison, 'held' | 'worstM' | 'wrongLanes' | 'compared' | 'firstMiss'>;

export function judge(ours: Trajectories, theirs: Trajectories, lanes: SumoLanes, lastSeconds: number): Judged {
  let worstM = 0;
  let wrongLanes = 0;
  let compared = 0;
  let misses = 0;
  let firstMiss: Miss | undefined;
  for (const vehicle of [...new Set([...theirs.keys(), ...ours.keys()])].sort()) {
    const mine = ours.get(vehicle) ?? new Map<number, Point>();
    const his = theirs.get(vehicle) ?? new Map<number, Point>();
    const times = [...new Set([...his.keys(), ...mine.keys()])].sort((a, b) => a - b);
    const entered = his.size === 0 ? Number.POSITIVE_INFINITY : Math.min(...his.keys());
    for (const seconds of times) {
      if (seconds > lastSeconds || !Number.isInteger(seconds)) continue;
      const a = mine.get(seconds);
      const b = his.get(seconds);
      // Whoever is due now stands in SUMO's file already; with us he comes with the next step.
      if (a === undefined && b !== undefined && seconds === entered) continue;
      compared++;
      const offM = offBetween(a, b, lanes);
      if (offM === undefined) wrongLanes++;
      else worstM = Math.max(worstM, offM);
      if (offM !== undefined && offM <= WITHIN_M) continue;
      misses++;
      if (firstMiss === undefined || seconds < firstMiss.seconds) firstMiss = { vehicle, seconds, ours: a, theirs: b };
    }
  }
  return { held: misses === 0 && compared > 0, worstM, wrongLanes, compared, firstMiss };
}

/**
 * How far apart along a lane; undefined on different lanes. Right at a border of two lanes the lane differs by a
 * hair's breadth: only there, and only within a centimetre, the two count as one. One who has arrived with the one is
 * within a metre of the lane's end with the other.
 */
export function offBetween(a: Point | undefined, b: Point | undefined, lanes: SumoLanes): number | undefined {
  const there = a ?? b;
  if (there === undefined) return 0;
  if (a === undefined || b === undefined) {
    const leftM = lanes.lengthM(there.lane) - there.positionM;
    return leftM <= WITHIN_M ? Math.max(0, leftM) : undefined;
  }
  if (a.lane === b.lane) return Math.abs(a.positionM - b.positionM);
  const [early, late] = lanes.lengthM(a.lane) - a.positionM < BORDER_M ? [a, b] : [b, a];
  const overM = lanes.lengthM(early.lane) - early.positionM + late.positionM;
  return Math.abs(overM) < BORDER_M && late.positionM < BORDER_M ? Math.abs(overM) : undefined;
}

const BORDER_M = 0.01;
