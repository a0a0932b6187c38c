import type { CompiledSignals } from '../compiled-signals';
import { type RoadsFile, type Signal, vehicleClass } from '../schema/roads';
import { type ElementTables, slotIn } from './element-tables';

type Programs = Omit<CompiledSignals, 'crossingJunction' | 'crossingEdge' | 'crossingLengthM' | 'crossingSignalIndex'>;

const CONTROLS: readonly (string | undefined)[] = [undefined, 'gap', 'delay', 'pressure'];

/** What holds where a signal does not say: SUMO's own for the first six; ours for pressure and priority. */
const MAX_GAP_S = 3;
const DETECTOR_GAP_S = 2;
const PASSING_S = 1.9;
const INACTIVE_S = 180;
const RANGE_M = 100;
const LEAST_LOSS_S = 1;
const EVERY_S = 5;
const MOST_WAIT_S = 120;
const PRIORITY_WITHIN_M = 150;
const PRIORITY_HOLD_S = 15;

/** Signal programs end to end: phases of a signal, letters of a phase, and what each signal goes by. */
export function flattenSignals(roads: RoadsFile, elements: ElementTables): Programs {
  const signals = elements.signal.ids.map(byId(roads.signals));
  const junctionSignal = new Int32Array(elements.junction.count).fill(-1);
  const signalJunction = Uint32Array.from(signals, ({ junction }) => slotIn(elements.junction, junction));
  for (let s = 0; s < signals.length; s++) junctionSignal[signalJunction[s]] = s;
  const setting = (of: (signal: Signal) => number | undefined, otherwise: number) =>
    Float64Array.from(signals, (signal) => of(signal) ?? otherwise);

  return {
    junctionSignal,
    signalJunction,
    signalOffsetSeconds: setting((signal) => signal.offsetSeconds, 0),
    ...flattenPhases(signals),
    signalControl: Uint8Array.from(signals, ({ actuation }) => CONTROLS.indexOf(actuation?.kind)),
    signalLeader: leadersOf(signals, elements),
    signalMaxGapSeconds: setting(({ actuation }) => actuation?.maxGapSeconds, MAX_GAP_S),
    signalDetectorGapSeconds: setting(({ actuation }) => actuation?.detectorGapSeconds, DETECTOR_GAP_S),
    signalPassingSeconds: setting(({ actuation }) => actuation?.passingSeconds, PASSING_S),
    signalInactiveSeconds: setting(({ actuation }) => actuation?.inactiveSeconds, INACTIVE_S),
    signalRangeM: setting(({ actuation }) => actuation?.rangeM, RANGE_M),
    signalLeastLossSeconds: setting(({ actuation }) => actuation?.leastLossSeconds, LEAST_LOSS_S),
    signalEverySeconds: setting(({ actuation }) => actuation?.everySeconds, EVERY_S),
    signalMostWaitSeconds: setting(({ actuation }) => actuation?.mostWaitSeconds, MOST_WAIT_S),
    signalRetimeSeconds: setting((signal) => 60 * (signal.retimedEveryMinutes ?? 0), 0),
    signalPriority: Uint8Array.from(signals, ({ priority }) => classBits(priority?.classes ?? [])),
    signalPriorityM: setting(({ priority }) => priority?.withinM, PRIORITY_WITHIN_M),
    signalPriorityHoldSeconds: setting(({ priority }) => priority?.mostHoldSeconds, PRIORITY_HOLD_S),
    laneMaxGapSeconds: laneMaxGaps(signals, elements),
  };
}

function flattenPhases(signals: readonly Signal[]) {
  const phases = signals.flatMap((signal) => signal.phases);
  const signalPhaseStart = startsOf(signals.map((signal) => signal.phases.length));
  const phaseStateStart = startsOf(phases.map(({ state }) => state.length));
  const phaseNextStart = startsOf(phases.map(({ next }) => next?.length ?? 0));
  const phaseStates = new Uint8Array(phaseStateStart[phases.length]);
  const phaseNext = new Uint32Array(phaseNextStart[phases.length]);
  for (let p = 0; p < phases.length; p++) {
    const { state } = phases[p];
    for (let c = 0; c < state.length; c++) phaseStates[phaseStateStart[p] + c] = state.charCodeAt(c);
  }
  for (let s = 0, k = 0; s < signals.length; s++) {
    for (const { next } of signals[s].phases) for (const at of next ?? []) phaseNext[k++] = signalPhaseStart[s] + at;
  }
  return {
    signalPhaseStart,
    phaseSeconds: Float64Array.from(phases, ({ seconds }) => seconds),
    phaseMinSeconds: Float64Array.from(phases, ({ seconds, minSeconds }) => minSeconds ?? seconds),
    phaseMaxSeconds: Float64Array.from(
      phases,
      ({ seconds, minSeconds, maxSeconds }) =>
        maxSeconds ?? (minSeconds === undefined ? seconds : Number.POSITIVE_INFINITY),
    ),
    phaseStateStart,
    phaseStates,
    phaseNextStart,
    phaseNext,
  };
}

function leadersOf(signals: readonly Signal[], elements: ElementTables): Uint32Array {
  return Uint32Array.from(signals, ({ switchesWith }, slot) =>
    switchesWith === undefined ? slot : slotIn(elements.signal, switchesWith),
  );
}

function laneMaxGaps(signals: readonly Signal[], elements: ElementTables): Float64Array {
  const gaps = new Float64Array(elements.lane.count).fill(Number.NaN);
  for (const { actuation } of signals) {
    for (const { lane, seconds } of actuation?.laneMaxGaps ?? []) gaps[slotIn(elements.lane, lane)] = seconds;
  }
  return gaps;
}

function classBits(classes: readonly string[]): number {
  let bits = 0;
  for (const each of classes) bits |= 1 << (vehicleClass.options as readonly string[]).indexOf(each);
  return bits;
}

function startsOf(counts: readonly number[]): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i] + counts[i];
  return starts;
}

/** From a slot's name to its entry in the file. */
export function byId<T extends { readonly id: string }>(entries: readonly T[]): (id: string) => T {
  const found = new Map(entries.map((entry) => [entry.id, entry]));
  return (id) => {
    const entry = found.get(id);
    if (entry === undefined) throw new Error(`met the name '${id}', expected one that the file holds`);
    return entry;
  };
}
