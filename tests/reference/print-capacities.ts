/** What `node .tools/capacities.mjs` prints: what gets through, ours beside SUMO's. */
import {
  capacityByFormula,
  type GapCase,
  gapCapacity,
  leftAtSignal,
  leftWithoutSignal,
  minorRight,
} from './capacity/gaps';
import { ourStopLine, type StopLineFlow, sumoStopLine } from './capacity/stop-line';
import { sumoVersion } from './run-sumo';

export { printFirstDifferences } from './first-differences';

export interface PrintedCapacities {
  readonly seeds: number;
  readonly only: readonly string[];
}

const OPPOSING = [0, 200, 400, 600, 800, 1_000, 1_200];

export function printCapacities({ seeds, only }: PrintedCapacities): void {
  if (sumoVersion() === undefined) {
    console.log('SUMO is not installed here; its converter makes the networks that this measures on.');
    return;
  }
  const wanted = (name: string) => only.length === 0 || only.includes(name);
  if (wanted('left-signal')) printGaps(leftAtSignal, OPPOSING, seeds);
  if (wanted('left')) printGaps(leftWithoutSignal, OPPOSING, seeds);
  if (wanted('minor-right')) {
    printGaps(minorRight, [400, 800], seeds);
    console.log(`  by formula at 800: ${capacityByFormula(800, 6.2, 3.3).toFixed(0)}`);
  }
  if (wanted('stop-line')) printStopLine();
}

function printGaps(of: GapCase, flows: readonly number[], seeds: number): void {
  console.log(of.name);
  for (const perHour of flows) {
    const { ours, sumo, oursPassing, sumoPassing } = gapCapacity(of, perHour, seeds);
    const off = `${(100 * (ours / sumo - 1)).toFixed(1)} %`;
    console.log(
      `  against ${String(perHour).padStart(4)}/h  ours ${ours.toFixed(0).padStart(5)}  SUMO ${sumo.toFixed(0).padStart(5)}  ${off.padStart(8)}   (passing ${oursPassing.toFixed(0)}, ${sumoPassing.toFixed(0)})`,
    );
  }
}

function printStopLine(): void {
  console.log('stop line, 60 s of green in 93 s');
  const said = (flow: StopLineFlow | undefined) =>
    flow === undefined
      ? '–'
      : `${flow.saturationPerHour.toFixed(0)} veh/h, ${flow.lostSeconds.toFixed(2)} s lost, ${flow.perGreen.toFixed(1)} a green`;
  const idm = 'carFollowModel="IDM" tau="1.2"';
  for (const [name, type, isBallistic] of [
    ['Krauss', '', false],
    ['Krauss σ 0', 'sigma="0" speedDev="0"', false],
    ['IDM', idm, true],
  ] as const) {
    for (const stepSeconds of [1, 0.5]) {
      const of = { stepSeconds, seed: 42, type, isBallistic };
      console.log(
        `  ${name.padEnd(11)} ${stepSeconds} s  ours ${said(ourStopLine(of)).padEnd(42)} SUMO ${said(sumoStopLine(of))}`,
      );
    }
  }
}
