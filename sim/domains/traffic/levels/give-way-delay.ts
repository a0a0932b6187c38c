/**
 * Control delay and queue where drivers wait for gaps: Highway Capacity Manual 2000, ch. 17, eq. 17-38 and 17-37.
 * The five seconds are those of slowing down and speeding up again.
 */
const USUAL_PERIOD_H = 0.25;

export function giveWayDelaySeconds(flowVehPerH: number, capacityVehPerH: number, periodH = USUAL_PERIOD_H): number {
  const serviceSeconds = 3600 / capacityVehPerH;
  return serviceSeconds + 900 * periodH * growth(flowVehPerH, capacityVehPerH, periodH, 450) + 5;
}

/** Length that the queue exceeds in five per cent of the time, in vehicles. */
export function giveWayQueue95Veh(flowVehPerH: number, capacityVehPerH: number, periodH = USUAL_PERIOD_H): number {
  return (900 * periodH * growth(flowVehPerH, capacityVehPerH, periodH, 150) * capacityVehPerH) / 3600;
}

function growth(flowVehPerH: number, capacityVehPerH: number, periodH: number, divisor: number): number {
  const saturation = flowVehPerH / capacityVehPerH;
  const over = saturation - 1;
  return over + Math.sqrt(over * over + ((3600 / capacityVehPerH) * saturation) / (divisor * periodH));
}
