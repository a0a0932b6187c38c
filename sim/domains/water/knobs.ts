import type { Decoder, Encoder } from '../../kernel';
import { createKnobValues, type KnobName, type KnobValues, knobs, loadKnobValues, saveKnobValues } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';

/** The knobs that interventions turn on water, in the order in which they are saved. */
export const waterKnobNames = [
  'water-pipe.burst',
  'water-pipe.shut',
  'water-pump.out',
  'water-node.fire-flow',
] as const satisfies readonly KnobName[];
export type WaterKnobName = (typeof waterKnobNames)[number];
export type WaterKnobs = Readonly<Record<WaterKnobName, KnobValues>>;

export function createWaterKnobs({ elements }: CompiledScene): WaterKnobs {
  const entries = waterKnobNames.map((name) => [name, createKnobValues(elements[knobs[name].per].count)] as const);
  return Object.fromEntries(entries) as Record<WaterKnobName, KnobValues>;
}

export function isWaterKnob(knob: KnobName): knob is WaterKnobName {
  return (waterKnobNames as readonly string[]).includes(knob);
}

export function saveWaterKnobs(of: WaterKnobs, out: Encoder): void {
  for (const name of waterKnobNames) saveKnobValues(of[name], out);
}

export function loadWaterKnobs(of: WaterKnobs, from: Decoder): void {
  for (const name of waterKnobNames) loadKnobValues(of[name], from);
}
