/**
 * Why each part of the grid is dark, or has come back: the switching next to what went dark together, noted as it goes
 * dark and when it is lit again, so that what follows later (a battery that runs out) still names what began it.
 */
import type { Decoder, Encoder } from '../../../kernel';
import type { GridRun } from './grid-run';
import { conducts } from './positions';

export interface SupplyCauses {
  /** By section, as of the last look. */
  readonly wasLive: Uint8Array;
  /** The happening behind how a section stands; 0 while nothing has happened to it. */
  readonly cause: Int32Array;
}

export function noSupplyCauses({ positions }: GridRun): SupplyCauses {
  return { wasLive: positions.live.slice(), cause: new Int32Array(positions.live.length) };
}

/** To be called once all switching of a step is done. */
export function noteSupply(causes: SupplyCauses, run: GridRun): void {
  const { live } = run.positions;
  const { wasLive, cause } = causes;
  for (let section = 0; section < live.length; section++) {
    if (live[section] === wasLive[section]) continue;
    cause[section] = live[section] === 1 ? causeOfReturn(run, wasLive, section) : causeOfDark(run, section);
  }
  wasLive.set(live);
}

/** What parted a section at one of its own ends; else what was last moved from where it stands. */
export function causeAt(run: GridRun, section: number): number {
  const { linkStart, linkAt } = run.grid.sections;
  for (let k = linkStart[section]; k < linkStart[section + 1]; k++) {
    const link = linkAt[k];
    if (run.linkCause[link] > 0 && run.positions.open[link] === 1) return run.linkCause[link];
  }
  return newestCause(run);
}

/** The newest parting about all that is dark together with a section; else what was last moved from where it stands. */
function causeOfDark(run: GridRun, start: number): number {
  const { live, open } = run.positions;
  let newest = 0;
  eachJoined(
    run,
    start,
    (section) => live[section] === 0,
    (link) => {
      if (open[link] === 1) newest = Math.max(newest, run.linkCause[link]);
    },
  );
  return newest > 0 ? newest : newestCause(run);
}

/** The newest closing about all that came back together with a section. */
function causeOfReturn(run: GridRun, wasLive: Uint8Array, start: number): number {
  const { live, open } = run.positions;
  let newest = 0;
  eachJoined(
    run,
    start,
    (section) => live[section] === 1 && wasLive[section] === 0,
    (link) => {
      if (open[link] === 0) newest = Math.max(newest, run.linkCause[link]);
    },
  );
  return newest > 0 ? newest : newestOf(run.linkCause);
}

/** Visits every link at sections that conduct to `start` through such as `belongs`. */
function eachJoined(
  run: GridRun,
  start: number,
  belongs: (section: number) => boolean,
  visit: (link: number) => void,
): void {
  const { grid, positions } = run;
  const { sections } = grid;
  const reached = new Set([start]);
  for (const section of reached) {
    for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
      const link = sections.linkAt[k];
      visit(link);
      const other = sections.linkLeadsTo[k];
      if (conducts(grid, positions, link) && belongs(other)) reached.add(other);
    }
  }
}

/** Where nothing next to a place says why, it is what was last moved away from where it normally stands. */
export function newestCause({ grid, positions, linkCause }: GridRun): number {
  let newest = 0;
  for (let link = 0; link < grid.gearCount; link++) {
    if (positions.open[link] !== grid.normallyOpen[link]) newest = Math.max(newest, linkCause[link]);
  }
  return newest;
}

function newestOf(causes: Int32Array): number {
  let newest = 0;
  for (const cause of causes) newest = Math.max(newest, cause);
  return newest;
}

export function saveSupplyCauses({ wasLive, cause }: SupplyCauses, out: Encoder): void {
  out.uint8s(wasLive).int32s(cause);
}

export function loadSupplyCauses({ wasLive, cause }: SupplyCauses, from: Decoder): void {
  from.uint8s(wasLive);
  from.int32s(cause);
}
