/** A quarter of Bologna over so many seeds on both sides. */
import { readConfig } from '../../sim/importers/sumo';
import { bolognaFiles, compiled } from '../importers/sumo/sumo-files';
import { comparedFigures, type DriveFigures, geh, gehShare, mean } from './drive-figures';
import { driveOurs } from './drive-ours';
import { driveSumo } from './drive-sumo';

const MOST_SECONDS = 3 * 3_600;
const FIRST_SEED = 42;

export interface BolognaComparison {
  readonly ours: readonly DriveFigures[];
  readonly sumo: readonly DriveFigures[];
}

export function compareBologna(seeds: number, tell: (line: string) => void = () => {}): BolognaComparison {
  const files = bolognaFiles();
  const config = readConfig('run.sumocfg', files.get('run.sumocfg')!);
  if (!config.ok) throw new Error(config.problems[0].message);
  const additional = config.value.otherFiles.filter((name) => name !== 'pasubio.rou.xml');
  const scene = compiled(files);
  const ours: DriveFigures[] = [];
  const sumo: DriveFigures[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + seeds; seed++) {
    const mine = driveOurs(scene, { seed, mostSeconds: MOST_SECONDS });
    tell(`ours ${described(mine)}`);
    ours.push(mine);
    const his = driveSumo(files, {
      seed,
      net: config.value.netFiles[0],
      additional,
      routes: ['pasubio.rou.xml'],
      words: ['-e', String(MOST_SECONDS)],
    });
    if (his === undefined) continue;
    tell(`SUMO ${described(his)}`);
    sumo.push(his);
  }
  return { ours, sumo };
}

function described(figures: DriveFigures): string {
  const { seed, inserted, arrived, removed, endSeconds, longestHaltSeconds, wallSeconds } = figures;
  return [
    `seed ${seed}: ${inserted} inserted, ${arrived} arrived by ${endSeconds.toFixed(0)} s, ${removed} removed`,
    ...comparedFigures.map((name) => `${name} ${figures[name].toFixed(1)}`),
    ...(longestHaltSeconds === undefined ? [] : [`first in lane halted ${longestHaltSeconds.toFixed(0)} s`]),
    `${wallSeconds.toFixed(1)} s wall`,
  ].join(', ');
}

export function printBologna(seeds: number): void {
  const { ours, sumo } = compareBologna(seeds, console.log);
  if (sumo.length === 0) {
    console.log('SUMO is not installed here: ours alone.');
    return;
  }
  for (const name of comparedFigures) {
    const [a, b] = [mean(ours.map((one) => one[name])), mean(sumo.map((one) => one[name]))];
    const range = `${Math.min(...sumo.map((one) => one[name])).toFixed(1)}–${Math.max(...sumo.map((one) => one[name])).toFixed(1)}`;
    const off = `${(100 * (a / b - 1)).toFixed(1)} %`;
    console.log(
      `${name.padEnd(20)} ours ${a.toFixed(1).padStart(8)}  SUMO ${b.toFixed(1).padStart(8)} (${range})  ${off}`,
    );
  }
  const { share, worst } = gehShare(ours, sumo);
  console.log(`GEH below 5 on ${(100 * share).toFixed(1)} % of the edges; worst:`);
  for (const [edge, a, b] of worst)
    console.log(`  ${edge.padEnd(28)} ours ${a.toFixed(0)}, SUMO ${b.toFixed(0)}, GEH ${geh(a, b).toFixed(1)}`);
}
