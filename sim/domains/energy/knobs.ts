import type { Decoder, Encoder } from '../../kernel';
import { createKnobValues, type KnobName, type KnobValues, knobs, loadKnobValues, saveKnobValues } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import type { AddedPlant } from './plants';

/** The knobs that interventions turn on energy, in the order in which they are saved. */
export const energyKnobNames = [
  'branch.out',
  'transformer.out',
  'bus.out',
  'city.automatic-switching',
  'signal.battery',
  'city.heat-wave',
  'city.cold-snap',
  'building.solar-south',
  'building.solar-east-west',
  'city.medium-voltage',
  'city.overhead-lines',
  'branch.laid',
  'city.dispatch-aim',
  'building.curtailed',
  'building.set-point-offset',
  'building.envelope',
  'unit.out',
  'city.renewables-in-use',
  'gas-pipe.out',
  'gas-pipe.leak',
  'gas-supply.pressure',
  'city.clouds',
  'city.electric-cars',
  'city.home-charger',
  'city.charging-hour',
  'city.managed-cars',
  'city.managed-from',
  'city.managed-until',
  'city.vehicle-to-grid',
  'city.peak-valley-ratio',
  'city.price-elasticity',
  'city.price-followers',
  'station.battery-power',
  'station.battery-energy',
  'station.engine-power',
  'station.ground-heat',
  'station.battery-use',
  'station.engine-mode',
  'city.cold-air',
  'heat-pipe.burst',
  'cooling-pipe.burst',
  'city.control-room',
  'city.foresight',
  'city.foresight-threshold',
  'city.called-share',
  'city.called-hours',
] as const satisfies readonly KnobName[];
export type EnergyKnobName = (typeof energyKnobNames)[number];
export type EnergyKnobs = Readonly<Record<EnergyKnobName, KnobValues>>;

export function createEnergyKnobs({ elements }: CompiledScene): EnergyKnobs {
  const entries = energyKnobNames.map((name) => [name, createKnobValues(elements[knobs[name].per].count)] as const);
  return Object.fromEntries(entries) as Record<EnergyKnobName, KnobValues>;
}

export function isEnergyKnob(knob: KnobName): knob is EnergyKnobName {
  return (energyKnobNames as readonly string[]).includes(knob);
}

export function saveEnergyKnobs(of: EnergyKnobs, out: Encoder): void {
  for (const name of energyKnobNames) saveKnobValues(of[name], out);
}

export function loadEnergyKnobs(of: EnergyKnobs, from: Decoder): void {
  for (const name of energyKnobNames) loadKnobValues(of[name], from);
}

/** Knobs that change what stations consist of. */
export const plantKnobs: ReadonlySet<KnobName> = new Set<EnergyKnobName>([
  'station.battery-power',
  'station.battery-energy',
  'station.engine-power',
  'station.ground-heat',
]);

export function addedPlant(knobs: EnergyKnobs): AddedPlant {
  return {
    batteryKw: knobs['station.battery-power'].values,
    batteryKwh: knobs['station.battery-energy'].values,
    engineKw: knobs['station.engine-power'].values,
    groundHeatKw: knobs['station.ground-heat'].values,
  };
}
