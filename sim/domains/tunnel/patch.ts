import { type Patch, turnKnob } from '../../ports';
import { setGasDetectors } from './gas-in-air';
import { isTunnelKnob } from './knobs';
import type { TunnelState } from './state';

/** Turns knobs and answers what undoes it: the former values, last first. */
export function patchTunnel(state: TunnelState, patch: Patch): Patch {
  const inverse = patch.map((turn) => {
    const { knob } = turn;
    if (!isTunnelKnob(knob)) throw new Error(`met the knob '${knob}', expected one of tunnel`);
    const before = turnKnob(state.knobs[knob], turn);
    if (state.run !== null && knob.startsWith('gallery-section.detector')) {
      setGasDetectors(state.run, state.knobs, turn.slot);
    }
    return before;
  });
  if (state.run !== null) state.run.isBusy = 1;
  return inverse.reverse();
}
