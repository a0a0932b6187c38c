import { type Patch, turnKnob } from '../../ports';
import { resizeSignalBattery } from './consumers/signal-batteries';
import { isEnergyKnob } from './knobs';
import type { EnergyState } from './state';
import { followVoltage } from './voltage';

/** Turns knobs and answers what undoes it: the former values, last first. What is broken parts at the next step. */
export function patchEnergy(state: EnergyState, patch: Patch): Patch {
  const inverse = patch.map((turn) => {
    const { knob, slot } = turn;
    if (!isEnergyKnob(knob)) throw new Error(`met the knob '${knob}', expected one of energy`);
    const before = turnKnob(state.knobs[knob], turn);
    if (knob === 'signal.battery' && state.consumers !== null) {
      resizeSignalBattery(state.consumers.signals, state.knobs[knob], slot);
    }
    if (knob.endsWith('.out')) state.faultsChanged = true;
    if (knob === 'city.medium-voltage') followVoltage(state);
    return before;
  });
  return inverse.reverse();
}
