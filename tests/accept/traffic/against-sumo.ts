/** Lines that hold this engine against SUMO on the same files; they need SUMO, and the reference data beside the checkout. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldens, hasData } from '../../importers/sumo/sumo-files';
import { compareBologna } from '../../reference/bologna';
import { gapCapacity, leftAtSignal, leftWithoutSignal } from '../../reference/capacity/gaps';
import { compareGolden } from '../../reference/compare-golden';
import { type DriveFigures, gehShare, mean } from '../../reference/drive-figures';
import { sumoVersion } from '../../reference/run-sumo';
import type { AcceptLine, AcceptTools, Outcome } from '../line';
import { answer, notMeasured, percent } from './cityloom';

const NO_SUMO = 'SUMO is not installed on this machine';
const NO_DATA = 'the reference data lies not beside this checkout';

interface BenchCase {
  readonly name: string;
  readonly ours: {
    readonly updatesPerCpuSecond: number;
    readonly meanSpeedMps: number;
    readonly diverted: number;
    readonly stuck: number;
    readonly letThrough: number;
    readonly removed: number;
  };
  readonly sumo: { readonly updatesPerCpuSecond: number; readonly meanSpeedMps: number; readonly seeds: number } | null;
  readonly ratio: number | null;
}

/** Short runs feel most what else the machine does: each side drives those in turn, and its fastest counts. */
const TURNS = [
  { turns: '3', cases: 'g10_500,g10_2000' },
  { turns: '2', cases: 'g20_8000' },
  { turns: '1', cases: 'g20_20000' },
];
let benched: readonly BenchCase[] | undefined;

function bench(tools: AcceptTools): readonly BenchCase[] {
  benched ??= TURNS.flatMap(
    ({ turns, cases }) =>
      answer(tools, 'bench', 'traffic', '--cases', cases, '--turns', turns).document.cases as BenchCase[],
  );
  return benched;
}

const leastRatios: Readonly<Record<string, number>> = { g10_2000: 6, g20_8000: 10, g20_20000: 10 };

export const speed: AcceptLine = {
  name: 'speed against SUMO',
  goal: '≥ 10 × SUMO’s IDM at 0.5 s per CPU-second of the whole process on g20_8000 and g20_20000, ≥ 6 × on g10_2000; ≥ 1 M updates/s on g20_8000',
  async measure(tools): Promise<Outcome> {
    if (sumoVersion() === undefined) return notMeasured(NO_SUMO);
    const cases = bench(tools);
    const held = cases.every(
      ({ name, ratio, ours }) =>
        (ratio ?? 0) >= (leastRatios[name] ?? 0) && (name !== 'g20_8000' || ours.updatesPerCpuSecond >= 1e6),
    );
    return {
      held,
      reached: cases
        .map(
          ({ name, ratio, ours, sumo }) =>
            `${name}: ${ratio?.toFixed(1)} × (${(ours.updatesPerCpuSecond / 1e6).toFixed(2)} M updates/s, SUMO ${((sumo?.updatesPerCpuSecond ?? 0) / 1e6).toFixed(3)} M)`,
        )
        .join('; '),
      how: 'cityloom bench traffic: both as whole processes on the same net.xml and rou.xml, 900 s, user and system time of the shell’s children; those of g10 three times in turn, g20_8000 twice, the fastest of each side',
    };
  },
};

/** SUMO is the same for the same files and seed: what its seeds came to is kept, so that five of them are driven once. */
function sumoSpeeds(tools: AcceptTools, name: string, seeds: number): number {
  const file = join(tools.root, '.cache/bench-traffic/sumo-speeds.json');
  const known: Record<string, number> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const key = `${sumoVersion()} ${name} ${seeds}`;
  if (known[key] === undefined) {
    tools.say(`SUMO drives ${name} with ${seeds} seeds …`);
    const [found] = answer(tools, 'bench', 'traffic', '--cases', name, '--sumo-seeds', String(seeds)).document.cases;
    known[key] = found.sumo.meanSpeedMps;
    writeFileSync(file, JSON.stringify(known));
  }
  return known[key];
}

export const agreement: AcceptLine = {
  name: 'agreement with SUMO on those grids',
  goal: 'mean speed of the second half within 10 % of the mean of five SUMO seeds; nobody rerouted or removed',
  async measure(tools) {
    if (sumoVersion() === undefined) return notMeasured(NO_SUMO);
    const rows = bench(tools).map(({ name, ours }) => {
      const theirs = sumoSpeeds(tools, name, 5);
      return { name, ours, theirs, off: ours.meanSpeedMps / theirs - 1 };
    });
    return {
      held: rows.every(({ off, ours }) => Math.abs(off) <= 0.1 && ours.diverted === 0 && ours.removed === 0),
      reached: rows
        .map(
          ({ name, ours, theirs, off }) =>
            `${name}: ${ours.meanSpeedMps.toFixed(3)} against ${theirs.toFixed(3)} m/s (${percent(off)}), ${ours.diverted} diverted, ${ours.removed} removed, ${ours.letThrough} let through after 300 s (SUMO takes them away), ${ours.stuck} standing that long`,
        )
        .join('; '),
      how: 'mean over the second half’s steps of the mean speed of everyone on the road; SUMO’s seeds 42 to 46, kept once driven',
    };
  },
};

