import type { Decoder, Encoder } from '../../kernel';
import { createKnobValues, type KnobName, type KnobValues, knobs, loadKnobValues, saveKnobValues } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';

/** The knobs that interventions turn on works in streets, in the order in which they are saved. */
export const worksKnobNames = [
  'city.street-works',
  'edge.gallery-compartments',
  'edge.gallery-lines',
  'edge.gallery-land-price',
  'edge.gallery-works',
  'edge.gallery-in-use',
  'branch.laid',
  'parcel.plan-ruling',
] as const satisfies readonly KnobName[];
export type WorksKnobName = (typeof worksKnobNames)[number];
export type WorksKnobs = Readonly<Record<WorksKnobName, KnobValues>>;

export function createWorksKnobs({ elements }: CompiledScene): WorksKnobs {
  const entries = worksKnobNames.map((name) => [name, createKnobValues(elements[knobs[name].per].count)] as const);
  return Object.fromEntries(entries) as Record<WorksKnobName, KnobValues>;
}

export function isWorksKnob(knob: KnobName): knob is WorksKnobName {
  return (worksKnobNames as readonly string[]).includes(knob);
}

export function saveWorksKnobs(of: WorksKnobs, out: Encoder): void {
  for (const name of worksKnobNames) saveKnobValues(of[name], out);
}

export function loadWorksKnobs(of: WorksKnobs, from: Decoder): void {
  for (const name of worksKnobNames) loadKnobValues(of[name], from);
}
