import type { ProblemList } from '../problem-list';
import type { Junction, Signal } from '../schema/roads';
import { present, type SoundScene } from './sound-entries';

/** A signalled junction has one signal, and each phase of it one letter for every turn and crossing that obeys it. */
export function checkSignals(scene: SoundScene, list: ProblemList): void {
  const roads = scene.roads;
  // Where either list is no list, nobody can say what belongs together.
  if (roads?.junctions === undefined || roads.signals === undefined) return;
  const junctions = new Map([...present(roads.junctions)].map(([junction]) => [junction.id, junction]));
  const signalled = new Map<string, string>();
  const signals = new Map([...present(roads.signals)].map(([signal]) => [signal.id, signal]));
  for (const [signal, i] of present(roads.signals)) {
    const path = ['roads.json', 'signals', i];
    const other = signalled.get(signal.junction);
    if (other !== undefined) {
      list.error('scene.two-signals', [...path, 'junction'], `the signal "${other}" already controls this junction`);
    }
    signalled.set(signal.junction, signal.id);
    const junction = junctions.get(signal.junction);
    if (junction !== undefined) checkProgram(signal, junction, path, list);
    checkLeader(signal, signals, path, list);
  }
  const signalsAreWhole = roads.signals.every((signal) => signal !== undefined);
  for (const [junction, i] of present(roads.junctions)) {
    const path = ['roads.json', 'junctions', i];
    if (junction.control === 'signal' && signalsAreWhole && !signalled.has(junction.id)) {
      list.error('scene.no-signal', [...path, 'control'], 'expected a signal for this junction, found none');
    }
    if (junction.control !== 'signal') checkUnsignalled(junction, path, list);
  }
}

/** Who switches with another has as many phases as that one, which switches with nobody. */
function checkLeader(
  signal: Signal,
  signals: ReadonlyMap<string, Signal>,
  path: readonly (string | number)[],
  list: ProblemList,
): void {
  const leader = signals.get(signal.switchesWith ?? '');
  if (leader === undefined) return;
  if (leader.switchesWith !== undefined) {
    const message = `expected a signal that decides for itself, found "${leader.id}", which switches with another`;
    list.error('scene.signal-leader', [...path, 'switchesWith'], message);
  }
  if (leader.phases.length !== signal.phases.length) {
    const message = `expected ${leader.phases.length} phases as "${leader.id}" has, found ${signal.phases.length}`;
    list.error('scene.signal-leader', [...path, 'phases'], message);
  }
}

function checkProgram(signal: Signal, junction: Junction, path: readonly (string | number)[], list: ProblemList): void {
  if (junction.control !== 'signal') {
    const message = `expected a junction under "signal", found "${junction.id}" under "${junction.control}"`;
    list.error('scene.not-signalled', [...path, 'junction'], message);
    return;
  }
  let needed = 0;
  for (const { signalIndex } of [...junction.turns, ...(junction.crossings ?? [])]) {
    if (signalIndex !== undefined) needed = Math.max(needed, signalIndex + 1);
  }
  for (let i = 0; i < signal.phases.length; i++) {
    const { seconds, minSeconds = seconds, maxSeconds = Number.POSITIVE_INFINITY, next = [] } = signal.phases[i];
    if (minSeconds > maxSeconds) {
      const message = `expected at most maxSeconds = ${maxSeconds}, found ${minSeconds}`;
      list.error('scene.phase-bounds', [...path, 'phases', i, 'minSeconds'], message);
    }
    for (let k = 0; k < next.length; k++) {
      if (next[k] < signal.phases.length) continue;
      const message = `expected a place in the list of ${signal.phases.length} phases, found ${next[k]}`;
      list.error('scene.phase-next', [...path, 'phases', i, 'next', k], message);
    }
    const found = signal.phases[i].state.length;
    if (found === needed) continue;
    const message = `expected ${needed} letters, one for each turn and crossing that obeys the signal; found ${found}`;
    list.error('scene.signal-state', [...path, 'phases', i, 'state'], message);
  }
}

function checkUnsignalled(junction: Junction, path: readonly (string | number)[], list: ProblemList): void {
  const complain = (key: string, i: number) => {
    const message = `expected none at a junction under "${junction.control}"`;
    list.error('scene.signal-index', [...path, key, i, 'signalIndex'], message);
  };
  for (const [turn, i] of present(junction.turns)) if (turn.signalIndex !== undefined) complain('turns', i);
  for (const [crossing, i] of present(junction.crossings))
    if (crossing.signalIndex !== undefined) complain('crossings', i);
}
