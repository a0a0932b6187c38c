import type { RoadsFile } from '../schema/roads';
import { type ElementTables, slotIn } from './element-tables';

/** Signal programs end to end: phases of a signal, letters of a phase. */
export function flattenSignals(roads: RoadsFile, elements: ElementTables) {
  const signals = elements.signal.ids.map(byId(roads.signals));
  const phases = signals.flatMap((signal) => signal.phases);
  const letterCount = phases.reduce((sum, phase) => sum + phase.state.length, 0);

  const signalPhaseStart = new Uint32Array(signals.length + 1);
  const signalOffsetSeconds = new Float64Array(signals.length);
  const signalJunction = new Uint32Array(signals.length);
  const junctionSignal = new Int32Array(elements.junction.count).fill(-1);
  let p = 0;
  for (let s = 0; s < signals.length; s++) {
    signalPhaseStart[s] = p;
    p += signals[s].phases.length;
    signalOffsetSeconds[s] = signals[s].offsetSeconds;
    signalJunction[s] = slotIn(elements.junction, signals[s].junction);
    junctionSignal[signalJunction[s]] = s;
  }
  signalPhaseStart[signals.length] = p;

  const phaseSeconds = new Float64Array(phases.length);
  const phaseStateStart = new Uint32Array(phases.length + 1);
  const phaseStates = new Uint8Array(letterCount);
  let k = 0;
  for (let i = 0; i < phases.length; i++) {
    phaseSeconds[i] = phases[i].seconds;
    phaseStateStart[i] = k;
    for (let c = 0; c < phases[i].state.length; c++) phaseStates[k++] = phases[i].state.charCodeAt(c);
  }
  phaseStateStart[phases.length] = k;

  return {
    junctionSignal,
    signalPhaseStart,
    phaseSeconds,
    phaseStateStart,
    phaseStates,
    signalOffsetSeconds,
    signalJunction,
  };
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
