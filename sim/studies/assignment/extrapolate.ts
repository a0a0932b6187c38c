/**
 * Shifting one origin at a time crawls where two origins share steep links: each can move only a little before those
 * links answer, though both together could move far without touching them. So what a few rounds have changed is taken
 * as a direction and gone on with (a pattern move; Hooke and Jeeves, Direct search solution of numerical and
 * statistical problems, Journal of the ACM 8, 1961), as far as Beckmann's function falls. A step that does not lower it
 * is taken back.
 */
import { type Bush, layOut, settleFlows, type Workbench } from './bush';
import { costOf, type LinkCosts, potential, priceAll } from './link-costs';
import type { AssignmentProblem } from './problem';

export interface Extrapolation {
  /** Active flows of all bushes, one after the other: where the direction begins, and where it has led so far. */
  before: Float64Array;
  now: Float64Array;
  readonly linkBefore: Float64Array;
  readonly linkNow: Float64Array;
}

export function createExtrapolation({ linkCount }: AssignmentProblem): Extrapolation {
  return {
    before: new Float64Array(0),
    now: new Float64Array(0),
    linkBefore: new Float64Array(linkCount),
    linkNow: new Float64Array(linkCount),
  };
}

/** Steps beyond this are no longer a question of going on. */
const FARTHEST = 1e7;
const MOST_TRIES = 4;
const NEXT_TRY = 0.2;

/** Above this what must be remembered takes more than half a gigabyte; such networks do without. */
const MOST_FLOWS = 32_000_000;

/** Remembers where a direction begins; answers whether it could. */
export function beginDirection(of: Extrapolation, bushes: readonly Bush[], costs: LinkCosts): boolean {
  let size = 0;
  for (const bush of bushes) size += bush.active;
  if (size > MOST_FLOWS) return false;
  if (size > of.before.length) {
    of.before = new Float64Array(size + (size >> 3));
    of.now = new Float64Array(size + (size >> 3));
  }
  storeFlows(of.before, bushes);
  of.linkBefore.set(costs.flow);
  return true;
}

/** Goes on from where the direction has led, or leaves everything as it is where that would not be better. */
export function goOn(
  of: Extrapolation,
  problem: AssignmentProblem,
  bench: Workbench,
  bushes: readonly Bush[],
  costs: LinkCosts,
): void {
  const { before, now, linkBefore, linkNow } = of;
  storeFlows(now, bushes);
  linkNow.set(costs.flow);
  const was = potential(costs);
  const longest = lengthOfStep(costs, linkBefore, linkNow);
  if (longest === 0) return;
  // Far steps run some bush's links empty and are no longer quite in the direction. The last try is sure to be.
  const surest = Math.min(longest, stepUntilEmpty(of, bushes));
  let step = longest;
  for (let tries = 0; tries < MOST_TRIES && step > 0; tries++) {
    costs.flow.fill(0);
    let at = 0;
    for (const bush of bushes) {
      for (let k = 0; k < bush.active; k++, at++) {
        bush.flows[k] = Math.max(0, now[at] + step * (now[at] - before[at]));
      }
      layOut(bench, problem, bush, bush.active);
      settleFlows(bench, problem, bush, costs.flow);
    }
    priceAll(costs);
    if (potential(costs) < was) return;
    if (step === surest) break;
    step = tries === MOST_TRIES - 2 ? surest : Math.max(surest, step * NEXT_TRY);
  }
  let at = 0;
  for (const bush of bushes) {
    bush.flows.set(now.subarray(at, at + bush.active));
    at += bush.active;
  }
  costs.flow.set(linkNow);
  priceAll(costs);
}

/** How far the direction leads before the flow of an origin on some link has run out. */
function stepUntilEmpty({ before, now }: Extrapolation, bushes: readonly Bush[]): number {
  let size = 0;
  for (const bush of bushes) size += bush.active;
  let step = FARTHEST;
  for (let at = 0; at < size; at++) {
    const loss = before[at] - now[at];
    if (loss > 0 && now[at] < step * loss) step = now[at] / loss;
  }
  return step;
}

function storeFlows(into: Float64Array, bushes: readonly Bush[]): void {
  let at = 0;
  for (const bush of bushes) {
    into.set(bush.flows.subarray(0, bush.active), at);
    at += bush.active;
  }
}

/** How far the links' flows can go on in their direction before the potential rises again: by doubling, then halving. */
function lengthOfStep(costs: LinkCosts, before: Float64Array, now: Float64Array): number {
  if (!(riseAlong(costs, before, now, 0) < 0)) return 0;
  let low = 0;
  let high = 1;
  while (high < FARTHEST && riseAlong(costs, before, now, high) < 0) {
    low = high;
    high *= 2;
  }
  for (let i = 0; i < 8; i++) {
    const middle = (low + high) / 2;
    if (riseAlong(costs, before, now, middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}

function riseAlong(costs: LinkCosts, before: Float64Array, now: Float64Array, step: number): number {
  let rise = 0;
  for (let link = 0; link < now.length; link++) {
    const direction = now[link] - before[link];
    if (direction === 0) continue;
    const flow = now[link] + step * direction;
    // A link that has run empty changes no more.
    if (flow > 0 || step === 0) rise += direction * costOf(costs, link, Math.max(flow, 0));
  }
  return rise;
}
