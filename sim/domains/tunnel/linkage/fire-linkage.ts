/**
 * What a fire sets off in a section. Its fans and dampers, and its neighbours', shut and stay shut while it burns: fans
 * of a gallery cannot blow smoke out (0.67 m/s where 1.8 would hold 1 MW), they would feed the fire. Smoke is drawn off
 * afterwards.
 */
import { fireThresholds } from './thresholds';

export const FIRE_NONE = 0;
export const FIRE_ALARM = 1;
export const FIRE_SUPPRESSED = 2;
/** No flame any more; the section stays shut. */
export const FIRE_OUT = 3;
export const FIRE_EXHAUST = 4;
/** Somebody may go in and mend. */
export const FIRE_CLEARED = 5;

export interface FireLinkage {
  readonly state: Uint8Array;
  readonly sinceS: Float64Array;
  readonly cause: Int32Array;
}

export const savedFireLinkage = ['state', 'sinceS', 'cause'] as const;

export function createFireLinkage(count: number): FireLinkage {
  return { state: new Uint8Array(count), sinceS: new Float64Array(count), cause: new Int32Array(count) };
}

export type FireNews = 'tunnel.fire-alarm' | 'tunnel.suppression-on' | 'tunnel.fire-out' | 'tunnel.smoke-cleared';

export interface FireReading {
  readonly isBurning: boolean;
  /** Its detectors have seen heat or smoke, and somebody hears them. */
  readonly isDetected: boolean;
  readonly canSuppress: boolean;
  readonly airC: number;
  readonly sightM: number;
  /** The happening that set it alight. */
  readonly source: number;
  readonly mayReset: boolean;
}

export function stepFireLinkage(
  { state, sinceS, cause }: FireLinkage,
  section: number,
  reading: FireReading,
  stepS: number,
  tell: (news: FireNews, cause: number) => number,
): void {
  const { isBurning, isDetected, canSuppress, airC, sightM, source, mayReset } = reading;
  const go = (to: number, news?: FireNews): void => {
    state[section] = to;
    sinceS[section] = 0;
    if (news !== undefined) cause[section] = tell(news, cause[section] > 0 ? cause[section] : source);
  };
  sinceS[section] += stepS;
  switch (state[section]) {
    case FIRE_NONE:
      if (isBurning && isDetected) go(FIRE_ALARM, 'tunnel.fire-alarm');
      return;
    case FIRE_ALARM:
      if (!isBurning) go(FIRE_OUT, 'tunnel.fire-out');
      else if (canSuppress && sinceS[section] >= fireThresholds.suppressAfterS) {
        go(FIRE_SUPPRESSED, 'tunnel.suppression-on');
      }
      return;
    case FIRE_SUPPRESSED:
      if (!isBurning) go(FIRE_OUT, 'tunnel.fire-out');
      return;
    case FIRE_OUT:
      if (isBurning) go(FIRE_ALARM, 'tunnel.fire-alarm');
      else if (sinceS[section] >= fireThresholds.exhaustAfterS) go(FIRE_EXHAUST);
      return;
    case FIRE_EXHAUST:
      if (airC <= fireThresholds.clearC && sightM >= fireThresholds.clearSightM) {
        go(FIRE_CLEARED, 'tunnel.smoke-cleared');
      }
      return;
    case FIRE_CLEARED:
      if (mayReset) {
        go(FIRE_NONE);
        cause[section] = 0;
      }
  }
}

/** Whether a section and its neighbours are kept shut. */
export function keepsShut(state: number): boolean {
  return state >= FIRE_ALARM && state <= FIRE_OUT;
}
