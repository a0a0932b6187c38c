import type { Decoder, Encoder } from '../../kernel';
import { createKnobValues, type KnobName, type KnobValues, knobs, loadKnobValues, saveKnobValues } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';

/** The knobs that interventions turn on galleries, in the order in which they are saved. */
export const tunnelKnobNames = [
  'gallery-section.gas-hole',
  'gallery-section.hole-at',
  'gallery-section.inflow',
  'gallery-section.fire',
  'gallery-section.ventilation',
  'gallery-section.fans-out',
  'gallery-section.pumps-out',
  'gallery-section.detectors-out',
  'gallery-section.detector-bias',
  'gallery-section.acknowledged',
  'gallery-section.blow-down',
  'gallery-section.reset',
  'city.robot-interval',
] as const satisfies readonly KnobName[];
export type TunnelKnobName = (typeof tunnelKnobNames)[number];
export type TunnelKnobs = Readonly<Record<TunnelKnobName, KnobValues>>;

export function createTunnelKnobs({ elements }: CompiledScene): TunnelKnobs {
  const entries = tunnelKnobNames.map((name) => [name, createKnobValues(elements[knobs[name].per].count)] as const);
  return Object.fromEntries(entries) as Record<TunnelKnobName, KnobValues>;
}

export function isTunnelKnob(knob: KnobName): knob is TunnelKnobName {
  return (tunnelKnobNames as readonly string[]).includes(knob);
}

export function saveTunnelKnobs(of: TunnelKnobs, out: Encoder): void {
  for (const name of tunnelKnobNames) saveKnobValues(of[name], out);
}

export function loadTunnelKnobs(of: TunnelKnobs, from: Decoder): void {
  for (const name of tunnelKnobNames) loadKnobValues(of[name], from);
}