const SEEDS = 10;
const MOST_HALT_S = 300;

export const bologna: AcceptLine = {
  name: 'Bologna',
  goal: 'every vehicle arrives; means over ten seeds against SUMO’s: duration ±5 %, time loss ±10 %, waiting ±15 %, insertion delay within SUMO’s range; GEH < 5 on 85 % of edges; no turn off the route; nobody first in a lane halts over 300 s except at red',
  async measure(tools) {
    if (!hasData) return notMeasured(NO_DATA);
    if (sumoVersion() === undefined) return notMeasured(NO_SUMO);
    const { ours, sumo } = compareBologna(SEEDS, tools.say);
    const of = (side: readonly DriveFigures[], figure: (one: DriveFigures) => number) => mean(side.map(figure));
    const off = (figure: (one: DriveFigures) => number) => of(ours, figure) / of(sumo, figure) - 1;
    const duration = off((one) => one.durationSeconds);
    const loss = off((one) => one.timeLossSeconds);
    const waiting = off((one) => one.waitingSeconds);
    const delay = of(ours, (one) => one.departDelaySeconds);
    const delays = sumo.map((one) => one.departDelaySeconds);
    const { share } = gehShare(ours, sumo);
    const arrived = ours.every((one, i) => one.arrived === sumo[i].inserted);
    const removed = Math.max(...ours.map((one) => one.removed));
    const halt = Math.max(...ours.map((one) => one.longestHaltSeconds ?? 0));
    return {
      held:
        arrived &&
        Math.abs(duration) <= 0.05 &&
        Math.abs(loss) <= 0.1 &&
        Math.abs(waiting) <= 0.15 &&
        delay >= Math.min(...delays) &&
        delay <= Math.max(...delays) &&
        share >= 0.85 &&
        removed === 0 &&
        halt <= MOST_HALT_S,
      reached: [
        `arrived ${Math.min(...ours.map((one) => one.arrived))} of ${sumo[0].inserted}`,
        `duration ${percent(duration)}, time loss ${percent(loss)}, waiting ${percent(waiting)}`,
        `insertion delay ${delay.toFixed(1)} s (SUMO ${Math.min(...delays).toFixed(1)}–${Math.max(...delays).toFixed(1)})`,
        `GEH < 5 on ${percent(share)}`,
        `${removed} stuck or off the route`,
        `longest halt of a first ${halt.toFixed(0)} s`,
      ].join('; '),
      how: `seeds 42 to ${41 + SEEDS} on both sides until all have arrived, trips by SUMO’s definitions, edge counts of the first hour`,
    };
  },
};

export const goldenTrajectories: AcceptLine = {
  name: 'SUMO’s golden trajectories',
  goal: 'right lane at every step, position within 1 m over 60 s, in ≥ 18 of the 22; the rest listed with the reason',
  async measure() {
    if (!hasData) return notMeasured(NO_DATA);
    const names = [...goldens().keys()].sort();
    const found = names.map((name) => compareGolden(name));
    const held = found.filter((one) => one.held);
    const short = found.filter((one) => !one.held);
    return {
      held: held.length >= 18,
      reached: `${held.length} of ${names.length}; ${short
        .map(({ name, firstMiss, worstM }) =>
          firstMiss === undefined
            ? `${name}: no trajectory to compare with`
            : `${name}: ${firstMiss.vehicle} at ${firstMiss.seconds} s, ${worstM.toFixed(1)} m at worst`,
        )
        .join('; ')}`,
      how: 'every vehicle at every second against golden.fcd.xml; the two without one against SUMO as installed here',
    };
  },
};

const OPPOSING = [0, 200, 400, 600, 800, 1_000, 1_200];

export const permissiveLeft: AcceptLine = {
  name: 'permissive left turns',
  goal: 'capacity against opposing flows of 0 to 1,200 veh/h within 15 % of SUMO on the same file in the sumo profile',
  async measure(tools) {
    if (sumoVersion() === undefined) return notMeasured(NO_SUMO);
    const rows = [leftAtSignal, leftWithoutSignal].flatMap((of) =>
      OPPOSING.map((perHour) => {
        tools.say(`${of.name} against ${perHour}/h`);
        return gapCapacity(of, perHour, 3);
      }),
    );
    return {
      held: rows.every(({ ours, sumo }) => Math.abs(ours / sumo - 1) <= 0.15),
      reached: rows
        .map(
          ({ name, passingPerHour, ours, sumo }) => `${name}, ${passingPerHour}: ${ours.toFixed(0)}/${sumo.toFixed(0)}`,
        )
        .join('; '),
      how: 'an exclusive lane that is never empty, the same vehicles on both sides, counted for an hour after ten minutes, three seeds; ours/SUMO',
    };
  },
};
