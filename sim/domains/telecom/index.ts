/**
 * Telecom as a service: which nodes and sensors are heard, how old data are, and who can be reached from afar. Nodes need
 * power, fibres burn in galleries (water does them no harm), radio covers what it is said to cover.
 */
import { type Domain, type Patch, turnKnob } from '../../ports';
import { telecomSections, writeTelecomFrame } from './frame';
import { isTelecomKnob } from './knobs';
import { measureTelecom } from './kpis';
import { loadTelecom, saveTelecom } from './save';
import { createTelecom, type TelecomState } from './state';
import { stepTelecom, telecomReads, telecomWrites } from './step';
import { strainOfTelecom } from './strain';

export type { TelecomState } from './state';

const PERIOD_SECONDS = 60;

export const telecomDomain: Domain<TelecomState, (typeof telecomReads)[number], (typeof telecomWrites)[number]> = {
  name: 'telecom',
  periodSeconds: PERIOD_SECONDS,
  reads: telecomReads,
  writes: telecomWrites,
  create: createTelecom,
  step: stepTelecom,
  patch(state, patch): Patch {
    if (state.run !== null) state.run.derived.isDue = true;
    const inverse = patch.map((turn) => {
      if (!isTelecomKnob(turn.knob)) throw new Error(`met the knob '${turn.knob}', expected one of telecom`);
      return turnKnob(state.knobs[turn.knob], turn);
    });
    return inverse.reverse();
  },
  measure: measureTelecom,
  strain: strainOfTelecom,
  frameSections: telecomSections,
  writeFrame: writeTelecomFrame,
  save: (state) => saveTelecom(state).finish(),
  encode: saveTelecom,
  load: loadTelecom,
};
