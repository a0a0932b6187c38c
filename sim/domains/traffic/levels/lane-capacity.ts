/**
 * What a lane can let through: saturation flow of a lane whose turns share it, capacity of a turn that filters through
 * gaps. Highway Capacity Manual 2000, ch. 16 (exhibit 16-7, appendix C) and ch. 17 (eq. 17-3, exhibit 17-5).
 */
import { exp } from '../../../kernel';

const BASE_SATURATION_VEH_PER_H = 1_900;
const RIGHT_FACTOR = 0.85;
const PROTECTED_LEFT_FACTOR = 0.95;
/** Left turns that slip through when the signal changes, per cycle. */
const SNEAKERS_PER_CYCLE = 2;

export interface Gap {
  /** Gap that half of the drivers accept, and the time between two who use the same one. */
  readonly criticalSeconds: number;
  readonly followUpSeconds: number;
}

/** Of a two-lane major road, passenger cars; HCM 2000, exhibit 17-5, and for the left at a signal ch. 16, appendix C. */
export const gaps = {
  majorLeft: { criticalSeconds: 4.1, followUpSeconds: 2.2 },
  minorRight: { criticalSeconds: 6.2, followUpSeconds: 3.3 },
  minorStraight: { criticalSeconds: 6.5, followUpSeconds: 4 },
  minorLeft: { criticalSeconds: 7.1, followUpSeconds: 3.5 },
  leftAtGreen: { criticalSeconds: 4.5, followUpSeconds: 2.5 },
} as const satisfies Record<string, Gap>;

/** Shares of the lane's flow; what is neither left nor right goes straight. */
export function laneSaturationVehPerH(leftShare: number, rightShare: number): number {
  const straightShare = 1 - leftShare - rightShare;
  return BASE_SATURATION_VEH_PER_H / (straightShare + rightShare / RIGHT_FACTOR + leftShare / PROTECTED_LEFT_FACTOR);
}

/** Harders: vehicles an hour that find gaps in a random stream. Without any stream one every follow-up time. */
export function gapCapacityVehPerH(conflictingVehPerH: number, gap: Gap): number {
  if (conflictingVehPerH <= 0) return 3600 / gap.followUpSeconds;
  const perSecond = conflictingVehPerH / 3600;
  const missed = (seconds: number) => exp(-perSecond * seconds);
  return (conflictingVehPerH * missed(gap.criticalSeconds)) / (1 - missed(gap.followUpSeconds));
}

/** A left turn on a green that the other side has too: gaps once its queue is gone, and those who slip through at the end. */
export function permissiveLeftCapacityVehPerH(
  opposingVehPerH: number,
  opposingSaturationVehPerH: number,
  greenSeconds: number,
  cycleSeconds: number,
): number {
  const redSeconds = cycleSeconds - greenSeconds;
  const ratio = opposingVehPerH / opposingSaturationVehPerH;
  const queueSeconds = ratio < 1 ? (redSeconds * ratio) / (1 - ratio) : greenSeconds;
  const openShare = Math.max(0, greenSeconds - queueSeconds) / cycleSeconds;
  const sneakersVehPerH = (3600 * SNEAKERS_PER_CYCLE) / cycleSeconds;
  return Math.max(sneakersVehPerH, openShare * gapCapacityVehPerH(opposingVehPerH, gaps.leftAtGreen));
}
