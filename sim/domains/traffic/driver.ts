/**
 * One driver and what is ahead of him: the Intelligent Driver Model (Treiber, Hennecke and Helbing 2000).
 * Acceleration a · (1 − (v/v₀)⁴ − (wanted gap / gap)²); with several obstacles the one that holds back most counts.
 */
import {
  HARDEST_BRAKING_MPS2,
  kindAccelerationMps2,
  kindBrakingTermMps2,
  kindHeadwaySeconds,
  kindStandstillGapM,
} from './vehicle-kinds';

const STOP_DECISION_BRAKING_MPS2 = 2.5;

/** Wanted gap over gap, squared, of the model: how strongly an obstacle at that gap holds a driver back. */
export function holdBack(kind: number, speedMps: number, obstacleMps: number, gapM: number): number {
  const wantedM =
    kindStandstillGapM[kind] +
    Math.max(
      0,
      speedMps * kindHeadwaySeconds[kind] + (speedMps * (speedMps - obstacleMps)) / kindBrakingTermMps2[kind],
    );
  const ratio = wantedM / Math.max(gapM, 0.1);
  return ratio * ratio;
}

/** 1 − (v/v0)⁴, and a gentle return where a driver is faster than he wants. */
export function freePart(speedMps: number, desiredMps: number): number {
  const ratio = speedMps / desiredMps;
  if (ratio > 1) return 1 - ratio;
  const square = ratio * ratio;
  return 1 - square * square;
}

export function accelerate(kind: number, free: number, hold: number): number {
  return Math.max(-HARDEST_BRAKING_MPS2, kindAccelerationMps2[kind] * (free - hold));
}

/** From where on a driver who has no leave yet prepares to stop: his braking way and two steps. */
export function decisionDistanceM(speedMps: number): number {
  return (speedMps * speedMps) / (2 * STOP_DECISION_BRAKING_MPS2) + speedMps + 3;
}
