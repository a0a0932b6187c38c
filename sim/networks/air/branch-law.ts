/**
 * What a branch takes from the pressure at a flow: R·Q·|Q| (Atkinson's law of mine ventilation, 1854), less the lift of
 * its fan. Near nothing air creeps and the loss is a line, or no Newton would find its way; the two meet with one slope.
 * A fan at another speed follows the affinity laws: lift at (Q, n) = n² · lift at (Q/n, 1).
 */
import type { AirNetwork } from './network';

/** Slower than this share of its speed a wheel counts as standing. */
export const STANDING_BELOW = 0.05;

/** Loss less lift into out[0], its slope, above zero wherever something resists, into out[1]. */
export function evaluateBranch(network: AirNetwork, b: number, flow: number, out: Float64Array): void {
  const { fan } = network;
  const edge = network.laminarBelowM3PerS[b];
  let resistance = network.resistance[b];
  let lift = 0;
  let liftSlope = 0;
  const speed = fan.speed[b];
  if (speed < STANDING_BELOW) resistance += fan.stoppedPaPerM6PerS2[b];
  else {
    lift = speed * speed * fan.shutOffPa[b];
    if (flow >= 0) {
      // Its square is one more resistance.
      resistance -= fan.quadraticPaPerM6PerS2[b];
      liftSlope = speed * fan.linearPaPerM3PerS[b];
      lift += liftSlope * flow;
    } else resistance += fan.stoppedPaPerM6PerS2[b];
  }
  const size = Math.abs(flow);
  if (size >= edge) {
    out[0] = resistance * flow * size - lift;
    out[1] = 2 * resistance * size - liftSlope;
  } else {
    const share = flow / edge;
    out[0] = 0.5 * resistance * edge * flow * (1 + share * share) - lift;
    out[1] = 0.5 * resistance * edge * (1 + 3 * share * share) - liftSlope;
  }
}

/** What the fan of a branch lifts at a flow, Pa; 0 where it stands. */
export function fanLiftPa({ fan }: AirNetwork, b: number, flow: number): number {
  const speed = fan.speed[b];
  if (speed < STANDING_BELOW) return 0;
  const shutOff = speed * speed * fan.shutOffPa[b];
  if (flow < 0) return shutOff + fan.stoppedPaPerM6PerS2[b] * flow * flow;
  return shutOff + (speed * fan.linearPaPerM3PerS[b] + fan.quadraticPaPerM6PerS2[b] * flow) * flow;
}
