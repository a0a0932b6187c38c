import type { Decoder, Encoder } from '../../kernel';
import { createKnobValues, type KnobName, type KnobValues, knobs, loadKnobValues, saveKnobValues } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';

/** The knobs that interventions turn on telecom, in the order in which they are saved. */
export const telecomKnobNames = [
  'telecom-node.out',
  'city.parking-coverage',
  'city.meter-coverage',
  'city.gallery-coverage',
  'city.road-coverage',
] as const satisfies readonly KnobName[];
export type TelecomKnobName = (typeof telecomKnobNames)[number];
export type TelecomKnobs = Readonly<Record<TelecomKnobName, KnobValues>>;

export function createTelecomKnobs({ elements }: CompiledScene): TelecomKnobs {
  const entries = telecomKnobNames.map((name) => [name, createKnobValues(elements[knobs[name].per].count)] as const);
  return Object.fromEntries(entries) as Record<TelecomKnobName, KnobValues>;
}

export function isTelecomKnob(knob: KnobName): knob is TelecomKnobName {
  return (telecomKnobNames as readonly string[]).includes(knob);
}

export function saveTelecomKnobs(of: TelecomKnobs, out: Encoder): void {
  for (const name of telecomKnobNames) saveKnobValues(of[name], out);
}

export function loadTelecomKnobs(of: TelecomKnobs, from: Decoder): void {
  for (const name of telecomKnobNames) loadKnobValues(of[name], from);
}
