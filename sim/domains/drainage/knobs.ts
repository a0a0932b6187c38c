import type { Decoder, Encoder } from '../../kernel';
import { createKnobValues, type KnobName, type KnobValues, knobs, loadKnobValues, saveKnobValues } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';

/** The knobs that interventions turn on drainage, in the order in which they are saved. */
export const drainageKnobNames = [
  'city.rain',
  'city.storm-years',
  'city.storm-total',
  'city.storm-minutes',
  'city.storm-peak',
  'city.tide',
  'drain-pump.out',
] as const satisfies readonly KnobName[];
export type DrainageKnobName = (typeof drainageKnobNames)[number];
export type DrainageKnobs = Readonly<Record<DrainageKnobName, KnobValues>>;

export function createDrainageKnobs({ elements }: CompiledScene): DrainageKnobs {
  const entries = drainageKnobNames.map((name) => [name, createKnobValues(elements[knobs[name].per].count)] as const);
  return Object.fromEntries(entries) as Record<DrainageKnobName, KnobValues>;
}

export function isDrainageKnob(knob: KnobName): knob is DrainageKnobName {
  return (drainageKnobNames as readonly string[]).includes(knob);
}

export function saveDrainageKnobs(of: DrainageKnobs, out: Encoder): void {
  for (const name of drainageKnobNames) saveKnobValues(of[name], out);
}

export function loadDrainageKnobs(of: DrainageKnobs, from: Decoder): void {
  for (const name of drainageKnobNames) loadKnobValues(of[name], from);
}
