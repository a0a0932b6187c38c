import type { CompiledScene } from '../../../scene/compiled';
import type { StationsFile } from '../../../scene/schema/stations';
import { type AddedPlant, addedBanks } from './added';
import { type EnergyStore, LEAST_FILL, STANDING_LOSS_PER_HOUR } from './energy-store';
import { type GasEngine, START_YUAN_PER_KW } from './gas-engine';
import type { HeatSource } from './heat-pump';

type Unit = StationsFile['stations'][number]['units'][number];
export type UnitKind = Unit['kind'];

/** Equal machines of one station. What one of them gives at most is its size: power, heat or cold by its kind. */
export interface PlantBank {
  readonly id: string;
  readonly kind: UnitKind;
  readonly count: number;
  readonly sizeKw: number;
  /** Cold that a heat pump gives when it works the other way round; 0 where it does not. */
  readonly coolingKw: number;
  readonly minimumLoad: number;
  readonly rampPerMinute: number;
  /** What comes out over what goes in, at full load; of a heat pump the COP on its sheet, NaN where it has none. */
  readonly efficiency: number;
  readonly engine?: GasEngine;
  readonly store?: EnergyStore;
}

/** A loop that a station feeds; hot ones by what they ask, cold ones by what they give. */
export interface PlantLoop {
  readonly id: string;
  readonly supplyC: number;
}

export interface Station {
  readonly id: string;
  /** The hottest first. */
  readonly heat: readonly PlantLoop[];
  readonly cooling: readonly PlantLoop[];
  readonly banks: readonly PlantBank[];
  /** What its own cables carry to or from the city's network; infinite where the scene says nothing. */
  readonly feederKw: number;
}

export interface PlantNetwork {
  readonly stations: readonly Station[];
  /** What the city may take from its supplies. */
  readonly importKw: number;
  readonly gasKwhPerM3: number;
}

// Where a scene leaves them out: engines 5.1 of the candidate park; the others are usual sheets.
const EFFICIENCY = { boiler: 0.94, absorption: 0.7, electric: 5, battery: 0.9, tank: 0.96 };
const MINIMUM_LOAD: Partial<Record<UnitKind, number>> = {
  'chp-engine': 0.5,
  'gas-boiler': 0.2,
  'absorption-chiller': 0.25,
};
const OTHER_MINIMUM_LOAD = 0.15;
const RAMP_PER_MINUTE: Partial<Record<UnitKind, number>> = { 'chp-engine': 0.15, 'gas-boiler': 0.2 };
const OTHER_RAMP_PER_MINUTE = 0.5;
const DEFAULT_GAS_MJ_PER_M3 = 34.9;
const MJ_PER_KWH = 3.6;
const POWER_FACTOR = 0.95;

/** Which side a heat pump draws from; undefined of any other kind. */
export function heatSourceOf(kind: UnitKind): HeatSource | undefined {
  if (kind === 'ground-source-heat-pump') return 'ground';
  if (kind === 'water-source-heat-pump') return 'water';
  return kind === 'air-source-heat-pump' ? 'air' : undefined;
}

export const burnsGas = (kind: UnitKind): boolean => kind === 'chp-engine' || kind === 'gas-boiler';

/**
 * Every station of a scene with its machines, and those that it was given since; a machine without the rating that its
 * kind needs is refused by name.
 */
export function compileStations(compiled: CompiledScene, added?: AddedPlant): PlantNetwork {
  const { scene } = compiled;
  const { stations, electricity, heat, cooling, gas } = scene;
  const loopsOf = (
    id: string,
    loops: readonly { id: string; supplyC: number; sources: readonly { station: string }[] }[],
  ) =>
    loops
      .filter(({ sources }) => sources.some(({ station }) => station === id))
      .map(({ id: loop, supplyC }) => ({ id: loop, supplyC }))
      .sort((a, b) => b.supplyC - a.supplyC || (a.id < b.id ? -1 : 1));
  return {
    stations: [...(stations?.stations ?? [])]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((station) => {
        const cold = loopsOf(station.id, cooling?.loops ?? []);
        const reached = { gas: station.gas !== undefined, cooling: cold.length > 0 };
        return {
          id: station.id,
          heat: loopsOf(station.id, heat?.loops ?? []),
          cooling: cold,
          banks: [
            ...station.units.map((unit) => bankOf(unit, reached.gas)),
            ...(added ? addedBanks(compiled, station.id, reached, added) : []),
          ],
          feederKw: electricity ? feederKw(station.electricity, electricity) : Number.POSITIVE_INFINITY,
        };
      }),
    importKw: (electricity?.supplies ?? []).reduce(
      (sum, { limitMw }) => sum + 1_000 * (limitMw ?? Number.POSITIVE_INFINITY),
      0,
    ),
    gasKwhPerM3: (gas?.calorificMjPerM3 ?? DEFAULT_GAS_MJ_PER_M3) / MJ_PER_KWH,
  };
}

