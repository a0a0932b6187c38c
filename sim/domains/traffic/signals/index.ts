/** Signals: programs, what they see, what they decide, what they show. */
export { type CorridorSignal, coordinate } from './coordinate';
export { corridorOf } from './corridor';
export { flowsOf } from './counts';
export { followSignalKnobs } from './follow-knobs';
export {
  cycleOf,
  programOf,
  type SignalProgram,
  setControl,
  setProgram,
} from './program';
export { retimed } from './retime';
export { loadSignals, saveSignals } from './save-signals';
export { see } from './see';
export type { Seen } from './seen';
export { DARK, GREEN, GREEN_YIELDS, RED, STOP_THEN_YIELD, YELLOW } from './shown';
export type { SignalKnobName } from './signal-knobs';
export { BY_PRESSURE, createSignals, type Signals } from './signal-state';
export { showSignals, stepSignals } from './step-signals';
