/**
 * People on crossings as flows. They come to the kerb at random, as many as plans say for the hour; wait for green, or
 * for a gap where there is no light; step off in the order they came, a platoon at first and then as they come; and walk
 * over at one speed, so that where somebody is follows from when he stepped off. Left out: who walks faster or slower,
 * who runs at red, and room on the crossing itself.
 */
import { type Luck, ln, streamOf } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import type { DayDepartures, People } from '../demand/people/people';
import type { Network } from '../network';
import { type Spans, spansOf } from './spans';
import { HOURS, type WalkFlows, walkFlowsOf } from './walk-flows';

/**
 * HCM 2010, chapter 18: 1.2 m/s, and 1.0 where more than a fifth of those who walk are old.
 */
const WALKS_MPS = 1.2;
const OLD_WALKS_MPS = 1;
const OLD_SHARE = 0.2;

export interface Walking {
  readonly spans: Spans;
  readonly mps: number;
  readonly stepS: number;
  flows: WalkFlows;
  /** The plans that the flows are of. */
  flowsOf: DayDepartures | null;
  /** Steps walked since the beginning of the state. */
  steps: number;
  /** By crossing and direction: how many are to be expected until the next one comes; and how many have come. */
  readonly untilNext: Float64Array;
  readonly come: Uint32Array;
  /** By span and direction: who stands at its kerb, and who is on it. */
  readonly waiting: Uint32Array;
  readonly onSpan: Uint32Array;
  /** Who stepped off, by span, direction and step modulo `room`; a power of two that no walk outlasts. */
  readonly stepped: Uint16Array;
  readonly room: number;
  /** By span: steps that it takes to walk over. */
  readonly walkSteps: Uint16Array;
  /** Since the start: who came to a kerb, who has crossed, and what all have waited. */
  due: number;
  crossed: number;
  waitedSeconds: number;
}

/** Null where nobody has a plan, or there is nothing to cross. */
export function walkingOf(
  scene: CompiledScene,
  network: Network,
  people: People | null,
  luck: Luck,
  stepS: number,
): Walking | null {
  if (people === null || network.roads.crossingJunction.length === 0) return null;
  const { part } = people.ground.survey;
  let retired = 0;
  let all = 0;
  for (const { type, share } of part.types) {
    all += share;
    if (type === 'retired') retired += share;
  }
  const mps = retired > OLD_SHARE * all ? OLD_WALKS_MPS : WALKS_MPS;
  const walking = createWalking(spansOf(scene, network), walkFlowsOf(scene, network, people), luck, mps, stepS);
  walking.flowsOf = people.departures;
  return walking;
}

const NEXT = streamOf('traffic.walkers.next');

/** How many more are to be expected until the next one comes: arrivals at random are a Poisson stream. */
export function drawUntilNext(luck: Luck, end: number, come: number): number {
  return -ln(1 - luck.uniform(NEXT, come, end));
}

export function createWalking(spans: Spans, flows: WalkFlows, luck: Luck, mps: number, stepS: number): Walking {
  const walkSteps = Uint16Array.from(spans.lengthM, (lengthM) => Math.max(1, Math.ceil(lengthM / mps / stepS)));
  const longest = walkSteps.reduce((most, steps) => Math.max(most, steps), 1);
  let room = 2;
  while (room <= longest) room *= 2;
  return {
    spans,
    mps,
    stepS,
    flows,
    flowsOf: null,
    steps: 0,
    untilNext: Float64Array.from({ length: flows.length / HOURS }, (_, end) => drawUntilNext(luck, end, 0)),
    come: new Uint32Array(flows.length / HOURS),
    waiting: new Uint32Array(2 * spans.count),
    onSpan: new Uint32Array(2 * spans.count),
    stepped: new Uint16Array(2 * spans.count * room),
    room,
    walkSteps,
    due: 0,
    crossed: 0,
    waitedSeconds: 0,
  };
}

/** Other plans than those that were counted: another growth of the city. */
export function followPlans(walking: Walking, scene: CompiledScene, network: Network, people: People): void {
  if (walking.flowsOf === people.departures) return;
  walking.flows = walkFlowsOf(scene, network, people);
  walking.flowsOf = people.departures;
}

/** What happened while the city was being warmed up is not of the run: who stands there now has only just come. */
export function forgetWalks(walking: Walking): void {
  walking.due = sum(walking.waiting) + sum(walking.onSpan);
  walking.crossed = 0;
  walking.waitedSeconds = 0;
}

export function sum(counts: ArrayLike<number>): number {
  let all = 0;
  for (let i = 0; i < counts.length; i++) all += counts[i];
  return all;
}
