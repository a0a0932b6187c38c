/**
 * Signal programs. SUMO's may span several junctions and count pedestrians' links; a scene's signal has one junction, so
 * each gets the letters of its own turns, numbered anew. Of several programs the one loaded last is the one that runs.
 */
import type { Signal } from '../../../scene';
import { readNumber, readSeconds } from '../read-values';
import type { NetDraft } from './draft';
import type { NetProgram } from './net-elements';
import type { DraftTurn } from './turns';

const MOST_PHASES = 100;
const KINDS: Readonly<Record<string, 'fixed' | 'gap' | 'delay'>> = {
  static: 'fixed',
  actuated: 'gap',
  delay_based: 'delay',
};

export function draftSignals(
  programs: readonly NetProgram[],
  turns: readonly DraftTurn[],
  startsAtSeconds: number,
  draft: NetDraft,
): void {
  const running = runningPrograms(programs, turns, draft);
  const nodes = new Map(draft.junctions.map((junction) => [junction.id, junction]));
  const turnsOf = new Map<string, DraftTurn[]>();
  for (const turn of turns) {
    const node = draft.nodes.get(turn.junction)?.id ?? '';
    if (turn.signal === undefined || turn.linkIndex === undefined || nodes.get(node)?.control !== 'signal') continue;
    if (!turnsOf.has(node)) turnsOf.set(node, []);
    turnsOf.get(node)!.push(turn);
  }
  for (const [node, own] of turnsOf) {
    const names = [...new Set(own.map((turn) => turn.signal!))];
    const name = names.find((each) => running.has(each));
    if (names.length > 1) {
      draft.note(
        'changed',
        ['junction', own[0].junction],
        `obeys ${names.length} signals; the scene keeps "${name}" for all`,
      );
    }
    const obeying = own.filter((turn) => turn.signal === name);
    if (name === undefined) {
      nodes.get(node)!.control = 'priority';
      draft.note('changed', ['junction', own[0].junction], 'its signal has no sound program; taken as priority');
      continue;
    }
    draft.signals.push(signalOf(running.get(name)!, node, obeying, startsAtSeconds, draft));
  }
}

function runningPrograms(
  programs: readonly NetProgram[],
  turns: readonly DraftTurn[],
  draft: NetDraft,
): Map<string, NetProgram> {
  const needed = new Map<string, number>();
  for (const { signal, linkIndex } of turns) {
    if (signal !== undefined && linkIndex !== undefined)
      needed.set(signal, Math.max(needed.get(signal) ?? 0, linkIndex + 1));
  }
  const running = new Map<string, NetProgram>();
  for (const program of programs) {
    const count = needed.get(program.id);
    const path = ['tlLogic', program.id, 'program', program.attributes.get('programID') ?? ''];
    const note = (code: string, message: string) => draft.notes.add(`sumo.${code}`, [program.file, ...path], message);
    if (count === undefined) {
      note('left-out', 'no way of the network obeys this signal');
      continue;
    }
    const fault = faultOf(program, count);
    if (fault !== undefined) note('broken', `${fault}; the program is left out`);
    else {
      const before = running.get(program.id);
      if (before !== undefined)
        note('replaced', `runs instead of program "${before.attributes.get('programID') ?? ''}", being loaded later`);
      running.set(program.id, program);
    }
  }
  return running;
}

function faultOf(program: NetProgram, count: number): string | undefined {
  const { phases } = program;
  if (program.attributes.get('programID') === 'off' || program.attributes.get('type') === 'off')
    return 'it is switched off';
  if (phases.length === 0 || phases.length > MOST_PHASES)
    return `expected 1 to ${MOST_PHASES} phases, found ${phases.length}`;
  let seconds = 0;
  for (let i = 0; i < phases.length; i++) {
    const state = phases[i].get('state') ?? '';
    const duration = readSeconds(phases[i].get('duration'));
    if (duration === undefined || duration < 0) return `expected a duration of phase ${i}`;
    if (!/^[rygGsuoO]+$/.test(state)) return `expected letters of r, y, g, G, s, u, o, O in phase ${i}`;
    if (state.length < count) return `expected ${count} letters in phase ${i}, one for each way; found ${state.length}`;
    seconds += duration;
  }
  return seconds > 0 ? undefined : 'expected phases that last';
}

function signalOf(
  program: NetProgram,
  node: string,
  turns: readonly DraftTurn[],
  startsAtSeconds: number,
  draft: NetDraft,
): Signal {
  const note = (code: string, message: string) =>
    draft.notes.add(`sumo.${code}`, [program.file, 'tlLogic', program.id], message);
  const links = [...new Set(turns.map((turn) => turn.linkIndex!))].sort((a, b) => a - b);
  for (const { turn, linkIndex } of turns) turn.signalIndex = links.indexOf(linkIndex!);

  const phases: Signal['phases'] = [];
  const foreign = new Set<string>();
  let cycleSeconds = 0;
  for (const phase of program.phases) {
    const seconds = readSeconds(phase.get('duration'))!;
    if (seconds === 0) {
      note('changed', 'a phase of no duration is left out');
      continue;
    }
    cycleSeconds += seconds;
    const state = links.map((link) => letterOf(phase.get('state')!.charAt(link), foreign)).join('');
    const minSeconds = readSeconds(phase.get('minDur'));
    const maxSeconds = readSeconds(phase.get('maxDur'));
    const bounded = minSeconds !== undefined && maxSeconds !== undefined && minSeconds > 0 && minSeconds <= maxSeconds;
    phases.push({ seconds, ...(bounded ? { minSeconds, maxSeconds } : {}), state });
    if (phase.has('next')) note('not-carried', 'which phase may follow which is not carried over');
  }
  if (foreign.size > 0) note('changed', `the letters ${[...foreign].join(', ')} become g (s, o) and G (O)`);

  const type = program.attributes.get('type') ?? 'static';
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (kind === undefined) note('changed', `a program of type "${type.slice(0, 40)}" becomes one of fixed times`);
  const offset = readSeconds(program.attributes.get('offset')) ?? 0;
  const signal: Signal = {
    id: `${node}`,
    junction: node,
    offsetSeconds: wrapped(offset + startsAtSeconds, cycleSeconds),
    phases,
  };
  if (kind === 'gap' || kind === 'delay') signal.actuation = actuationOf(program, kind);
  return signal;
}

/** s stops first and then goes, o blinks for those who yield, O for those who go first. */
function letterOf(letter: string, foreign: Set<string>): string {
  if (/[rygGu]/.test(letter)) return letter;
  foreign.add(letter);
  return letter === 'O' ? 'G' : 'g';
}

function actuationOf(program: NetProgram, kind: 'gap' | 'delay'): NonNullable<Signal['actuation']> {
  const positive = (key: string) => {
    const value = readNumber(program.parameters.get(key));
    return value !== undefined && value > 0 ? value : undefined;
  };
  const actuation: NonNullable<Signal['actuation']> = { kind };
  const maxGapSeconds = positive('max-gap');
  const detectorGapSeconds = positive('detector-gap');
  const passingSeconds = positive('passing-time');
  if (maxGapSeconds !== undefined) actuation.maxGapSeconds = maxGapSeconds;
  if (detectorGapSeconds !== undefined) actuation.detectorGapSeconds = detectorGapSeconds;
  if (passingSeconds !== undefined) actuation.passingSeconds = passingSeconds;
  return actuation;
}

function wrapped(seconds: number, cycleSeconds: number): number {
  const rest = seconds % cycleSeconds;
  return rest < 0 ? rest + cycleSeconds : rest;
}
