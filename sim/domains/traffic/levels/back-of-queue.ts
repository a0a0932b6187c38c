/**
 * How far a queue reaches back at a signal, in vehicles of one lane: Highway Capacity Manual 2000, ch. 16, appendix G.
 * The back of the queue counts those who join while its front already moves. Arrivals at random, not in platoons.
 */
import { exp, pow } from '../../../kernel';
import type { SignalDemand } from './signal-delay';

/** Appendix G: factor of the 95th percentile over the mean, p1 + p2 · e^(−Q/p3). */
const FIXED_P95 = [1.6, 1, 5] as const;
const ACTUATED_P95 = [1.5, 0.6, 18] as const;
const USUAL_PERIOD_H = 0.25;

/** Mean over the cycles of the period. */
export function backOfQueueVeh(demand: SignalDemand): number {
  const { flowVehPerH, saturationFlowVehPerH, greenSeconds, cycleSeconds, actuated = false } = demand;
  const { periodH = USUAL_PERIOD_H, queueAtStartVeh = 0 } = demand;
  const greenShare = greenSeconds / cycleSeconds;
  const capacityVehPerH = saturationFlowVehPerH * greenShare;
  const saturation = flowVehPerH / capacityVehPerH;
  const evenVeh =
    ((flowVehPerH * cycleSeconds) / 3600) * ((1 - greenShare) / (1 - Math.min(1, saturation) * greenShare));
  const perGreenVeh = (saturationFlowVehPerH * greenSeconds) / 3600;
  const k = actuated ? 0.1 * pow(perGreenVeh, 0.6) : 0.12 * pow(perGreenVeh, 0.7);
  const over = saturation - 1;
  const inPeriodVeh = capacityVehPerH * periodH;
  const chanceVeh =
    0.25 *
    inPeriodVeh *
    (over +
      Math.sqrt(
        over * over + (8 * k * saturation) / inPeriodVeh + (16 * k * queueAtStartVeh) / (inPeriodVeh * inPeriodVeh),
      ));
  return evenVeh + chanceVeh;
}

/** What one cycle in twenty exceeds. */
export function backOfQueue95Veh(demand: SignalDemand): number {
  const mean = backOfQueueVeh(demand);
  const [p1, p2, p3] = demand.actuated ? ACTUATED_P95 : FIXED_P95;
  return mean * (p1 + p2 * exp(-mean / p3));
}
