/** Where our drive of a capacity scene first parts from SUMO's, with drivers who do not dawdle: vehicle by vehicle. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from '../importers/sumo/sumo-files';
import { gapCases, gapFiles } from './capacity/gaps';
import { offBetween } from './compare-golden';
import { ourTrajectories } from './our-trajectories';
import { runSumo } from './run-sumo';
import { type SumoLanes, sumoLanesOf } from './sumo-lanes';
import { type Point, readFcd, type Trajectories } from './trajectories';

const EXACT = 'sigma="0" speedDev="0"';
const WITHIN_M = 0.01;

/** Prints who parts first, and what everyone near did in the seconds before and after. */
export function printFirstDifferences(name: string, perHour: number, seconds: number, around: number): void {
  const of = gapCases[name];
  if (of === undefined) throw new Error(`one of ${Object.keys(gapCases).join(', ')}`);
  const files = gapFiles(of, perHour, 1, EXACT);
  const folder = mkdtempSync(join(tmpdir(), 'cityloom-differences-'));
  let theirs: Trajectories;
  try {
    for (const [file, text] of files) writeFileSync(join(folder, file), text);
    const words = ['-n', 'net.net.xml', '-r', 'cars.rou.xml', '-e', String(seconds), '--precision', '6'];
    if (runSumo([...words, '--fcd-output', 'fcd.xml', '--time-to-teleport', '-1'], folder) === undefined) return;
    theirs = readFcd(readFileSync(join(folder, 'fcd.xml'), 'utf8')).trajectories;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const net = files.get('net.net.xml')!;
  const scene = compiled(files);
  const lanes = sumoLanesOf(scene, net);
  const ours = ourTrajectories(scene, net, { stepSeconds: 1, beginSeconds: 0, endSeconds: seconds });
  const parts: { readonly vehicle: string; readonly at: number }[] = [];
  for (const vehicle of new Set([...ours.keys(), ...theirs.keys()])) {
    for (let at = 0; at < seconds; at++) {
      const offM = offBetween(ours.get(vehicle)?.get(at), theirs.get(vehicle)?.get(at), lanes);
      if (offM !== undefined && offM <= WITHIN_M) continue;
      parts.push({ vehicle, at });
      break;
    }
  }
  parts.sort((a, b) => a.at - b.at);
  if (parts.length === 0) {
    console.log(`${name} against ${perHour}/h: the same for ${seconds} s`);
    return;
  }
  const [{ vehicle, at: first }] = parts;
  console.log(`${name} against ${perHour}/h: ${vehicle} parts at ${first} s`);
  for (let at = first - around; at <= first + around; at++) {
    console.log(`  ${at} s`);
    for (const each of [...new Set([...ours.keys(), ...theirs.keys()])].sort()) {
      const [a, b] = [ours.get(each)?.get(at), theirs.get(each)?.get(at)];
      const there = b ?? a;
      if (there === undefined || !isNear(there, lanes)) continue;
      const offM = offBetween(a, b, lanes);
      const mark = offM === undefined || offM > WITHIN_M ? '✗' : ' ';
      console.log(`   ${mark} ${each.padEnd(12)} ours ${said(a).padEnd(38)} theirs ${said(b)}`);
    }
  }
}

/** About to come to the junction, in it, or just beyond. */
function isNear({ lane, positionM }: Point, lanes: SumoLanes): boolean {
  return lane.startsWith(':') || positionM < BEYOND_M || lanes.lengthM(lane) - positionM < BEFORE_M;
}

const BEYOND_M = 15;
const BEFORE_M = 110;

function said(point: Point | undefined): string {
  return point === undefined ? '—' : `${point.lane} ${point.positionM.toFixed(3)} m ${point.speedMps.toFixed(3)} m/s`;
}
