/**
 * From the knobs follows the program in force, the same whatever was turned before.
 */
import type { Network } from '../network';
import { stretched } from './coordinate';
import { cycleOf, programOf, type SignalProgram, setControl, setProgram } from './program';
import type { SignalKnobName } from './signal-knobs';
import type { Signals } from './signal-state';
import { toMs } from './timetable';

/** Puts in force what the knobs say now. A signal whose program stays the same notices nothing. */
export function followSignalKnobs(signals: Signals, network: Network, clockSeconds: number): void {
  const { roads } = network;
  const { values } = signals.knobs;
  const or = (name: SignalKnobName, s: number, otherwise: number) =>
    Number.isNaN(values[name][s]) ? otherwise : values[name][s];
  for (let s = 0; s < signals.phase.length; s++) {
    if (roads.signalLeader[s] !== s) continue;
    signals.priority[s] = or('signal.priority', s, roads.signalPriority[s]);
    const retimeSeconds = or('signal.retime', s, roads.signalRetimeSeconds[s]);
    const wasRetimed = retimeSeconds !== signals.retimeSeconds[s];
    if (wasRetimed) {
      signals.retimeSeconds[s] = retimeSeconds;
      forgetCount(signals, network, s, clockSeconds);
    }
    const control = or('signal.control', s, roads.signalControl[s]);
    if (control !== signals.control[s]) setControl(signals, s, control);
    const cycleSeconds = or('signal.cycle', s, network.signalCycleSeconds[s]);
    const program = atCycle(signals, network, s, cycleSeconds);
    const offsetSeconds = wrapped(
      or('signal.offset', s, roads.signalOffsetSeconds[s]) - beginOf(program, or('signal.offset-phase', s, 0)),
      cycleOf(program),
    );
    // Retimed by its own counts, it keeps to those until somebody asks for a cycle.
    const asked = !Number.isNaN(values['signal.cycle'][s]) || signals.retimeSeconds[s] === 0;
    const isSo = cycleOf(program) === signals.cycleSeconds[s] && offsetSeconds === signals.offsetSeconds[s];
    if (asked && (wasRetimed || !isSo)) setProgram(signals, network, s, { ...program, offsetSeconds });
  }
}

/** Seconds from the beginning of a program to that of one of its phases. */
function beginOf({ phases }: SignalProgram, phase: number): number {
  let seconds = 0;
  for (let k = 0; k < phase; k++) seconds += phases[k].seconds;
  return seconds;
}

const wrapped = (seconds: number, cycle: number): number => ((seconds % cycle) + cycle) % cycle;

/** The scene's program, stretched to a cycle. */
function atCycle(signals: Signals, network: Network, s: number, cycleSeconds: number) {
  const { roads } = network;
  const first = roads.signalPhaseStart[s];
  const now = programOf(signals, network, s);
  const phases = now.phases.map((phase, k) => ({ ...phase, seconds: roads.phaseSeconds[first + k] }));
  if (cycleSeconds === network.signalCycleSeconds[s]) return { ...now, phases };
  const leastSeconds = phases.map((_, k) =>
    signals.layout.phaseIsGreen[first + k] === 1 ? Math.ceil(signals.layout.leastGreenSeconds[first + k]) : 0,
  );
  return stretched({ ...now, phases }, leastSeconds, cycleSeconds);
}

function forgetCount(
  signals: Signals,
  { signalTurnStart, signalTurns }: Network,
  s: number,
  clockSeconds: number,
): void {
  signals.countedFromMs[s] = toMs(clockSeconds);
  for (let m = signals.layout.memberStart[s]; m < signals.layout.memberStart[s + 1]; m++) {
    const member = signals.layout.members[m];
    for (let k = signalTurnStart[member]; k < signalTurnStart[member + 1]; k++) {
      signals.passed[signalTurns[k]] = 0;
      signals.queuedThen[signalTurns[k]] = 0;
    }
  }
}
