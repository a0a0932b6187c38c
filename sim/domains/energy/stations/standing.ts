import type { Decoder, Encoder } from '../../../kernel';
import type { Hub } from '../dispatch';

/** How every bank of machines stands, and what it was last told to do. One value a bank, in the hub's order. */
export interface Standing {
  readonly running: Uint8Array;
  /** Power of engines, heat of boilers and heat pumps, cold of chillers; into a store, negative out of it. */
  readonly outputKw: Float64Array;
  readonly heldKwh: Float64Array;
  /** What it took for that: gas, electricity, heat of absorption machines. */
  readonly gasKw: Float64Array;
  readonly electricKw: Float64Array;
  readonly heatInKw: Float64Array;
  /** Heat that an engine gives along with its power. */
  readonly heatKw: Float64Array;
  /** Cold of heat pumps that work the other way round, and the electricity for it: part of what they take in all. */
  readonly coldKw: Float64Array;
  readonly coldElectricKw: Float64Array;
  /** By station: what loops took beyond what machines could give, kWh by carrier, made up first. */
  readonly owedHeatKwh: Float64Array;
  readonly owedColdKwh: Float64Array;
  /** By station, heat that nobody took and a cooler gave to the air. */
  readonly dumpedKw: Float64Array;
}

const HALF = 0.5;

export function firstStanding({ banks, stations }: Hub): Standing {
  const perBank = () => new Float64Array(banks.length);
  const perStation = () => new Float64Array(stations.length);
  return {
    running: new Uint8Array(banks.length),
    outputKw: perBank(),
    heldKwh: Float64Array.from(banks, ({ store }) => (store ? HALF * store.capacityKwh : 0)),
    gasKw: perBank(),
    electricKw: perBank(),
    heatInKw: perBank(),
    heatKw: perBank(),
    coldKw: perBank(),
    coldElectricKw: perBank(),
    owedHeatKwh: perStation(),
    owedColdKwh: perStation(),
    dumpedKw: perStation(),
  };
}

const arraysOf = (of: Standing): readonly Float64Array[] => [
  of.outputKw,
  of.heldKwh,
  of.gasKw,
  of.electricKw,
  of.heatInKw,
  of.heatKw,
  of.coldKw,
  of.coldElectricKw,
  of.owedHeatKwh,
  of.owedColdKwh,
  of.dumpedKw,
];

export function saveStanding(of: Standing, out: Encoder): void {
  out.uint8s(of.running);
  for (const array of arraysOf(of)) out.float64s(array);
}

export function loadStanding(of: Standing, from: Decoder): void {
  from.uint8s(of.running);
  for (const array of arraysOf(of)) from.float64s(array);
}
