import type { Network } from '../network';
import { HOURS } from './walk-flows';
import type { Walking } from './walking';

/** Of HCM 2010, chapter 18: a platoon's start, and 2.7 s a person for each foot of the crossing's width. */
const STARTS_UP_S = 3.2;
const S_M_PER_PERSON = 2.7 * 0.3048;

/** The speed that a signal's clearance is reckoned with anyway. */
const USUAL_MPS = 1.2;

/**
 * How long everybody who has gathered in a cycle of the busiest hour needs to step off: 3.2 s + 2.7 N / W; and what
 * slower people need longer for the way over.
 */
export function stepOffSeconds({ spans, flows, mps }: Walking, network: Network, crossing: number): number {
  const { crossingJunction, junctionSignal } = network.roads;
  const signal = junctionSignal[crossingJunction[crossing]];
  const cycleS = signal < 0 ? 0 : network.signalCycleSeconds[signal];
  let most = 0;
  for (let hour = 0; hour < HOURS; hour++) {
    const first = 2 * crossing * HOURS + hour;
    most = Math.max(most, flows[first] + flows[first + HOURS]);
  }
  const widthM = spans.widthM[spans.firstSpan[crossing]];
  const slowerS = network.roads.crossingLengthM[crossing] * (1 / mps - 1 / USUAL_MPS);
  return STARTS_UP_S + (S_M_PER_PERSON * (most * cycleS)) / 3_600 / widthM + slowerS;
}
