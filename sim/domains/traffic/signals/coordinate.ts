/**
 * A green wave: one cycle for all signals of a street, offsets by the travel time between them (the sum of length over
 * speed, modulo the cycle). One way this is exact: who passes the first at the beginning of its green meets the beginning
 * of every other. Both ways it cannot always be; then the offsets are searched for the widest bands of time in which a
 * vehicle at the street's speed meets nothing but green (Little 1966 made the same an integer program).
 */
import { cycleOf, type SignalProgram } from './program';

export interface CorridorSignal {
  readonly program: SignalProgram;
  /** Whole seconds of least green by phase, 0 for phases that are not green: those are never changed. */
  readonly leastSeconds: readonly number[];
  /** Phases in which the street's through traffic has green, ahead and back. */
  readonly aheadPhases: readonly number[];
  readonly backPhases: readonly number[];
  /** From the signal before to this one, and back from this one to the one before; 0 for the first. */
  readonly aheadSeconds: number;
  readonly backSeconds: number;
}

export interface Coordinated {
  readonly programs: readonly SignalProgram[];
  readonly cycleSeconds: number;
  /** Widths of the bands that run through all signals. */
  readonly aheadBandSeconds: number;
  readonly backBandSeconds: number;
}

export interface CoordinationWishes {
  /** The common cycle; absent: the longest of the programs' own. */
  readonly cycleSeconds?: number;
  readonly bothWays?: boolean;
}

/** Longest search: as many rounds over all signals; each finds an offset that no other betters. */
const MOST_ROUNDS = 20;

export function coordinate(signals: readonly CorridorSignal[], wishes: CoordinationWishes = {}): Coordinated {
  if (signals.length === 0) throw new Error('met a corridor without signals, expected one at least');
  const longest = signals.reduce((most, { program }) => Math.max(most, cycleOf(program)), 0);
  const asked = wishes.cycleSeconds ?? longest;
  const shortest = signals.reduce((most, signal) => Math.max(most, shortestCycle(signal)), 0);
  const cycleSeconds = Math.ceil(Math.max(asked, shortest));
  const scaled = signals.map(({ program, leastSeconds }) => stretched(program, leastSeconds, cycleSeconds));

  const ahead = waveOffsets(signals, scaled, cycleSeconds);
  let offsets = ahead;
  if (wishes.bothWays === true) {
    let best = -1;
    for (const from of [ahead, backOffsets(signals, scaled, cycleSeconds), halfCycles(signals, scaled, cycleSeconds)]) {
      const found = search(signals, scaled, from, cycleSeconds);
      if (found.width <= best) continue;
      best = found.width;
      offsets = found.offsets;
    }
  }
  return {
    programs: scaled.map((program, k) => ({ ...program, control: 'fixed', offsetSeconds: offsets[k] })),
    cycleSeconds,
    aheadBandSeconds: bandSeconds(signals, scaled, offsets, cycleSeconds, true),
    backBandSeconds: bandSeconds(signals, scaled, offsets, cycleSeconds, false),
  };
}

function shortestCycle({ program, leastSeconds }: CorridorSignal): number {
  return program.phases.reduce((sum, { seconds }, k) => sum + (leastSeconds[k] > 0 ? leastSeconds[k] : seconds), 0);
}

/** The same program at another cycle: greens grow or shrink together, none below its least; what clears stays. */
export function stretched(
  program: SignalProgram,
  leastSeconds: readonly number[],
  cycleSeconds: number,
): SignalProgram {
  const isGreen = (k: number) => leastSeconds[k] > 0;
  const spare = (k: number) => (isGreen(k) ? Math.max(0, program.phases[k].seconds - leastSeconds[k]) : 0);
  const spareSeconds = program.phases.reduce((sum, _, k) => sum + spare(k), 0);
  const base = program.phases.reduce((sum, { seconds }, k) => sum + (isGreen(k) ? leastSeconds[k] : seconds), 0);
  const greens = program.phases.filter((_, k) => isGreen(k)).length;
  const toShare = Math.max(0, cycleSeconds - base);
  let given = 0;
  let wanted = 0;
  const phases = program.phases.map((phase, k) => {
    if (!isGreen(k)) return phase;
    wanted += spareSeconds > 0 ? (toShare * spare(k)) / spareSeconds : toShare / greens;
    const extra = Math.round(wanted) - given;
    given += extra;
    return { ...phase, seconds: leastSeconds[k] + extra };
  });
  return { ...program, phases };
}

/** Seconds of the cycle at which the green of these phases begins: after the longest red. */
function greenStart(program: SignalProgram, phases: readonly number[]): number {
  let at = 0;
  let best = 0;
  let bestLength = -1;
  const count = program.phases.length;
  const starts = program.phases.map(({ seconds }) => {
    const start = at;
    at += seconds;
    return start;
  });
  for (const k of phases) {
    if (phases.includes((k + count - 1) % count) && phases.length < count) continue;
    let length = 0;
    for (let next = k; phases.includes(next % count) && next < k + count; next++)
      length += program.phases[next % count].seconds;
    if (length <= bestLength) continue;
    bestLength = length;
    best = starts[k];
  }
  return best;
}

