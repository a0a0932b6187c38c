import type { CompiledScene } from '../../scene/compiled';
import type { StationUnit } from '../../scene/schema/stations';
import { defineKind } from '../kind';

const share = (byDefault: number) =>
  ({ type: 'number', unit: '%', min: 0, max: 100, step: 5, default: byDefault }) as const;

/** Its class of envelope as energy numbers them: passive houses are the first. */
const PASSIVE_HOUSE = 0;

const isEngine = ({ kind }: StationUnit): boolean => kind === 'chp-engine';
const isHeatPump = ({ kind }: StationUnit): boolean => kind.endsWith('-heat-pump');

/**
 * How far the city goes the way of a pan-energy network: at nothing, boilers, chillers and the grid alone; at all, every
 * engine, heat pump and panel that it has. Beyond what is built go passive houses. What comes of it is computed.
 */
export const panEnergyMix = defineKind({
  kind: 'pan-energy-mix',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    engines: share(100),
    heatPumps: share(100),
    renewables: share(100),
    passiveHouses: share(50),
  },
  claims({ settings, fromSeconds, untilSeconds }, scene) {
    const of = (knob: string, slot: number, value: number) => ({ knob, slot, value, fromSeconds, untilSeconds });
    const claims = [
      ...machinesOut(scene, isEngine, 1 - settings.engines / 100),
      ...machinesOut(scene, isHeatPump, 1 - settings.heatPumps / 100),
    ].map(({ slot, out }) => of('unit.out', slot, out));
    claims.push(of('city.renewables-in-use', 0, settings.renewables / 100));
    for (const slot of evenly(scene.elements.building.count, settings.passiveHouses / 100)) {
      claims.push(of('building.envelope', slot, PASSIVE_HOUSE));
    }
    return claims;
  },
});

/** So many of all machines of a kind stand, spread over the stations in their order. */
function machinesOut(scene: CompiledScene, isMeant: (unit: StationUnit) => boolean, outShare: number) {
  let before = 0;
  let broken = 0;
  const list: { slot: number; out: number }[] = [];
  for (const { units } of scene.scene.stations?.stations ?? []) {
    for (const unit of units) {
      if (!isMeant(unit)) continue;
      before += unit.count ?? 1;
      const out = Math.round(before * outShare) - broken;
      broken += out;
      if (out > 0) list.push({ slot: scene.elements.unit.slotOf(unit.id) as number, out });
    }
  }
  return list;
}

/** That share of 0 … count − 1, as far apart as they can be. */
function evenly(count: number, of: number): number[] {
  const chosen: number[] = [];
  for (let i = 0; i < count; i++) if (Math.floor((i + 1) * of) > Math.floor(i * of)) chosen.push(i);
  return chosen;
}
