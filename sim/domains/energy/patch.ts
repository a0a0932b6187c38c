import { type KnobValues, type Patch, turnKnob } from '../../ports';
import type { Consumers } from './consumers/consumers';
import { resizeSignalBattery } from './consumers/signal-batteries';
import { retrofit } from './demand';
import { addedPlant, isEnergyKnob, plantKnobs } from './knobs';
import type { EnergyState } from './state';
import { rebuildStations } from './stations/rebuild';
import { followCorridors, followVoltage } from './voltage';

/** Another envelope, or the one that it was built with. */
function reclothe({ demand, plan }: Consumers, { values }: KnobValues, building: number): void {
  retrofit(demand, building, Number.isNaN(values[building]) ? plan.envelope[building] : values[building]);
}

/** Turns knobs and answers what undoes it: the former values, last first. What is broken parts at the next step. */
export function patchEnergy(state: EnergyState, patch: Patch): Patch {
  const inverse = patch.map((turn) => {
    const { knob, slot } = turn;
    if (!isEnergyKnob(knob)) throw new Error(`met the knob '${knob}', expected one of energy`);
    const before = turnKnob(state.knobs[knob], turn);
    if (knob === 'signal.battery' && state.consumers !== null) {
      resizeSignalBattery(state.consumers.signals, state.knobs[knob], slot);
    }
    if (knob === 'building.envelope' && state.consumers !== null) reclothe(state.consumers, state.knobs[knob], slot);
    if (knob.endsWith('.out') && knob !== 'gas-pipe.out') state.faultsChanged = true;
    if (knob === 'city.medium-voltage' || knob === 'city.overhead-lines') followVoltage(state);
    if (knob === 'city.overhead-lines') state.faultsChanged = true;
    return before;
  });
  if (patch.some(({ knob }) => knob === 'branch.laid')) followVoltage(state);
  if (patch.some(({ knob }) => knob === 'branch.laid' || knob === 'city.overhead-lines')) followCorridors(state);
  const { stations, consumers } = state;
  if (stations !== null && consumers !== null && patch.some(({ knob }) => plantKnobs.has(knob))) {
    state.stations = rebuildStations(stations, state.scene, consumers, addedPlant(state.knobs));
  }
  return inverse.reverse();
}
