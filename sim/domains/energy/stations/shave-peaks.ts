/**
 * Batteries that are there to cut peaks. What the plan expects the park to buy over its day is gone through with what
 * they hold at its beginning: the lowest level that their power and energy can keep it below, and the one up to which
 * its valleys have to be filled for that and to end the day as full. Minute by minute they give what is drawn above the
 * one and take what is wanting to the other. Plans leave such batteries alone.
 */
import type { Plan } from '../dispatch';
import { ADDED, chargeLimitKw, dischargeLimitKw } from '../plants';
import type { StationsRun } from './stations-run';
import { stationKw } from './step-stations';

const ROUNDS = 50;
export const BY_PEAKS = 1;

/** For the plan that begins then, and for so much power. */
export interface Levels {
  readonly fromS: number;
  readonly powerKw: number;
  readonly highKw: number;
  readonly lowKw: number;
}

/** All of them as if they were one. */
interface Fleet {
  powerKw: number;
  /** Above the least that they keep: what they hold, and what they can. */
  heldKwh: number;
  energyKwh: number;
  efficiency: number;
}

/** Whether a bank is one that was given to a station, to cut peaks. */
export function shavesPeaks({ hub, slot }: StationsRun, bank: number, use: Float64Array): boolean {
  const { id, station } = hub.banks[bank];
  return id.endsWith(`.${ADDED.battery}`) && use[slot[station]] === BY_PEAKS;
}

/**
 * Sets what those batteries do for a step, after everybody else; `cityKw` is what the city draws beyond sun and wind.
 * Stations that are not on its grid have no part in it.
 */
export function shavePeaks(
  run: StationsRun,
  use: Float64Array,
  cityKw: number,
  stepS: number,
  isOnGrid: (station: number) => boolean,
): void {
  const { hub, standing, inOrder, plan } = run;
  const hours = stepS / 3_600;
  const fleet: Fleet = { powerKw: 0, heldKwh: 0, energyKwh: 0, efficiency: 1 };
  for (let b = 0; b < hub.banks.length; b++) {
    const { store, count } = hub.banks[b];
    if (!store || !shavesPeaks(run, b, use)) continue;
    const there = inOrder[b] / count;
    const leastKwh = store.leastFill * store.capacityKwh;
    fleet.powerKw += there * store.powerKw;
    fleet.heldKwh += there * Math.max(0, standing.heldKwh[b] - leastKwh);
    fleet.energyKwh += there * (store.capacityKwh - leastKwh);
    fleet.efficiency = store.efficiency;
  }
  const { powerKw } = fleet;
  if (powerKw === 0 || plan === null || plan.status !== 'optimal') return;
  if (run.levels === null || run.levels.fromS !== plan.fromS || run.levels.powerKw !== powerKw) {
    run.levels = { fromS: plan.fromS, powerKw, ...levelsOf(plan.plan, run.inputs.stepHours, fleet) };
  }
  const { highKw, lowKw } = run.levels;
  let drawnKw = cityKw;
  for (let station = 0; station < run.node.length; station++) {
    if (!isOnGrid(station)) continue;
    const { drawnKw: drawn, givenKw } = stationKw(run, station);
    drawnKw += drawn - givenKw;
  }
  const wanted = drawnKw > highKw ? drawnKw - highKw : drawnKw < lowKw ? drawnKw - lowKw : 0;
  for (let b = 0; b < hub.banks.length; b++) {
    const { store, count } = hub.banks[b];
    if (!store || !shavesPeaks(run, b, use) || !isOnGrid(hub.banks[b].station)) continue;
    const there = inOrder[b] / count;
    const share = (wanted * there * store.powerKw) / powerKw;
    // What it lost by standing is off already.
    const kept = { ...store, lossPerHour: 0 };
    const held = standing.heldKwh[b];
    const give = Math.min(share, there * dischargeLimitKw(kept, held, hours));
    const take = Math.min(-share, there * chargeLimitKw(kept, held, hours));
    const into = share > 0 ? -Math.max(0, give) : Math.max(0, take);
    standing.heldKwh[b] = held + (into > 0 ? store.efficiency * into : into / store.efficiency) * hours;
    standing.outputKw[b] = into;
    standing.electricKw[b] = into;
  }
}

function levelsOf(plan: Plan, stepHours: number, fleet: Fleet): { readonly highKw: number; readonly lowKw: number } {
  const { steps, buyKw, sellKw } = plan;
  let most = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (let t = 0; t < steps; t++) {
    most = Math.max(most, buyKw[t] - sellKw[t]);
    least = Math.min(least, buyKw[t] - sellKw[t]);
  }
  const highKw = halved(least, most, (level) => heldAfter(plan, stepHours, fleet, level, level) >= 0);
  const lowKw = halved(
    least,
    highKw,
    (level) => heldAfter(plan, stepHours, fleet, highKw, level) >= Math.min(fleet.heldKwh, fleet.energyKwh),
  );
  return { highKw, lowKw };
}

/** What they hold at the end of the plan; −1 where they cannot keep what is bought below the higher level. */
function heldAfter(
  { steps, buyKw, sellKw }: Plan,
  stepHours: number,
  { powerKw, heldKwh, energyKwh, efficiency }: Fleet,
  highKw: number,
  lowKw: number,
): number {
  let held = heldKwh;
  for (let t = 0; t < steps; t++) {
    const kw = buyKw[t] - sellKw[t];
    if (kw > highKw) {
      held -= ((kw - highKw) * stepHours) / efficiency;
      if (held < 0 || kw - highKw > powerKw) return -1;
    } else if (kw < lowKw) {
      held = Math.min(energyKwh, held + efficiency * Math.min(powerKw, lowKw - kw) * stepHours);
    }
  }
  return held;
}

/** The lowest level that does; it does at the top. */
function halved(bottom: number, top: number, does: (level: number) => boolean): number {
  let low = bottom;
  let high = top;
  for (let round = 0; round < ROUNDS; round++) {
    const middle = 0.5 * (low + high);
    if (does(middle)) high = middle;
    else low = middle;
  }
  return high;
}
