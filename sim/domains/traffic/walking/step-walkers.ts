/** One step of everybody on foot: who has crossed, who comes to a kerb, who steps off. After the vehicles have moved. */
import type { TrafficState } from '../state';
import { canStepOff, lightFor } from './step-off';
import { HOURS } from './walk-flows';
import { drawUntilNext, followPlans, type Walking } from './walking';

/** A platoon steps off by so many a second and metre of width: HCM 2010, chapter 18, 2.7 s for each and foot of width. */
const PLATOON_PER_S_AND_M = 1 / (2.7 * 0.3048);

export function stepWalkers(state: TrafficState, clockSeconds: number): void {
  const { network, people } = state;
  const walking = state.walking!;
  if (people !== null && walking.flowsOf !== null) followPlans(walking, state.scene, network, people);
  walking.steps++;
  arriveAcross(walking);
  comeToKerb(state, walking, hourOf(clockSeconds));
  stepOff(state, walking);
  for (let end = 0; end < walking.waiting.length; end++) walking.waitedSeconds += walking.waiting[end] * walking.stepS;
}

/** Of any day, that before the run's too, in which it is warmed up. */
function hourOf(clockSeconds: number): number {
  const hour = Math.floor(clockSeconds / 3_600) % HOURS;
  return hour < 0 ? hour + HOURS : hour;
}

/** Who comes to a span's far end is over, or stands at the refuge before the next. */
function arriveAcross(walking: Walking): void {
  const { spans, onSpan, stepped, walkSteps, room, steps, waiting } = walking;
  for (let end = 0; end < onSpan.length; end++) {
    if (onSpan[end] === 0) continue;
    const span = end >> 1;
    const slot = end * room + ((steps - walkSteps[span]) & (room - 1));
    const count = stepped[slot];
    if (count === 0) continue;
    stepped[slot] = 0;
    onSpan[end] -= count;
    const next = (end & 1) === 0 ? span + 1 : span - 1;
    if (next >= 0 && next < spans.count && spans.crossing[next] === spans.crossing[span]) {
      waiting[2 * next + (end & 1)] += count;
    } else walking.crossed += count;
  }
}

function comeToKerb({ chance }: TrafficState, walking: Walking, hour: number): void {
  const { spans, flows, untilNext, come, waiting, stepS } = walking;
  for (let end = 0; end < untilNext.length; end++) {
    const perHour = flows[end * HOURS + hour];
    if (perHour === 0) continue;
    let left = untilNext[end] - (perHour * stepS) / 3_600;
    while (left <= 0) {
      const crossing = end >> 1;
      const first = (end & 1) === 0 ? spans.firstSpan[crossing] : spans.firstSpan[crossing + 1] - 1;
      waiting[2 * first + (end & 1)]++;
      walking.due++;
      come[end]++;
      left += drawUntilNext(chance.coming, end, come[end]);
    }
    untilNext[end] = left;
  }
}

function stepOff(state: TrafficState, walking: Walking): void {
  const { spans, waiting, onSpan, stepped, room, steps, stepS } = walking;
  const { signals } = state;
  for (let end = 0; end < waiting.length; end++) {
    if (waiting[end] === 0) continue;
    const span = end >> 1;
    const light = lightFor(state, spans.crossing[span]);
    if (!canStepOff(state, span, end & 1, light)) continue;
    const perStep = PLATOON_PER_S_AND_M * spans.widthM[span] * stepS;
    // Whole persons, in the mean as many as that.
    const most = Math.max(0, Math.floor((steps + 1) * perStep) - Math.floor(steps * perStep));
    const count = Math.min(waiting[end], most);
    waiting[end] -= count;
    onSpan[end] += count;
    stepped[end * room + (steps & (room - 1))] = count;
  }
  callSignals(walking, signals.walkCalls);
}

/** Signals that go by who is there know whether anybody wants to walk. */
function callSignals({ spans, waiting }: Walking, walkCalls: Uint8Array): void {
  walkCalls.fill(0);
  for (let end = 0; end < waiting.length; end++) if (waiting[end] > 0) walkCalls[spans.crossing[end >> 1]] = 1;
}
