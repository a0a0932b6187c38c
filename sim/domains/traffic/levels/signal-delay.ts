/**
 * Control delay at a signal from flow and green, for a lane or a group of lanes: Highway Capacity Manual 2000, ch. 16,
 * eq. 16-9 to 16-12, and appendix F for a queue left over from before. Flows and capacities in veh/h, the period T in
 * hours. Arrivals are random (I = 1) and not in platoons (PF = 1): for a green wave measure instead.
 */

/** k: 0.5 where the green is fixed; less where it follows demand, and the controller spends it where it is needed. */
export const FIXED_GREEN = 0.5;
/** HCM 2000, exhibit 16-13, at a passage time of 3 s; it grows to 0.5 at capacity. */
const ACTUATED_GREEN_BELOW_HALF = 0.11;
const USUAL_PERIOD_H = 0.25;

export function actuatedGreen(saturation: number): number {
  if (saturation <= 0.5) return ACTUATED_GREEN_BELOW_HALF;
  const beyond = (1 - 2 * ACTUATED_GREEN_BELOW_HALF) * (saturation - 0.5) + ACTUATED_GREEN_BELOW_HALF;
  return Math.min(FIXED_GREEN, beyond);
}

/** d1: what vehicles wait if they arrive evenly; with a saturation above 1 as if at capacity. */
export function uniformDelaySeconds(cycleSeconds: number, greenShare: number, saturation: number): number {
  const red = 1 - greenShare;
  return (0.5 * cycleSeconds * red * red) / (1 - Math.min(1, saturation) * greenShare);
}

/** d2: what chance adds below capacity, and the queue that grows through the period above it. */
export function incrementalDelaySeconds(
  saturation: number,
  capacityVehPerH: number,
  periodH = USUAL_PERIOD_H,
  k = FIXED_GREEN,
): number {
  const over = saturation - 1;
  return 900 * periodH * (over + Math.sqrt(over * over + (8 * k * saturation) / (capacityVehPerH * periodH)));
}

/** Hours until a queue that stood there at the beginning has gone. */
function unmetDemandH(queueVeh: number, saturation: number, capacityVehPerH: number, periodH: number): number {
  if (queueVeh <= 0) return 0;
  const spare = 1 - Math.min(1, saturation);
  return spare > 0 ? Math.min(periodH, queueVeh / (capacityVehPerH * spare)) : periodH;
}

/** d3: what a queue standing there when the period begins adds to everyone's wait. */
export function leftOverDelaySeconds(
  queueVeh: number,
  saturation: number,
  capacityVehPerH: number,
  periodH = USUAL_PERIOD_H,
): number {
  if (queueVeh <= 0) return 0;
  const unmetH = unmetDemandH(queueVeh, saturation, capacityVehPerH, periodH);
  const spareVeh = capacityVehPerH * periodH * (1 - Math.min(1, saturation));
  const share = unmetH < periodH ? 0 : 1 - spareVeh / queueVeh;
  return (1800 * queueVeh * (1 + share) * unmetH) / (capacityVehPerH * periodH);
}

export interface SignalDemand {
  readonly flowVehPerH: number;
  readonly saturationFlowVehPerH: number;
  readonly greenSeconds: number;
  readonly cycleSeconds: number;
  readonly periodH?: number;
  readonly actuated?: boolean;
  readonly queueAtStartVeh?: number;
}

export interface SignalDelay {
  readonly capacityVehPerH: number;
  /** v/c */
  readonly saturation: number;
  readonly delaySeconds: number;
}

export function signalDelay(demand: SignalDemand): SignalDelay {
  const { flowVehPerH, saturationFlowVehPerH, greenSeconds, cycleSeconds } = demand;
  const { periodH = USUAL_PERIOD_H, queueAtStartVeh = 0 } = demand;
  const greenShare = greenSeconds / cycleSeconds;
  const capacityVehPerH = saturationFlowVehPerH * greenShare;
  const saturation = flowVehPerH / capacityVehPerH;
  const k = demand.actuated ? actuatedGreen(saturation) : FIXED_GREEN;
  // A queue left over keeps the lane at capacity for as long as it lasts (appendix F).
  const unmetShare = unmetDemandH(queueAtStartVeh, saturation, capacityVehPerH, periodH) / periodH;
  const uniform =
    uniformDelaySeconds(cycleSeconds, greenShare, 1) * unmetShare +
    uniformDelaySeconds(cycleSeconds, greenShare, saturation) * (1 - unmetShare);
  const delaySeconds =
    uniform +
    incrementalDelaySeconds(saturation, capacityVehPerH, periodH, k) +
    leftOverDelaySeconds(queueAtStartVeh, saturation, capacityVehPerH, periodH);
  return { capacityVehPerH, saturation, delaySeconds };
}
