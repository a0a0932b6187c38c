/** A street looked at along its length: what is asked for, and how it is told from step to step. */
import type { ElementId } from '../kernel';

/** One stretch of a corridor, in the direction of travel. */
export interface CorridorStretch {
  readonly edge: ElementId;
  readonly fromM: number;
  readonly toM: number;
  readonly limitMps: number;
}

export interface CorridorPlan {
  readonly lengthM: number;
  readonly stretches: readonly CorridorStretch[];
  /** Stop lines with a signal, for whoever goes on along the corridor. */
  readonly lines: readonly { readonly signal: ElementId; readonly atM: number }[];
}

/** Numbers of a row of vehicles: seconds, metres along the corridor, m/s, and whose it is, for life. */
export const CORRIDOR_POINT = 4;
/** Numbers of a row of signals: seconds, which of the plan's lines, what it shows from then on (as frames say it). */
export const CORRIDOR_LIGHT = 3;

/** What has been seen since it was told last. */
export interface CorridorRows {
  /** It has gone to another time: what was told before of these seconds and later no longer holds. Null while it goes on. */
  readonly anewFromSeconds: number | null;
  readonly untilSeconds: number;
  readonly points: Float64Array;
  readonly lights: Float64Array;
}
