import type { Hub } from './hub';

/** What a plan is to make least. */
export type Aim = 'cost' | 'carbon' | 'primary-energy';

export const STEPS = 96;
export const STEP_HOURS = 0.25;

/**
 * What is known when a plan is asked for. Series lie one after another, `STEPS` values each unless a model is shorter,
 * in the order of the hub's lists. What may be unlimited is infinite.
 */
export interface DispatchInputs {
  readonly aim: Aim;
  readonly steps: number;
  readonly stepHours: number;
  /** Of each demand. */
  readonly demandKw: Float64Array;
  /** Of each bank: what sun and wind would give; of the others unused. */
  readonly availableKw: Float64Array;
  /** Of each bank that is a heat pump: what it lifts per unit of power, and what it cools where it can; else unused. */
  readonly cop: Float64Array;
  readonly coolingCop: Float64Array;
  /** Machines of each bank that can run. */
  readonly machines: Uint8Array;
  readonly buyYuanPerKwh: Float64Array;
  readonly sellYuanPerKwh: Float64Array;
  readonly gasYuanPerKwh: number;
  /** Of a kWh from the grid, and of gas by its lower heating value. */
  readonly gridKgPerKwh: Float64Array;
  readonly gasKgPerKwh: number;
  /** Fossil energy in a kWh from the grid, kWh; that of gas is 1. */
  readonly gridPrimary: number;
  readonly importKw: Float64Array;
  readonly exportKw: Float64Array;
  /** One a station. */
  readonly feederKw: Float64Array;
  readonly gasKw: Float64Array;
  readonly cityGasKw: number;
  readonly now: PlantStanding;
}

/** How everything stands when the plan begins; one a bank. */
export interface PlantStanding {
  readonly running: Uint8Array;
  readonly outputKw: Float64Array;
  readonly heldKwh: Float64Array;
}

/** CO₂ by lower heating value: 56.1 kg/GJ (IPCC 2006), the grid of Shandong in 2022 (candidate park, 5.1). */
export const GAS_KG_PER_KWH = 56.1 * 0.0036;
export const SHANDONG_KG_PER_KWH = 0.641;
/** 0.30 kgce of coal in a kWh of the grid against 0.1229 in its heat (candidate park, 5.1). */
export const GRID_PRIMARY = 0.3 / 0.1229;

/** Inputs without demand, sun or wind, everything standing, nothing limited but by the hub; to be filled in. */
export function emptyInputs(hub: Hub, steps = STEPS, stepHours = STEP_HOURS): DispatchInputs {
  const { banks, demands, stations } = hub;
  const machines = new Uint8Array(banks.length * steps);
  banks.forEach(({ count }, bank) => {
    machines.fill(count, bank * steps, (bank + 1) * steps);
  });
  return {
    aim: 'cost',
    steps,
    stepHours,
    demandKw: new Float64Array(demands.length * steps),
    availableKw: new Float64Array(banks.length * steps),
    cop: new Float64Array(banks.length * steps).fill(4),
    coolingCop: new Float64Array(banks.length * steps).fill(4),
    machines,
    buyYuanPerKwh: new Float64Array(steps).fill(0.66),
    sellYuanPerKwh: new Float64Array(steps),
    gasYuanPerKwh: 0.37,
    gridKgPerKwh: new Float64Array(steps).fill(SHANDONG_KG_PER_KWH),
    gasKgPerKwh: GAS_KG_PER_KWH,
    gridPrimary: GRID_PRIMARY,
    importKw: new Float64Array(steps).fill(hub.importKw),
    exportKw: new Float64Array(steps),
    feederKw: Float64Array.from(stations, ({ feederKw }) => feederKw),
    gasKw: new Float64Array(stations.length).fill(Number.POSITIVE_INFINITY),
    cityGasKw: Number.POSITIVE_INFINITY,
    now: {
      running: new Uint8Array(banks.length),
      outputKw: new Float64Array(banks.length),
      heldKwh: Float64Array.from(banks, ({ store }) => (store ? 0.5 * store.capacityKwh : 0)),
    },
  };
}
