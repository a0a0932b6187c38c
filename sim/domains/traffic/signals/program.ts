/**
 * A signal's program as data: what interventions take and give. The phases' letters are the scene's; the times, the
 * offset and by what it is controlled may change while the city runs.
 */
import type { Network } from '../network';
import { BY_DELAY, BY_GAPS, BY_PRESSURE, FIXED, type Signals } from './signal-state';

export type ControlName = 'fixed' | 'gap' | 'delay' | 'pressure';

export interface ProgramPhase {
  readonly seconds: number;
  readonly minSeconds: number;
  readonly maxSeconds: number;
  readonly state: string;
}

export interface SignalProgram {
  readonly control: ControlName;
  readonly offsetSeconds: number;
  readonly phases: readonly ProgramPhase[];
}

const names: readonly ControlName[] = ['fixed', 'gap', 'delay', 'pressure'];

export function cycleOf(program: SignalProgram): number {
  return program.phases.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** The program that a signal runs now. */
export function programOf(signals: Signals, { roads }: Network, s: number): SignalProgram {
  const phases: ProgramPhase[] = [];
  for (let p = roads.signalPhaseStart[s]; p < roads.signalPhaseStart[s + 1]; p++) {
    const letters = roads.phaseStates.subarray(roads.phaseStateStart[p], roads.phaseStateStart[p + 1]);
    phases.push({
      seconds: signals.phaseSeconds[p],
      minSeconds: roads.phaseMinSeconds[p],
      maxSeconds: roads.phaseMaxSeconds[p],
      state: String.fromCharCode(...letters),
    });
  }
  return { control: names[signals.control[s]], offsetSeconds: signals.offsetSeconds[s], phases };
}

/** Puts other times, another offset or another control in force; the signal finds its way there without cutting anyone short. */
export function setProgram(signals: Signals, { roads }: Network, s: number, program: SignalProgram): void {
  const first = roads.signalPhaseStart[s];
  const count = roads.signalPhaseStart[s + 1] - first;
  if (program.phases.length !== count) throw new Error(`met ${program.phases.length} phases, expected ${count}`);
  let cycleSeconds = 0;
  for (let k = 0; k < count; k++) {
    const { seconds } = program.phases[k];
    if (!(seconds > 0)) throw new Error(`met a phase of ${seconds} s, expected one that lasts`);
    cycleSeconds += seconds;
  }
  for (let k = 0; k < count; k++) signals.phaseSeconds[first + k] = program.phases[k].seconds;
  signals.cycleSeconds[s] = cycleSeconds;
  const offset = program.offsetSeconds % cycleSeconds;
  signals.offsetSeconds[s] = offset < 0 ? offset + cycleSeconds : offset;
  const control = names.indexOf(program.control);
  if (control !== signals.control[s]) setControl(signals, s, control);
  signals.onTime[s] = 0;
}

/** From now on the signal decides by other means, beginning with the phase that it is in. */
export function setControl(signals: Signals, s: number, control: number): void {
  if (control !== FIXED && control !== BY_GAPS && control !== BY_DELAY && control !== BY_PRESSURE) {
    throw new RangeError(`met control ${control}, expected 0 to 3`);
  }
  const { start } = signals.loopPlaces;
  if (control === BY_GAPS && start[s] === start[s + 1]) {
    throw new Error(`met signal ${s} without loops, expected a program that is actuated in the scene`);
  }
  if (control === BY_DELAY && signals.approachPlaces.start[s] === signals.approachPlaces.start[s + 1]) {
    throw new Error(`met signal ${s} without detectors, expected a program that goes by delay in the scene`);
  }
  signals.control[s] = control;
  signals.onTime[s] = 0;
  if (signals.phase[s] >= 0) {
    signals.decideMs[s] = signals.beganMs[s] + 1_000 * signals.layout.leastGreenSeconds[signals.phase[s]];
  }
}
