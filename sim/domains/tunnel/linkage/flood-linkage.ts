/**
 * What rising water sets off in a section: an alarm, then the valves of the water mains in it, then its low-voltage
 * supply, before the water reaches the boards. Pumps run by their own floats as long as they have power (flood/pumps).
 */
import { floodThresholds } from './thresholds';

export const FLOOD_DRY = 0;
export const FLOOD_HIGH = 1;
/** Valves of the mains in the section are shut. */
export const FLOOD_SHUT = 2;
/** And the section's low-voltage supply is off. */
export const FLOOD_DEAD = 3;

export interface FloodLinkage {
  readonly state: Uint8Array;
  /** 1: boards, pumps and detectors have stood in water and wait for somebody to replace them. */
  readonly drowned: Uint8Array;
  readonly cause: Int32Array;
}

export const savedFloodLinkage = ['state', 'drowned', 'cause'] as const;

export function createFloodLinkage(count: number): FloodLinkage {
  return { state: new Uint8Array(count), drowned: new Uint8Array(count), cause: new Int32Array(count) };
}

export type FloodNews =
  | 'tunnel.water-high'
  | 'tunnel.water-valves-shut'
  | 'tunnel.boards-off'
  | 'tunnel.boards-drowned'
  | 'tunnel.section-dry';

/** `source` is the happening behind the inflow, where one is known; `hasMain`: there is a main whose valves can shut. */
export function stepFloodLinkage(
  { state, drowned, cause }: FloodLinkage,
  section: number,
  reading: {
    readonly levelM: number;
    readonly isHeard: boolean;
    readonly hasMain: boolean;
    readonly mayReset: boolean;
    readonly source: number;
  },
  tell: (news: FloodNews, cause: number) => number,
): void {
  const { levelM, isHeard, hasMain, mayReset, source } = reading;
  const say = (news: FloodNews): void => {
    cause[section] = tell(news, cause[section] > 0 ? cause[section] : source);
  };
  if (levelM >= floodThresholds.boardsM && drowned[section] === 0) {
    drowned[section] = 1;
    say('tunnel.boards-drowned');
  }
  // The float reports while its board is alive; a drowned section is silent.
  if (isHeard && drowned[section] === 0) {
    if (state[section] === FLOOD_DRY && levelM >= floodThresholds.highM) {
      state[section] = FLOOD_HIGH;
      say('tunnel.water-high');
    }
    if (state[section] === FLOOD_HIGH && levelM >= floodThresholds.highHighM) {
      state[section] = FLOOD_SHUT;
      if (hasMain) say('tunnel.water-valves-shut');
    }
    if (state[section] === FLOOD_SHUT && levelM >= floodThresholds.boardsOffM) {
      state[section] = FLOOD_DEAD;
      say('tunnel.boards-off');
    }
  }
  const isWet = state[section] !== FLOOD_DRY || drowned[section] === 1;
  if (isWet && levelM <= floodThresholds.dryM && mayReset) {
    say('tunnel.section-dry');
    state[section] = FLOOD_DRY;
    drowned[section] = 0;
    cause[section] = 0;
  }
}
