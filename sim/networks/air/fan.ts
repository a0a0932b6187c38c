/** A fan's figures: its curve through what a maker prints, and what its motor draws. */

export interface FanCurve {
  readonly shutOffPa: number;
  readonly linearPaPerM3PerS: number;
  readonly quadraticPaPerM6PerS2: number;
}

/** Through no flow and the duty, with no slope at no flow: p = p₀ − (p₀ − p_d)·(Q/Q_d)². */
export function curveThroughDuty(shutOffPa: number, dutyM3PerS: number, dutyPa: number): FanCurve {
  return {
    shutOffPa,
    linearPaPerM3PerS: 0,
    quadraticPaPerM6PerS2: (dutyPa - shutOffPa) / (dutyM3PerS * dutyM3PerS),
  };
}

/** Flow at which a curve at full speed lifts nothing. */
export function freeDeliveryM3PerS({ shutOffPa, linearPaPerM3PerS: b, quadraticPaPerM6PerS2: c }: FanCurve): number {
  if (c === 0) return b === 0 ? Number.POSITIVE_INFINITY : -shutOffPa / b;
  return (-b - Math.sqrt(b * b - 4 * c * shutOffPa)) / (2 * c);
}

/**
 * What the motor draws, W: lift times flow over an efficiency that is a parabola of the flow with its best at the duty.
 * Written so that neither no flow (the wheel churns) nor twice the duty divides by nothing; below a fifth of the best
 * efficiency a parabola says nothing any more.
 */
export function fanPowerW(
  liftPa: number,
  flowM3PerS: number,
  speed: number,
  dutyM3PerS: number,
  bestEfficiency: number,
): number {
  const best = dutyM3PerS * speed;
  if (!(best > 0)) return 0;
  const flow = Math.max(flowM3PerS, 0);
  const efficiencyPerFlow =
    (bestEfficiency / best) * Math.max(2 - flow / best, flow > best ? (0.2 * best) / flow : 0.2);
  return Math.max(liftPa, 0) / efficiencyPerFlow;
}
