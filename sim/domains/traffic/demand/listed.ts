/** The departures of listed vehicles in the order of their times: a pure function of the scene and the seed. */
import { type Luck, ln, streamOf } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import type { VehicleFlow } from '../../../scene/schema/vehicles';
import { type ListedPlan, listedPlanOf } from './listed-plan';

const FLOW = streamOf('traffic.listed.flow');

/** Stands in a vehicle's hour for: its key is the number of a listed vehicle. */
export const LISTED_HOUR = -2_000_000;

export interface Listed {
  readonly plan: ListedPlan;
  /** By key: what goes, and when by the clock of the run's day. */
  readonly going: Uint32Array;
  readonly dueSeconds: Float64Array;
  /** Keys by time; those of one moment in the scene's order. */
  readonly order: Uint32Array;
  /** Place in the order of the first that is not yet released; follows from the time, so it is not saved. */
  next: number;
}

export function listedOf(scene: CompiledScene, luck: Luck): Listed | null {
  const plan = listedPlanOf(scene);
  if (plan === null) return null;
  const { departures, flows, startsAtSeconds } = plan.file;
  const going: number[] = [];
  const due: number[] = [];
  for (let i = 0; i < departures.length; i++) {
    going.push(i);
    due.push(startsAtSeconds + departures[i].departSeconds);
  }
  for (let f = 0; f < flows.length; f++) {
    for (const seconds of timesOf(flows[f], f, luck)) {
      going.push(departures.length + f);
      due.push(startsAtSeconds + seconds);
    }
  }
  const dueSeconds = Float64Array.from(due);
  const order = Uint32Array.from(going.keys()).sort((a, b) => dueSeconds[a] - dueSeconds[b] || a - b);
  return { plan, going: Uint32Array.from(going), dueSeconds, order, next: 0 };
}

/** Whoever was due before the run began is not of this run. */
export function startListed(listed: Listed, startSeconds: number): void {
  listed.next = 0;
  while (listed.next < listed.order.length && dueAt(listed, listed.next) < startSeconds) listed.next++;
}

/** Goes on after a time up to which, inclusive, all have been released. */
export function resumeListed(listed: Listed, untilSeconds: number): void {
  listed.next = 0;
  while (listed.next < listed.order.length && dueAt(listed, listed.next) <= untilSeconds) listed.next++;
}

export function dueAt(listed: Listed, place: number): number {
  return listed.dueSeconds[listed.order[place]];
}

/** A flow of random gaps is cut here; the scene's rules allow no more on average. */
const MOST_OF_A_FLOW = 2_000_000;

function timesOf(flow: VehicleFlow, number: number, luck: Luck): number[] {
  const { beginSeconds, endSeconds, count, periodSeconds, perSecond, meanGapSeconds } = flow;
  const times: number[] = [];
  if (count !== undefined) {
    for (let k = 0; k < count; k++) times.push(beginSeconds + (k * (endSeconds - beginSeconds)) / count);
  } else if (periodSeconds !== undefined) {
    for (let k = 0; beginSeconds + k * periodSeconds < endSeconds; k++) times.push(beginSeconds + k * periodSeconds);
  } else if (perSecond !== undefined) {
    for (let k = 0; beginSeconds + k < endSeconds; k++) {
      if (luck.uniform(FLOW, number, k) < perSecond) times.push(beginSeconds + k);
    }
  } else if (meanGapSeconds !== undefined) {
    let at = beginSeconds;
    for (let k = 0; k < MOST_OF_A_FLOW; k++) {
      at -= meanGapSeconds * ln(1 - luck.uniform(FLOW, number, k));
      if (at >= endSeconds) break;
      times.push(at);
    }
  }
  return times;
}
