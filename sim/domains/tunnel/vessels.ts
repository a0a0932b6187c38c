/**
 * Stretches of gas mains between emergency valves: open to the network, shut with the network still to hear of it, or
 * shut and a vessel of their own. The network says what it left in them (energy.gas-closed-in); from then on what leaks
 * or is blown off comes out of that, and what is left goes back when the valves open (tunnel.gas-left).
 */
import { ATMOSPHERE_PA } from './leak';
import type { GasStretches } from './places/gas-stretches';

const PA_PER_KPA = 1_000;

export interface StretchState {
  readonly isShut: Uint8Array;
  /** The happening that shut it. */
  readonly cause: Int32Array;
  /** 1 once the network has handed over what was in it. */
  readonly isVessel: Uint8Array;
  readonly heldKg: Float64Array;
  /** What it held when it was shut, and at which pressure (absolute). */
  readonly shutKg: Float64Array;
  readonly shutPa: Float64Array;
}

export const savedStretches = ['isShut', 'cause', 'isVessel', 'heldKg', 'shutKg', 'shutPa'] as const;

export function createStretchState(count: number): StretchState {
  return {
    isShut: new Uint8Array(count),
    cause: new Int32Array(count),
    isVessel: new Uint8Array(count),
    heldKg: new Float64Array(count),
    shutKg: new Float64Array(count),
    shutPa: new Float64Array(count),
  };
}

/** Shuts and opens stretches as is wanted, and takes over what the network has closed in. `wanted`: 0 open, else its cause. */
export function stepStretches(
  stretches: GasStretches,
  state: StretchState,
  wanted: (stretch: number) => number,
  closedInKg: Float64Array,
  pressureKpa: Float64Array,
): void {
  const { isShut, cause, isVessel, heldKg, shutKg, shutPa } = state;
  for (let k = 0; k < stretches.count; k++) {
    const because = wanted(k);
    if (because !== 0 && isShut[k] === 0) {
      isShut[k] = 1;
      cause[k] = because;
      shutPa[k] = ATMOSPHERE_PA + PA_PER_KPA * meanOf(stretches, k, pressureKpa);
    } else if (because === 0 && isShut[k] === 1) {
      isShut[k] = 0;
      cause[k] = 0;
    }
    let closed = 0;
    for (let i = stretches.start[k]; i < stretches.start[k + 1]; i++) closed += closedInKg[stretches.main[i]];
    if (isShut[k] === 1 && isVessel[k] === 0 && closed > 0) {
      isVessel[k] = 1;
      // What leaked in the second in which the network closed it is drawn from the network.
      heldKg[k] = closed;
      shutKg[k] = closed;
    } else if (isShut[k] === 0 && isVessel[k] === 1 && closed === 0) {
      isVessel[k] = 0;
      heldKg[k] = 0;
    }
  }
}

/** Writes for every main in a gallery whether it is shut and what is left in it. */
export function tellStretches(
  stretches: GasStretches,
  { isShut, cause, heldKg, isVessel }: StretchState,
  shut: Float64Array,
  shutCause: Int32Array,
  leftKg: Float64Array,
): void {
  for (let k = 0; k < stretches.count; k++) {
    for (let i = stretches.start[k]; i < stretches.start[k + 1]; i++) {
      const main = stretches.main[i];
      shut[main] = isShut[k];
      shutCause[main] = cause[k];
      leftKg[main] = isVessel[k] === 1 ? (heldKg[k] * stretches.mainM3[i]) / stretches.m3[k] : 0;
    }
  }
}

/** By what each main holds. */
function meanOf({ start, main, mainM3, m3 }: GasStretches, k: number, values: Float64Array): number {
  let sum = 0;
  for (let i = start[k]; i < start[k + 1]; i++) sum += values[main[i]] * mainM3[i];
  return sum / m3[k];
}
