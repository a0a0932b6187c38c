/**
 * The one move of the method: where a used way to a node parts from the cheapest one and meets it again at that node,
 * so many trips change over that both cost the same, by Newton's method on the difference of the two costs, held
 * between what is known to be too few and too many.
 *
 * Which used way is a choice. The busiest lets most trips move at once (as Bar-Gera chooses his paired alternative
 * segments, Transportation Research B 44, 2010); the one that turns soonest to the cheapest way compares the fewest
 * links, so that no steep link far away hides a difference here. Each by itself can crawl; rounds take them in turn.
 */
import type { Bush, Workbench } from './bush';
import { type LinkCosts, priceLink } from './link-costs';

export interface Shifting {
  /** The two ways between where they part and meet, as places in the bush; the cheapest goes on to the origin. */
  readonly near: Int32Array;
  readonly far: Int32Array;
  /** By position: its place on the cheapest way to the present meeting, counted back from it; −1 off that way. */
  readonly onNear: Int32Array;
}

export function createShifting(nodeCount: number): Shifting {
  return {
    near: new Int32Array(nodeCount),
    far: new Int32Array(nodeCount),
    onNear: new Int32Array(nodeCount).fill(-1),
  };
}

export type Choice = 'busiest' | 'soonest';

const MOST_STEPS = 60;
/** A difference of costs this small against what it was is for the next round, after all others have moved. */
const CLOSE_ENOUGH = 0.05;
/** Differences below this, against the cost of the ways, are rounding. */
const ROUNDING = 1e-15;

/** Evens out every node of a labelled bush, the farthest first. */
export function shiftBush(shifting: Shifting, bench: Workbench, bush: Bush, costs: LinkCosts, choice: Choice): void {
  const { start, tail, least, leastVia } = bench;
  const { near, onNear } = shifting;
  for (let p = bench.nodes - 1; p > 0; p--) {
    if (start[p + 1] - start[p] === 1) continue;
    let nearCount = 0;
    for (let k = start[p]; k < start[p + 1]; k++) {
      if (bush.flows[k] === 0 || k === leastVia[p]) continue;
      const dearerBy = least[tail[k]] + costs.cost[bush.links[k]] - least[p];
      if (!(dearerBy > ROUNDING * least[p])) continue;
      if (nearCount === 0) {
        for (let q = p; q > 0; q = tail[leastVia[q]]) {
          onNear[q] = nearCount;
          near[nearCount++] = leastVia[q];
        }
        onNear[0] = nearCount;
      }
      shiftFrom(shifting, bench, bush, costs, k, choice);
    }
    if (nearCount === 0) continue;
    for (let q = p; q > 0; q = tail[leastVia[q]]) onNear[q] = -1;
    onNear[0] = -1;
  }
}

/** The used link by which the far way goes back from a position. */
function stepBack(shifting: Shifting, bench: Workbench, bush: Bush, at: number, choice: Choice): number {
  if (choice === 'busiest') return bench.busiestVia[at];
  const { start, tail } = bench;
  const { onNear } = shifting;
  let via = bench.busiestVia[at];
  for (let k = start[at]; k < start[at + 1]; k++) {
    if (bush.flows[k] === 0 || onNear[tail[k]] < 0) continue;
    // Where several turn to the cheapest way at once, the one that does it nearest to the meeting.
    if (onNear[tail[via]] < 0 || onNear[tail[k]] < onNear[tail[via]]) via = k;
  }
  return via;
}

function shiftFrom(
  shifting: Shifting,
  bench: Workbench,
  bush: Bush,
  costs: LinkCosts,
  dearer: number,
  choice: Choice,
): void {
  const { near, far, onNear } = shifting;
  const { tail } = bench;
  const { links, flows } = bush;
  const { cost, slope } = costs;

  far[0] = dearer;
  let farCount = 1;
  let farAt = tail[dearer];
  while (onNear[farAt] < 0) {
    far[farCount] = stepBack(shifting, bench, bush, farAt, choice);
    farAt = tail[far[farCount++]];
  }
  const nearCount = onNear[farAt];
  let difference = 0;
  let steepness = 0;
  let most = Number.POSITIVE_INFINITY;
  for (let i = 0; i < farCount; i++) {
    const k = far[i];
    if (flows[k] < most) most = flows[k];
    difference += cost[links[k]];
    steepness += slope[links[k]];
  }
  for (let i = 0; i < nearCount; i++) {
    difference -= cost[links[near[i]]];
    steepness += slope[links[near[i]]];
  }
  if (!(difference > 0) || !(most > 0)) return;

  const close = difference * CLOSE_ENOUGH;
  let tooFew = 0;
  let tooMany = Number.POSITIVE_INFINITY;
  let shifted = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    let target = shifted + difference / steepness;
    // Costs that do not rise have no balance: everybody changes over. An infinitely steep one says nothing: half do.
    if (steepness === 0) target = difference > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (target >= most && tooMany > most) target = most;
    else if (!(target > tooFew && target < tooMany)) target = (tooFew + Math.min(tooMany, most)) / 2;
    // Never too many in the end, lest all be worse off.
    if (step === MOST_STEPS - 1) target = tooFew;
    const change = target - shifted;
    if (change === 0) return;
    shifted = target;
    difference = 0;
    steepness = 0;
    for (let i = 0; i < farCount; i++) {
      const link = links[far[i]];
      flows[far[i]] = above0(flows[far[i]] - change);
      costs.flow[link] = above0(costs.flow[link] - change);
      priceLink(costs, link);
      difference += cost[link];
      steepness += slope[link];
    }
    for (let i = 0; i < nearCount; i++) {
      const link = links[near[i]];
      flows[near[i]] = above0(flows[near[i]] + change);
      costs.flow[link] = above0(costs.flow[link] + change);
      priceLink(costs, link);
      difference -= cost[link];
      steepness += slope[link];
    }
    if (Math.abs(difference) <= close || (difference > 0 && shifted === most)) return;
    if (difference > 0) tooFew = shifted;
    else tooMany = shifted;
  }
}

/** Rounding may leave a flow a hair below nothing; the flows are settled anew every iteration. */
function above0(flow: number): number {
  return Math.max(flow, 0);
}
