/** Knobs as they have been turned, and what follows from them for nobody: that is the business of whoever reads them. */
import type { Decoder, Encoder } from '../kernel';
import type { Patch } from './domain';

export interface KnobValues {
  /** As turned, NaN where the knob is free; and the happening behind each. */
  readonly values: Float64Array;
  readonly causes: Int32Array;
}

export function createKnobValues(count: number): KnobValues {
  return { values: new Float64Array(count).fill(Number.NaN), causes: new Int32Array(count) };
}

/** Turns one knob and answers what undoes it: its former value. */
export function turnKnob(of: KnobValues, { knob, slot, value, cause }: Patch[number]): Patch[number] {
  const { values, causes } = of;
  if (!(slot >= 0 && slot < values.length)) {
    throw new RangeError(`met slot ${slot} for ${knob}, expected 0 to ${values.length - 1}`);
  }
  const before = { knob, slot, value: Number.isNaN(values[slot]) ? null : values[slot], cause: causes[slot] };
  values[slot] = value === null ? Number.NaN : value;
  causes[slot] = value === null ? 0 : cause;
  return before;
}

/** Only those that are turned: in a city of thousands of lanes a handful. */
export function saveKnobValues({ values, causes }: KnobValues, out: Encoder): void {
  const slots: number[] = [];
  for (let slot = 0; slot < values.length; slot++) if (!Number.isNaN(values[slot])) slots.push(slot);
  out.uint32s(Uint32Array.from(slots));
  out.float64s(Float64Array.from(slots, (slot) => values[slot]));
  out.int32s(Int32Array.from(slots, (slot) => causes[slot]));
}

export function loadKnobValues({ values, causes }: KnobValues, from: Decoder): void {
  const slots = from.uint32s();
  const turned = from.float64s();
  const due = from.int32s();
  values.fill(Number.NaN);
  causes.fill(0);
  for (let i = 0; i < slots.length; i++) {
    values[slots[i]] = turned[i];
    causes[slots[i]] = due[i];
  }
}
