/**
 * A step of the gas in its pipes. Implicit Euler loses no gas however long the step is, so a quarter of an hour is one
 * step as long as everybody has what he wants and nothing is open to the air; otherwise, since the pipes hold minutes of
 * what a city burns, it goes by the minute. What somebody gets over a step is what he got in its parts.
 */
import { advanceLinePack } from '../../../networks/pipes';
import { ageBreaks, applyBreaks, type GasKnobs } from './breaks';
import { openForOwed, takeOwed } from './gallery-mains';
import { type GasRun, goBack, keepBefore, packKg } from './gas-run';
import { noteLowest } from './levels';
import { stepSwitch } from './switches';

const FINE_S = 60;
/** Of what is wanted; less is rounding. */
export const SHORT_BY = 1e-9;
/** A part of a step that has no answer is tried in quarters, so many times over. */
const MOST_SPLITS = 3;
const QUARTERS = 4;

/** `plannedKgPerS` is what everybody would burn; afterwards wantedKg, servedKg and the balance say what became of it. */
export function advanceGas(run: GasRun, knobs: GasKnobs, stepS: number): void {
  const { balance, plannedKgPerS } = run;
  const isOpen = openings(run, knobs);
  balance.packBeforeKg = packKg(run);
  if (stepS <= FINE_S) {
    begin(run);
    part(run, knobs, stepS);
  } else {
    keepBefore(run);
    const planned = plannedKgPerS.slice();
    begin(run);
    if (isOpen || !isQuiet(run, knobs, stepS)) {
      goBack(run);
      plannedKgPerS.set(planned);
      begin(run);
      const parts = Math.max(1, Math.round(stepS / FINE_S));
      for (let k = 0; k < parts; k++) part(run, knobs, stepS / parts);
    }
  }
  balance.packAfterKg = packKg(run);
}

function begin({ balance, wantedKg, servedKg }: GasRun): void {
  balance.fedKg = 0;
  balance.servedKg = 0;
  balance.leakedKg = 0;
  balance.unsolved = 0;
  balance.lowestMedium = Number.POSITIVE_INFINITY;
  balance.lowestLow = Number.POSITIVE_INFINITY;
  wantedKg.fill(0);
  servedKg.fill(0);
}

/** The whole step at once; whether it passed as if nothing were the matter. */
function isQuiet(run: GasRun, knobs: GasKnobs, seconds: number): boolean {
  const { wantedKg, servedKg, balance } = run;
  const { tripped } = run.switches;
  if (tripped.includes(1)) return false;
  part(run, knobs, seconds);
  if (balance.unsolved > 0 || tripped.includes(1)) return false;
  for (let n = 0; n < wantedKg.length; n++) if (servedKg[n] < wantedKg[n] * (1 - SHORT_BY)) return false;
  return true;
}

/** Sets valves, holes and gates for the time from now on. Whether anything is open to the air or about to be shut by hand. */
function openings(run: GasRun, knobs: GasKnobs): boolean {
  const isOpen = applyBreaks(run.plan, run.breaks, knobs);
  return openForOwed(run) || isOpen;
}

function part(run: GasRun, knobs: GasKnobs, seconds: number): void {
  openings(run, knobs);
  flow(run, seconds, 0);
  run.galleries.remainingS -= seconds;
  noteLowest(run);
  ageBreaks(run.breaks, seconds);
  stepSwitches(run, seconds);
}

/** Who trips takes nothing for the rest of the step. */
function stepSwitches({ plan, solver, switches, plannedKgPerS }: GasRun, seconds: number): void {
  for (let g = 0; g < plan.groups.length; g++) {
    const { node, burner } = plan.groups[g];
    stepSwitch(switches, g, burner, solver.pressurePa[node], seconds);
    if (switches.tripped[g] === 1) plannedKgPerS[node] = 0;
  }
}

function flow(run: GasRun, seconds: number, splits: number): void {
  const { solver, plan, plannedKgPerS, wantedKg, servedKg, balance } = run;
  const { nodes } = plan.network;
  nodes.withdrawalKgPerS.set(plannedKgPerS);
  const outcome = advanceLinePack(solver, seconds);
  if (outcome.state === 'diverged') {
    if (splits < MOST_SPLITS) {
      for (let k = 0; k < QUARTERS; k++) flow(run, seconds / QUARTERS, splits + 1);
      return;
    }
    // Nothing moved: what the pipes held they hold, and nobody got anything.
    balance.unsolved++;
    solver.state.massFlowKgPerS.fill(0);
    for (let n = 0; n < nodes.count; n++) wantedKg[n] += plannedKgPerS[n] * seconds;
    return;
  }
  for (let n = 0; n < nodes.count; n++) {
    wantedKg[n] += plannedKgPerS[n] * seconds;
    const served = solver.servedKgPerS[n] * seconds;
    servedKg[n] += served;
    balance.servedKg += served;
    balance.leakedKg += solver.leakKgPerS[n] * seconds;
    balance.fedKg += solver.fedKgPerS[n] * seconds;
  }
  takeOwed(run, seconds);
}
