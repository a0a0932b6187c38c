/**
 * Switches against too little gas before engines and boilers: they shut at once, and open when pressure has stayed for a
 * while; who trips again soon after is left shut for long, or a weak main would have its engines start all day.
 */

import type { Decoder, Encoder } from '../../../kernel';
import { exp } from '../../../kernel';
import { type Burner, burnerNeeds, FOUND_AGAIN_S, LOCKED_S, RESTART_MARGIN, RESTART_S, SOON_S } from './city-gas';

/** One value a group of burners. */
export interface Switches {
  /** 1 where it is shut. */
  readonly tripped: Uint8Array;
  /** Since when pressure is back while it is shut, and how long that has to last. */
  readonly backForS: Float64Array;
  readonly waitS: Float64Array;
  /** Since when it is open. */
  readonly openForS: Float64Array;
  /** Of its machines, what they have come to know that the main feeds: less than all where they went short. */
  readonly mostShare: Float64Array;
}

export function createSwitches(count: number): Switches {
  return {
    tripped: new Uint8Array(count),
    backForS: new Float64Array(count),
    waitS: new Float64Array(count).fill(RESTART_S),
    openForS: new Float64Array(count).fill(SOON_S),
    mostShare: new Float64Array(count).fill(1),
  };
}

/** Relative to the pressure; less is rounding. */
const BAND = 1e-6;

/** One group's switch after so many seconds at a pressure. */
export function stepSwitch(of: Switches, g: number, burner: Burner, pressurePa: number, seconds: number): void {
  const { needsPa, tripsBelowPa } = burnerNeeds[burner];
  const isAmple = pressurePa >= needsPa * RESTART_MARGIN;
  if (isAmple) of.mostShare[g] += (1 - of.mostShare[g]) * (1 - exp(-seconds / FOUND_AGAIN_S));
  if (of.tripped[g] === 0) {
    if (pressurePa >= tripsBelowPa * (1 - BAND)) {
      of.openForS[g] = Math.min(SOON_S, of.openForS[g] + seconds);
      return;
    }
    of.tripped[g] = 1;
    of.waitS[g] = of.openForS[g] < SOON_S ? LOCKED_S : RESTART_S;
    of.backForS[g] = 0;
    return;
  }
  of.backForS[g] = isAmple ? of.backForS[g] + seconds : 0;
  if (of.backForS[g] < of.waitS[g]) return;
  of.tripped[g] = 0;
  of.openForS[g] = 0;
}

const parts = ({ backForS, waitS, openForS, mostShare }: Switches) => [backForS, waitS, openForS, mostShare];

export function copySwitches(from: Switches, to: Switches): void {
  to.tripped.set(from.tripped);
  const into = parts(to);
  parts(from).forEach((each, k) => {
    into[k].set(each);
  });
}

export function saveSwitches(of: Switches, out: Encoder): void {
  out.uint8s(of.tripped);
  for (const each of parts(of)) out.float64s(each);
}

export function loadSwitches(of: Switches, from: Decoder): void {
  from.uint8s(of.tripped);
  for (const each of parts(of)) from.float64s(each);
}