/** Exported for plants that no scene holds, as in tests and studies. */
export function bankOf(unit: Unit, hasGas: boolean): PlantBank {
  const { id, kind, count = 1 } = unit;
  const need = (name: 'electricKw' | 'heatKw' | 'coolingKw' | 'storageKwh') => {
    const value = unit[name];
    if (value === undefined) throw new Error(`met the ${kind} ${id} without ${name}, expected it`);
    return value;
  };
  if (burnsGas(kind) && !hasGas) throw new Error(`met the ${kind} ${id} at a station without gas, expected a gas node`);
  const bank = {
    id,
    kind,
    count,
    coolingKw: 0,
    minimumLoad: unit.minimumLoad ?? MINIMUM_LOAD[kind] ?? OTHER_MINIMUM_LOAD,
    rampPerMinute: unit.rampPerMinute ?? RAMP_PER_MINUTE[kind] ?? OTHER_RAMP_PER_MINUTE,
    efficiency: 1,
  };
  switch (kind) {
    case 'chp-engine': {
      const sizeKw = need('electricKw');
      const engine: GasEngine = {
        ratedKw: sizeKw,
        minimumLoad: bank.minimumLoad,
        electricEfficiency: unit.electricEfficiency ?? 0.4,
        heatEfficiency: unit.thermalEfficiency ?? 0.43,
        rampPerMinute: bank.rampPerMinute,
        startYuan: START_YUAN_PER_KW * sizeKw,
      };
      return { ...bank, sizeKw, engine, efficiency: engine.electricEfficiency };
    }
    case 'gas-boiler':
      return { ...bank, sizeKw: need('heatKw'), efficiency: unit.efficiency ?? EFFICIENCY.boiler };
    case 'absorption-chiller':
      return { ...bank, sizeKw: need('coolingKw'), efficiency: unit.efficiency ?? EFFICIENCY.absorption };
    case 'electric-chiller':
      return { ...bank, sizeKw: need('coolingKw'), efficiency: unit.efficiency ?? EFFICIENCY.electric };
    case 'photovoltaic':
    case 'wind-turbine':
      return { ...bank, minimumLoad: 0, sizeKw: need('electricKw') };
    case 'battery':
    case 'heat-store':
    case 'cold-store': {
      const sizeKw = need(kind === 'battery' ? 'electricKw' : kind === 'heat-store' ? 'heatKw' : 'coolingKw');
      const sort = kind === 'battery' ? 'battery' : 'tank';
      const store: EnergyStore = {
        capacityKwh: count * need('storageKwh'),
        powerKw: count * sizeKw,
        // The scene's figure is of the round trip, as that of electricity.json's batteries is.
        efficiency: Math.sqrt(unit.efficiency ?? EFFICIENCY[sort]),
        lossPerHour: STANDING_LOSS_PER_HOUR[sort],
        leastFill: LEAST_FILL[sort],
      };
      return { ...bank, minimumLoad: 0, sizeKw, store };
    }
    default:
      return {
        ...bank,
        sizeKw: need('heatKw'),
        coolingKw: unit.coolingKw ?? 0,
        efficiency: unit.efficiency ?? Number.NaN,
      };
  }
}

interface Wires {
  readonly buses: readonly { readonly id: string; readonly kilovolts: number }[];
  readonly branches: readonly {
    readonly from: string;
    readonly to: string;
    readonly ratingA: number;
    readonly closed?: boolean;
  }[];
  readonly transformers: readonly { readonly from: string; readonly to: string; readonly ratingKva: number }[];
}

/** The closed cables and the transformers at a station's bus together. */
function feederKw(bus: string | undefined, { buses, branches, transformers }: Wires): number {
  const kilovolts = buses.find(({ id }) => id === bus)?.kilovolts;
  if (kilovolts === undefined) return Number.POSITIVE_INFINITY;
  const isAt = ({ from, to }: { readonly from: string; readonly to: string }) => from === bus || to === bus;
  const kva =
    branches
      .filter((each) => isAt(each) && each.closed !== false)
      .reduce((sum, { ratingA }) => sum + Math.sqrt(3) * kilovolts * ratingA, 0) +
    transformers.filter(isAt).reduce((sum, { ratingKva }) => sum + ratingKva, 0);
  return kva > 0 ? kva * POWER_FACTOR : Number.POSITIVE_INFINITY;
}
