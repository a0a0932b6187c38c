/**
 * A pump by one point of its curve, as EPANET reads one: 4/3 of that head at rest, none at twice that flow (a parabola
 * through the three); at another speed by the affinity laws. Works run as many as they need, the same speed for all, and
 * hold the head that they were built for (变频恒压供水, the usual way of Chinese works). Efficiency: 80 % at the best point,
 * which moves with the speed, falling to either side as a parabola through zero does; motors and drives 93 %
 * (GB 19762-2007 asks 82 % and GB 18613 95 % of new ones of this size; what has run for a while gives less. From memory).
 */
const REST_SHARE = 4 / 3;
const FALL_SHARE = 1 / 3;
const BEST_EFFICIENCY = 0.8;
const LEAST_EFFICIENCY = 0.2;
const DRIVE_EFFICIENCY = 0.93;
const WATER_N_PER_M3 = 998.2 * 9.80665; // at 20 °C
const WATT_PER_KW = 1_000;

/** The most that one gives against a head, at full speed; 0 above what it can lift at all. */
export function mostM3PerS(headM: number, curveHeadM: number, curveM3PerS: number): number {
  const share = (REST_SHARE - headM / curveHeadM) / FALL_SHARE;
  return share > 0 ? curveM3PerS * Math.sqrt(share) : 0;
}

/** The speed at which it gives a flow against a head. */
export function speedFor(headM: number, m3PerS: number, curveHeadM: number, curveM3PerS: number): number {
  const flow = m3PerS / curveM3PerS;
  return Math.sqrt(Math.max(0, (headM / curveHeadM + FALL_SHARE * flow * flow) / REST_SHARE));
}

export function pumpKw(headM: number, m3PerS: number, speed: number, curveM3PerS: number): number {
  if (!(m3PerS > 0 && headM > 0 && speed > 0)) return 0;
  const ofBest = m3PerS / (speed * curveM3PerS);
  const efficiency = Math.max(LEAST_EFFICIENCY, BEST_EFFICIENCY * ofBest * (2 - ofBest));
  return (WATER_N_PER_M3 * m3PerS * headM) / (efficiency * DRIVE_EFFICIENCY * WATT_PER_KW);
}
