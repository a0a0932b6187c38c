import type { CompiledScene } from '../../../scene/compiled';
import { bankOf, type PlantBank } from './stations';

/** What stations have been given on top of what the scene says, by the slot of the station; NaN where nothing. */
export interface AddedPlant {
  readonly batteryKw: Float64Array;
  readonly batteryKwh: Float64Array;
  readonly engineKw: Float64Array;
  readonly groundHeatKw: Float64Array;
}

/** Machines come in the sizes of the park's own: engines of at most 3.36 MW, heat pumps of at most 2 MW of heat. */
const LARGEST_ENGINE_KW = 3_360;
const LARGEST_PUMP_KW = 2_000;
/** Of such pumps, cold over heat by makers' sheets at 30/35 and 7/12 °C against 10/7 and 40/45 °C: 0.9 to 1. */
const COLD_OF_HEAT = 0.9;

/** Ends the id of a bank that a change has brought. */
export const ADDED = { battery: 'added-battery', engine: 'added-engine', ground: 'added-ground' } as const;

/** What of the city reaches a station. */
export interface Reached {
  readonly gas: boolean;
  readonly cooling: boolean;
}

export function addedBanks(
  { elements }: CompiledScene,
  station: string,
  { gas: hasGas, cooling }: Reached,
  of: AddedPlant,
): PlantBank[] {
  const slot = elements.station.slotOf(station);
  if (slot === undefined) throw new Error(`met the station '${station}', expected one that the scene holds`);
  const id = (name: string) => `${station}.${name}`;
  const banks: PlantBank[] = [];
  const engineKw = of.engineKw[slot];
  if (engineKw > 0) {
    const count = Math.ceil(engineKw / LARGEST_ENGINE_KW);
    banks.push(bankOf({ id: id(ADDED.engine), kind: 'chp-engine', count, electricKw: engineKw / count }, hasGas));
  }
  const heatKw = of.groundHeatKw[slot];
  if (heatKw > 0) {
    const count = Math.ceil(heatKw / LARGEST_PUMP_KW);
    const kind = 'ground-source-heat-pump';
    const each = heatKw / count;
    const cold = cooling ? { coolingKw: COLD_OF_HEAT * each } : {};
    banks.push(bankOf({ id: id(ADDED.ground), kind, count, heatKw: each, ...cold }, hasGas));
  }
  const electricKw = of.batteryKw[slot];
  const storageKwh = of.batteryKwh[slot];
  if (electricKw > 0 && storageKwh > 0) {
    banks.push(bankOf({ id: id(ADDED.battery), kind: 'battery', electricKw, storageKwh }, hasGas));
  }
  return banks;
}
