/**
 * Equilibrium by bushes, one for each origin (Dial's Algorithm B). Every iteration looks at the whole network once: the
 * gap is measured against the true shortest ways, bushes drop idle links and take in promising ones. Then rounds of
 * shifting even out the bushes as they are, until what is left to gain in them is a small part of the gap; every few
 * rounds, what they have changed is gone on with.
 */
import { type Adjacency, linksByTail } from './adjacency';
import { type Bush, createWorkbench, growBush, labelAll, labelUsed, layOut, settleFlows, type Workbench } from './bush';
import { beginDirection, createExtrapolation, type Extrapolation, goOn } from './extrapolate';
import {
  beckmann,
  costAt,
  createLinkCosts,
  type LinkCosts,
  type Objective,
  priceAll,
  priceLink,
  totalCost,
} from './link-costs';
import type { AssignmentProblem } from './problem';
import {
  createReshaping,
  dropIdleLinks,
  excessCost,
  measureDistances,
  type Reshaping,
  takeInLinks,
} from './reshape-bush';
import { createShifting, type Shifting, shiftBush } from './shift-flow';
import { createShortestTree } from './shortest-tree';

export interface AssignmentSettings {
  readonly objective?: Objective;
  /** Sought: (total cost − cost if all took the cheapest way as it is now) / total cost. */
  readonly relativeGap?: number;
  readonly mostIterations?: number;
}

export const DEFAULT_GAP = 1e-6;
export const DEFAULT_ITERATIONS = 500;

/** Where it stands after an iteration, by the costs that equilibrium is sought of. */
export interface IterationFigures {
  readonly iteration: number;
  readonly relativeGap: number;
  /** Cost above the cheapest way, by trip. */
  readonly averageExcess: number;
  /** By what drivers pay, whatever is sought. */
  readonly totalCost: number;
  readonly beckmann: number;
}

export interface Assignment extends IterationFigures {
  readonly objective: Objective;
  readonly ended: 'gap' | 'iterations' | 'cancelled';
  readonly linkFlow: Float64Array;
  /** What a driver pays on each link. */
  readonly linkCost: Float64Array;
  readonly assignedTrips: number;
  /** Pairs of the problem without a way. */
  readonly unreachedPairs: Int32Array;
  readonly bushes: readonly Bush[];
}

/** How far the present iteration is, for someone who waits; work goes on when the next is asked for. */
export interface AssignmentProgress {
  readonly figures: IterationFigures | undefined;
  readonly shareOfIteration: number;
}

const LINKS_PER_SLICE = 2_000_000;
const MOST_ROUNDS = 30;
/** Rounds of shifting end when what is left in the bushes is this part of the excess that the iteration began with. */
const ROUNDS_UNTIL = 0.05;
/** An iteration that leaves more than this part of the gap has brought little. */
const SLOW = 0.5;
/** So many rounds make a direction to go on in. */
const ROUNDS_PER_DIRECTION = 4;
/** A bush that has less than this part of its even share of the aim waits for the next round. */
const IDLE_SHARE = 0.01;

interface Work {
  readonly problem: AssignmentProblem;
  readonly adjacency: Adjacency;
  readonly costs: LinkCosts;
  readonly bench: Workbench;
  readonly reshaping: Reshaping;
  readonly shifting: Shifting;
  readonly extrapolation: Extrapolation;
  readonly bushes: Bush[];
  readonly unreachedPairs: number[];
  assignedTrips: number;
  readonly bushesPerSlice: number;
}

/** What is asked of whoever drives the work: a `true` ends it at the next figures. */
type Slices<T> = Generator<AssignmentProgress, T, boolean | undefined>;

/** The part of an iteration's time that goes into looking at the whole network, as far as a bar can tell. */
const SHARE_OF_LOOKING = 0.3;

/** Yields after every slice of work; flows and costs answered are those whose gap was measured last. */
export function* equilibrate(problem: AssignmentProblem, settings: AssignmentSettings = {}): Slices<Assignment> {
  const { objective = 'user', relativeGap = DEFAULT_GAP, mostIterations = DEFAULT_ITERATIONS } = settings;
  const work: Work = {
    problem,
    adjacency: linksByTail(problem),
    costs: createLinkCosts(problem, objective),
    bench: createWorkbench(problem),
    reshaping: createReshaping(problem),
    shifting: createShifting(problem.nodeCount),
    extrapolation: createExtrapolation(problem),
    bushes: [],
    unreachedPairs: [],
    assignedTrips: 0,
    bushesPerSlice: Math.max(1, Math.floor(LINKS_PER_SLICE / (problem.linkCount + 1))),
  };
  let stop = yield* plantBushes(work);
  let figures: IterationFigures | undefined;
  let gapBefore = Number.POSITIVE_INFINITY;
  for (let iteration = 0; ; iteration++) {
    const looked = yield* lookAround(work, iteration, figures);
    figures = looked.figures;
    stop ||= looked.stop || (yield { figures, shareOfIteration: SHARE_OF_LOOKING }) === true;
    const reached = figures.relativeGap <= relativeGap;
    if (reached || stop || iteration >= mostIterations) {
      const ended = reached ? 'gap' : stop ? 'cancelled' : 'iterations';
      return answer(work, objective, figures, ended);
    }
    stop = yield* evenOut(work, looked.excess, figures, figures.relativeGap > SLOW * gapBefore);
    gapBefore = figures.relativeGap;
  }
}

