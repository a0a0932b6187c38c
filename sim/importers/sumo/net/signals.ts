/**
 * Signal programs. SUMO's may span several junctions and count pedestrians' links; a scene's signal has one junction, so
 * each gets the letters of its own turns, numbered anew, and those of one program switch as one. Of
 * several programs the one loaded last is the one that runs.
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
  const groups = new Map<string, Signal[]>();
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
    const signal = signalOf(running.get(name)!, node, obeying, startsAtSeconds, draft);
    draft.signals.push(signal);
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name)!.push(signal);
  }
  for (const members of groups.values()) {
    for (const signal of members.slice(1)) signal.switchesWith = members[0].id;
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

  const kept = program.phases.filter((phase) => readSeconds(phase.get('duration'))! > 0);
  if (kept.length < program.phases.length) note('changed', 'a phase of no duration is left out');
  const phases = kept.map((phase): Signal['phases'][number] => {
    const state = links.map((link) => phase.get('state')!.charAt(link)).join('');
    for (const key of ['earliestEnd', 'latestEnd', 'earlyTarget', 'finalTarget']) {
      if (phase.has(key)) note('not-carried', `the attribute ${key} of a phase is not carried over`);
    }
    const next = nextOf(phase, program, kept, note);
    const seconds = readSeconds(phase.get('duration'))!;
    return { seconds, ...boundsOf(phase, seconds, note), ...(next.length > 0 ? { next } : {}), state };
  });
  const cycleSeconds = phases.reduce((sum, { seconds }) => sum + seconds, 0);

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
  if (kind === 'gap' || kind === 'delay') signal.actuation = actuationOf(program, kind, draft, note);
  return signal;
}

/** As SUMO reads them: with a lower bound only there is no upper one; an upper one below the lower is not followed. */
function boundsOf(
  phase: ReadonlyMap<string, string>,
  seconds: number,
  note: Note,
): Pick<Signal['phases'][number], 'minSeconds' | 'maxSeconds'> {
  const minSeconds = readSeconds(phase.get('minDur'));
  const maxSeconds = readSeconds(phase.get('maxDur'));
  if (minSeconds === undefined && maxSeconds === undefined) return {};
  if (maxSeconds !== undefined && maxSeconds < (minSeconds ?? seconds)) {
    note('changed', `a phase whose longest time is below its shortest lasts ${seconds} s at most`);
    if (seconds < (minSeconds ?? seconds)) return {};
    return { ...(minSeconds === undefined ? {} : { minSeconds }), maxSeconds: seconds };
  }
  return {
    ...(minSeconds === undefined ? {} : { minSeconds }),
    ...(maxSeconds === undefined ? {} : { maxSeconds }),
  };
}

/** Places of the phases that may follow, in the list as it is kept; SUMO takes none named, or a negative first, as the next. */
function nextOf(
  phase: ReadonlyMap<string, string>,
  program: NetProgram,
  kept: readonly ReadonlyMap<string, string>[],
  note: Note,
): number[] {
  const named = (phase.get('next') ?? '').split(/[\s,]+/).filter((each) => each !== '');
  const places = named.map((each) => kept.indexOf(program.phases[Number(each)]));
  if (places.length === 0 || Number(named[0]) < 0) return [];
  if (places.some((place) => place < 0))
    note('changed', `of the phases that may follow, "${named.join(' ')}", some are none`);
  return places.filter((place) => place >= 0);
}

type Note = (code: string, message: string) => void;

const FOLLOWED = new Set([
  'max-gap',
  'detector-gap',
  'passing-time',
  'inactive-threshold',
  'detectorRange',
  'minTimeloss',
]);
/** Of use to the screen or for output only. */
const SHOWN_ONLY = /^(show-|hide-|file$|freq$|hide|coloring)/;

function actuationOf(
  program: NetProgram,
  kind: 'gap' | 'delay',
  draft: NetDraft,
  note: Note,
): NonNullable<Signal['actuation']> {
  const numberOf = (key: string) => {
    const value = readNumber(program.parameters.get(key));
    return value !== undefined && value > 0 ? value : undefined;
  };
  const laneMaxGaps: { lane: string; seconds: number }[] = [];
  for (const key of program.parameters.keys()) {
    if (FOLLOWED.has(key) || SHOWN_ONLY.test(key)) continue;
    const lane = key.startsWith('max-gap:') ? draft.lanes.get(key.slice('max-gap:'.length))?.lane.id : undefined;
    const seconds = numberOf(key);
    if (lane !== undefined && seconds !== undefined) laneMaxGaps.push({ lane, seconds });
    else note('not-carried', `the parameter ${key.slice(0, 60)} is not followed`);
  }
  const found = {
    maxGapSeconds: kind === 'gap' ? numberOf('max-gap') : undefined,
    detectorGapSeconds: kind === 'gap' ? numberOf('detector-gap') : undefined,
    passingSeconds: kind === 'gap' ? numberOf('passing-time') : undefined,
    inactiveSeconds: kind === 'gap' ? numberOf('inactive-threshold') : undefined,
    rangeM: kind === 'delay' ? numberOf('detectorRange') : undefined,
    leastLossSeconds: kind === 'delay' ? readNumber(program.parameters.get('minTimeloss')) : undefined,
    laneMaxGaps: laneMaxGaps.length > 0 ? laneMaxGaps : undefined,
  };
  const set = Object.entries(found).filter(([, value]) => value !== undefined);
  return { kind, ...Object.fromEntries(set) };
}

function wrapped(seconds: number, cycleSeconds: number): number {
  const rest = seconds % cycleSeconds;
  return rest < 0 ? rest + cycleSeconds : rest;
}