function waveOffsets(signals: readonly CorridorSignal[], scaled: readonly SignalProgram[], cycle: number): number[] {
  const firstAt = scaled[0].offsetSeconds + greenStart(scaled[0], signals[0].aheadPhases);
  let at = 0;
  return signals.map(({ aheadSeconds, aheadPhases }, k) => {
    at += aheadSeconds;
    return wrap(Math.round(firstAt + at - greenStart(scaled[k], aheadPhases)), cycle);
  });
}

function backOffsets(signals: readonly CorridorSignal[], scaled: readonly SignalProgram[], cycle: number): number[] {
  const firstAt = scaled[0].offsetSeconds + greenStart(scaled[0], signals[0].backPhases);
  let at = 0;
  return signals.map(({ backSeconds, backPhases }, k) => {
    at -= backSeconds;
    return wrap(Math.round(firstAt + at - greenStart(scaled[k], backPhases)), cycle);
  });
}

/** Signals that are green together with the first, or half a cycle apart: what suits both ways best where blocks are even. */
function halfCycles(signals: readonly CorridorSignal[], scaled: readonly SignalProgram[], cycle: number): number[] {
  let at = 0;
  return signals.map(({ aheadSeconds, aheadPhases }, k) => {
    at += aheadSeconds;
    const half = Math.round((2 * at) / cycle) % 2 === 0 ? 0 : cycle / 2;
    const first = scaled[0].offsetSeconds + greenStart(scaled[0], signals[0].aheadPhases);
    return wrap(Math.round(first + half - greenStart(scaled[k], aheadPhases)), cycle);
  });
}

/** From these offsets on, one signal after the other takes the offset that widens the bands most, until none can. */
function search(
  signals: readonly CorridorSignal[],
  scaled: readonly SignalProgram[],
  from: readonly number[],
  cycle: number,
): { offsets: number[]; width: number } {
  const offsets = [...from];
  let width = score(signals, scaled, offsets, cycle);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let better = false;
    for (let k = 1; k < signals.length; k++) {
      const before = offsets[k];
      let best = before;
      for (let offset = 0; offset < cycle; offset++) {
        offsets[k] = offset;
        const found = score(signals, scaled, offsets, cycle);
        if (found <= width) continue;
        width = found;
        best = offset;
        better = true;
      }
      offsets[k] = best;
    }
    if (!better) break;
  }
  return { offsets, width };
}

/** The bands of both ways together; where there is none yet, how near pairs of neighbours come to one counts a little. */
function score(
  signals: readonly CorridorSignal[],
  scaled: readonly SignalProgram[],
  offsets: readonly number[],
  cycle: number,
): number {
  let width = 0;
  for (const ahead of [true, false]) width += bandSeconds(signals, scaled, offsets, cycle, ahead);
  let pairs = 0;
  for (let k = 1; k < signals.length; k++) {
    const two = [k - 1, k];
    const pick = <T>(list: readonly T[]) => two.map((i) => list[i]);
    for (const ahead of [true, false])
      pairs += bandSeconds(pick(signals), pick(scaled), pick(offsets), cycle, ahead, true);
  }
  return width + pairs / (1_000 * cycle * signals.length);
}

/** The longest stretch of whole seconds at which one may pass the first signal and meet green at all others. */
function bandSeconds(
  signals: readonly CorridorSignal[],
  scaled: readonly SignalProgram[],
  offsets: readonly number[],
  cycle: number,
  ahead: boolean,
  pair = false,
): number {
  const open = new Uint8Array(cycle).fill(1);
  let at = 0;
  for (let k = 0; k < signals.length; k++) {
    if (k > 0 || !pair) at += ahead ? signals[k].aheadSeconds : -signals[k].backSeconds;
    const green = greenSeconds(scaled[k], ahead ? signals[k].aheadPhases : signals[k].backPhases, cycle);
    for (let second = 0; second < cycle; second++) {
      if (green[wrap(Math.round(second + at - offsets[k]), cycle)] === 0) open[second] = 0;
    }
  }
  return longestRun(open);
}

function greenSeconds(program: SignalProgram, phases: readonly number[], cycle: number): Uint8Array {
  const green = new Uint8Array(cycle);
  let at = 0;
  program.phases.forEach(({ seconds }, k) => {
    if (phases.includes(k)) for (let s = Math.ceil(at); s < at + seconds; s++) green[s % cycle] = 1;
    at += seconds;
  });
  return green;
}

function longestRun(open: Uint8Array): number {
  const count = open.length;
  let longest = 0;
  let run = 0;
  for (let k = 0; k < 2 * count && longest < count; k++) {
    run = open[k % count] === 1 ? run + 1 : 0;
    longest = Math.max(longest, Math.min(run, count));
  }
  return longest;
}

const wrap = (seconds: number, cycle: number): number => ((seconds % cycle) + cycle) % cycle;