/** A bush for each origin, grown on the roads as those before have filled them: a better start than all on empty roads. */
function* plantBushes(work: Work): Slices<boolean> {
  const { problem, adjacency, costs, bench, bushes } = work;
  const { pairOrigin, pairDestination, pairTrips } = problem;
  const tree = createShortestTree(problem.nodeCount);
  let stop = false;
  for (let pair = 0; pair < pairOrigin.length; ) {
    const origin = pairOrigin[pair];
    const firstPair = pair;
    while (pair < pairOrigin.length && pairOrigin[pair] === origin) pair++;
    const bush = growBush(problem, adjacency, costs, tree, { origin, firstPair, endPair: pair });
    layOut(bench, problem, bush, bush.active);
    for (let each = firstPair; each < pair; each++) {
      if (bench.positionOf[pairDestination[each]] < 0) work.unreachedPairs.push(each);
      else work.assignedTrips += pairTrips[each];
    }
    settleFlows(bench, problem, bush, costs.flow);
    for (let k = 0; k < bush.size; k++) if (bush.flows[k] > 0) priceLink(costs, bush.links[k]);
    bushes.push(bush);
    if (bushes.length % work.bushesPerSlice > 0) continue;
    if (yield { figures: undefined, shareOfIteration: pair / pairOrigin.length }) stop = true;
  }
  return stop;
}

/** At costs that stand still: the true shortest ways and with them the gap, and bushes as they should be next. */
function* lookAround(
  work: Work,
  iteration: number,
  before: IterationFigures | undefined,
): Slices<{ figures: IterationFigures; excess: number; stop: boolean }> {
  const { problem, adjacency, costs, bench, reshaping, bushes } = work;
  costs.flow.fill(0);
  for (const bush of bushes) {
    layOut(bench, problem, bush, bush.active);
    settleFlows(bench, problem, bush, costs.flow);
  }
  priceAll(costs);

  let total = 0;
  for (let link = 0; link < problem.linkCount; link++) total += costs.flow[link] * costs.cost[link];
  let excess = 0;
  let stop = false;
  for (let i = 0; i < bushes.length; i++) {
    const bush = bushes[i];
    layOut(bench, problem, bush, bush.size);
    labelAll(bench, bush, costs.cost);
    dropIdleLinks(bench, bush, costs.cost);
    measureDistances(reshaping, bench, problem, adjacency, bush, costs.cost);
    excess += excessCost(reshaping, problem, bush, costs.cost);
    takeInLinks(reshaping, bench, problem, bush);
    if (i % work.bushesPerSlice < work.bushesPerSlice - 1) continue;
    if (yield { figures: before, shareOfIteration: (SHARE_OF_LOOKING * i) / bushes.length }) stop = true;
  }
  const figures: IterationFigures = {
    iteration,
    relativeGap: total > 0 ? excess / total : 0,
    averageExcess: work.assignedTrips > 0 ? excess / work.assignedTrips : 0,
    totalCost: totalCost(problem, costs.flow),
    beckmann: beckmann(problem, costs.flow),
  };
  return { figures, excess, stop };
}

/** Rounds of shifting over all bushes as they are; all that are allowed where the last ones brought little. */
function* evenOut(work: Work, excess: number, figures: IterationFigures, allRounds: boolean): Slices<boolean> {
  const { problem, costs, bench, shifting, extrapolation, bushes } = work;
  const idle = (IDLE_SHARE * ROUNDS_UNTIL * excess) / bushes.length;
  let stop = false;
  // The first round is not like the others: new links fill up.
  let markedAt = 1;
  let isMarked = false;
  for (let round = 0; round < MOST_ROUNDS && !stop; round++) {
    const shareOfIteration = SHARE_OF_LOOKING + ((1 - SHARE_OF_LOOKING) * round) / MOST_ROUNDS;
    if (round === markedAt) isMarked = beginDirection(extrapolation, bushes, costs);
    let left = 0;
    for (let i = 0; i < bushes.length; i++) {
      const bush = bushes[i];
      layOut(bench, problem, bush, bush.active);
      const leftHere = labelUsed(bench, bush, costs.cost);
      left += leftHere;
      if (leftHere > idle) shiftBush(shifting, bench, bush, costs, round % 2 === 0 ? 'busiest' : 'soonest');
      if (i % work.bushesPerSlice < work.bushesPerSlice - 1) continue;
      if (yield { figures, shareOfIteration }) stop = true;
    }
    if (left <= ROUNDS_UNTIL * excess && !allRounds) break;
    if (round < markedAt + ROUNDS_PER_DIRECTION - 1) continue;
    if (isMarked) goOn(extrapolation, problem, bench, bushes, costs);
    markedAt = round + 1;
  }
  return stop;
}

function answer(work: Work, objective: Objective, figures: IterationFigures, ended: Assignment['ended']): Assignment {
  const { problem, costs, bushes, assignedTrips, unreachedPairs } = work;
  return {
    ...figures,
    objective,
    ended,
    linkFlow: costs.flow,
    linkCost: costs.flow.map((flow, link) => costAt(problem, link, flow)),
    assignedTrips,
    unreachedPairs: Int32Array.from(unreachedPairs),
    bushes,
  };
}

/** The same without pauses; `onIteration` may answer `true` to end it. */
export function assign(
  problem: AssignmentProblem,
  settings: AssignmentSettings = {},
  onIteration?: (figures: IterationFigures) => boolean | undefined,
): Assignment {
  const work = equilibrate(problem, settings);
  let heard: IterationFigures | undefined;
  let stop: boolean | undefined;
  for (;;) {
    const next = work.next(stop);
    if (next.done) return next.value;
    const { figures } = next.value;
    if (figures === undefined || figures === heard) continue;
    heard = figures;
    stop = onIteration?.(figures);
  }
}
