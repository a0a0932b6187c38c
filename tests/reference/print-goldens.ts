/** What `node .tools/goldens.mjs` prints: a table of all, or the seconds of one. */
import { goldens, hasData } from '../importers/sumo/sumo-files';
import { type CompareOptions, compareGolden, type GoldenComparison, offBetween, WITHIN_M } from './compare-golden';
import type { Point } from './trajectories';

const noLanes = { lengthM: () => Number.NaN, at: () => ({ lane: '', positionM: 0 }) };

export function printGoldens(names: readonly string[], options: CompareOptions & { readonly all: boolean }): void {
  if (!hasData) {
    console.log('The reference data lies not beside this checkout.');
    return;
  }
  const all = [...goldens().keys()].sort();
  const wanted = names.length === 0 ? all : all.filter((name) => names.some((part) => name.includes(part)));
  let held = 0;
  for (const name of wanted) {
    const found = compareGolden(name, options);
    if (found.held) held++;
    console.log(lineOf(found));
    if (names.length > 0) printSeconds(found, options.all);
  }
  console.log(`${held} of ${wanted.length} held`);
}

function lineOf({ name, held, worstM, wrongLanes, compared, firstMiss, reference }: GoldenComparison): string {
  const miss =
    firstMiss === undefined
      ? ''
      : `first at ${firstMiss.seconds} s, ${firstMiss.vehicle}: ours ${said(firstMiss.ours)}, theirs ${said(firstMiss.theirs)}`;
  return [
    held ? '✓' : '✗',
    name.padEnd(28),
    `${worstM.toFixed(3).padStart(9)} m`,
    `${String(wrongLanes).padStart(4)}/${compared} other lane`,
    reference === 'golden' ? '' : `(reference: ${reference})`,
    miss,
  ].join(' ');
}

function printSeconds({ ours, theirs }: GoldenComparison, all: boolean): void {
  for (const vehicle of [...new Set([...theirs.keys(), ...ours.keys()])].sort()) {
    const [mine, his] = [ours.get(vehicle), theirs.get(vehicle)];
    console.log(`  ${vehicle}`);
    const times = [...new Set([...(his?.keys() ?? []), ...(mine?.keys() ?? [])])].sort((a, b) => a - b);
    for (const seconds of times) {
      const [a, b] = [mine?.get(seconds), his?.get(seconds)];
      const offM = offBetween(a, b, noLanes);
      if (!all && offM !== undefined && offM <= 0.001) continue;
      const mark = offM === undefined || !(offM <= WITHIN_M) ? '✗' : ' ';
      const off = offM === undefined || Number.isNaN(offM) ? '' : (a!.positionM - b!.positionM).toFixed(3);
      console.log(
        `  ${mark}${String(seconds).padStart(6)}  ours ${said(a).padEnd(34)} theirs ${said(b).padEnd(34)} ${off}`,
      );
    }
  }
}

function said(point: Point | undefined): string {
  if (point === undefined) return '—';
  return `${point.lane} ${point.positionM.toFixed(3)} m ${point.speedMps.toFixed(3)} m/s`;
}
