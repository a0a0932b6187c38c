/** Signals: programs, what they see, what they decide, what they show. */
export { type Coordinated, type CorridorSignal, coordinate } from './coordinate';
export { corridorOf } from './corridor';
export { flowsOf, restartCount } from './counts';
export { followSignalKnobs } from './follow-knobs';
export {
  type ControlName,
  cycleOf,
  type ProgramPhase,
  programOf,
  type SignalProgram,
  setControl,
  setProgram,
} from './program';
export { type Retimed, retimed, saturationPerHour } from './retime';
export { loadSignals, saveSignals } from './save-signals';
export { see } from './see';
export type { Seen } from './seen';
export { DARK, GREEN, GREEN_YIELDS, RED, STOP_THEN_YIELD, YELLOW } from './shown';
export { type SignalKnobName, type SignalKnobs, signalKnobNames } from './signal-knobs';
export { BY_DELAY, BY_GAPS, BY_PRESSURE, createSignals, FIXED, type Signals } from './signal-state';
export { showSignals, stepSignals } from './step-signals';
export { WEBSTER_LIMITS, websterCycle, websterPlan } from './webster';
