/**
 * What a gas alarm sets off, as a machine of states for each section: normal, pre-alarm, alarm, cut off, acknowledged,
 * purged, and back by somebody's hand. An alarm latches: fans that dilute a small leak must not call it off.
 */
import { gasThresholds, operatorTimes } from './thresholds';

export const GAS_NORMAL = 0;
export const GAS_PRE_ALARM = 1;
export const GAS_ALARM = 2;
/** Valves of the leaking stretch are shut. */
export const GAS_CUT_OFF = 3;
/** The air has been clean for long enough to go in. */
export const GAS_PURGED = 4;

export interface GasLinkage {
  readonly state: Uint8Array;
  /** Seconds since the alarm, and since the reading was last above what counts as purged. */
  readonly latchedS: Float64Array;
  readonly cleanS: Float64Array;
  readonly acknowledged: Uint8Array;
  /** The last happening of the chain in each section. */
  readonly cause: Int32Array;
  /** The alarm's own; what is worked on there is worked on because of it. */
  readonly alarmCause: Int32Array;
  /** 1 from the cut-off to the reset: the valves stay shut; and the happening that shut them. */
  readonly isCut: Uint8Array;
  readonly cutCause: Int32Array;
}

export const savedGasLinkage = [
  'state',
  'latchedS',
  'cleanS',
  'acknowledged',
  'cause',
  'alarmCause',
  'isCut',
  'cutCause',
] as const;

export function createGasLinkage(count: number): GasLinkage {
  return {
    state: new Uint8Array(count),
    latchedS: new Float64Array(count),
    cleanS: new Float64Array(count),
    acknowledged: new Uint8Array(count),
    cause: new Int32Array(count),
    alarmCause: new Int32Array(count),
    isCut: new Uint8Array(count),
    cutCause: new Int32Array(count),
  };
}

export type GasNews =
  | 'tunnel.gas-pre-alarm'
  | 'tunnel.gas-pre-alarm-over'
  | 'tunnel.gas-alarm'
  | 'tunnel.gas-cut-off'
  | 'tunnel.gas-acknowledged'
  | 'tunnel.gas-purged'
  | 'tunnel.gas-reset';

export interface GasReading {
  /** Highest of the detectors that are heard, as a share of the lower explosive limit. */
  readonly highest: number;
  /** Whether the section's controller reads its detectors, and so acts on them. */
  readonly isHeard: boolean;
  /** Whether the control centre knows of it, so that somebody can take an alarm. */
  readonly isKnown: boolean;
  /** The section carries gas, so that there is something to cut off. */
  readonly hasMain: boolean;
  /** An operator has taken the alarm, or a knob says so. */
  readonly takenByHand: boolean;
  /** The crew is done there, or somebody has asked for a reset. */
  readonly mayReset: boolean;
}

/** One second, or a few, of one section. Says what changed; the teller answers the id of the happening. */
export function stepGasLinkage(
  linkage: GasLinkage,
  section: number,
  { highest, isHeard, isKnown, hasMain, takenByHand, mayReset }: GasReading,
  stepS: number,
  tell: (news: GasNews, cause: number) => number,
): void {
  const { state, latchedS, cleanS, acknowledged, cause, alarmCause, isCut, cutCause } = linkage;
  cleanS[section] = highest < gasThresholds.purged ? cleanS[section] + stepS : 0;
  const say = (news: GasNews): void => {
    cause[section] = tell(news, cause[section]);
  };
  const go = (to: number, news: GasNews): void => {
    state[section] = to;
    say(news);
    if (news !== 'tunnel.gas-cut-off') return;
    isCut[section] = 1;
    cutCause[section] = cause[section];
  };
  if (isHeard && state[section] < GAS_ALARM) {
    if (highest >= gasThresholds.alarm) {
      latchedS[section] = 0;
      go(GAS_ALARM, 'tunnel.gas-alarm');
      alarmCause[section] = cause[section];
    } else if (highest >= gasThresholds.preAlarm && state[section] === GAS_NORMAL) {
      go(GAS_PRE_ALARM, 'tunnel.gas-pre-alarm');
    } else if (highest < gasThresholds.purged && state[section] === GAS_PRE_ALARM) {
      go(GAS_NORMAL, 'tunnel.gas-pre-alarm-over');
      cause[section] = 0;
    }
  }
  if (state[section] < GAS_ALARM) return;
  latchedS[section] += stepS;
  if (acknowledged[section] === 0) {
    if (takenByHand || (isHeard && isKnown && latchedS[section] >= operatorTimes.acknowledgesAfterS)) {
      acknowledged[section] = 1;
      say('tunnel.gas-acknowledged');
    }
  }
  const mustCut = hasMain && (highest >= gasThresholds.cutOff || latchedS[section] >= gasThresholds.cutOffLatchedS);
  if (state[section] === GAS_ALARM && isHeard && mustCut) go(GAS_CUT_OFF, 'tunnel.gas-cut-off');
  const isDone = state[section] === GAS_CUT_OFF || (state[section] === GAS_ALARM && !hasMain);
  if (isDone && cleanS[section] >= gasThresholds.purgedForS) go(GAS_PURGED, 'tunnel.gas-purged');
  else if (state[section] === GAS_PURGED && highest >= gasThresholds.alarm) {
    latchedS[section] = 0;
    go(hasMain ? GAS_CUT_OFF : GAS_ALARM, hasMain ? 'tunnel.gas-cut-off' : 'tunnel.gas-alarm');
  }
  if (state[section] === GAS_PURGED && mayReset && acknowledged[section] === 1) {
    go(GAS_NORMAL, 'tunnel.gas-reset');
    acknowledged[section] = 0;
    latchedS[section] = 0;
    cause[section] = 0;
    alarmCause[section] = 0;
    isCut[section] = 0;
    cutCause[section] = 0;
  }
}
