/** One burning section: what a save keeps, and workspace that follows from it. Allocated when a fire starts. */
import { PI } from '../../../kernel';
import { DENSITY_KELVIN, GAS_J_PER_KG_K, GROWTH_W_PER_S2, type Growth, KELVIN, OXYGEN_IN_AIR } from './figures';
import type { FireSectionPlan } from './section';
import { WALL_NODES, type WallGrid, wallGrid } from './wall-heat';

/** Heat since the start, J. `released + carriedIn = toWalls + radiated + toWater + carriedOut + what the gas holds`. */
export const LEDGER = ['released', 'toWalls', 'radiated', 'toWater', 'carriedOut', 'carriedIn'] as const;
export const CABLE_NODES = 6;

export interface FireSource {
  /** Middle of what burns, from the section's beginning, and how long it is. */
  readonly alongM: number;
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
  readonly growth: Growth;
  /** Tray that was lit; −1 where the heat is told from outside. */
  readonly tray: number;
}

/** Masses are kg in a cell, of the hot layer and of what lies beneath. */
export interface FireState {
  readonly plan: FireSectionPlan;
  readonly source: FireSource;
  readonly ambientC: number;
  clockS: number;
  heatW: number;
  peakW: number;
  /** Of the flame, 0 to 1: what water or powder has left of it. */
  flame: number;
  powderKgPerM3: number;
  /** Share of what would burn that found oxygen in the last part. */
  fed: number;
  readonly hotM3: Float64Array;
  readonly hotKg: Float64Array;
  readonly coldKg: Float64Array;
  readonly hotSootKg: Float64Array;
  readonly coldSootKg: Float64Array;
  readonly hotCoKg: Float64Array;
  readonly coldCoKg: Float64Array;
  readonly hotOxygenKg: Float64Array;
  readonly coldOxygenKg: Float64Array;
  readonly upperWallC: Float64Array;
  readonly lowerWallC: Float64Array;
  /** By tray and cell: fuel left, how far towards ignition (1 burns), temperatures within a cable. */
  readonly fuelJ: Float64Array;
  readonly ignition: Float64Array;
  readonly cableC: Float64Array;
  /** By tray: when its first cable failed; −1 while none has. */
  readonly lostAtS: Float64Array;
  readonly ledgerJ: Float64Array;
  readonly work: FireWork;
}

/** Follows from the rest at each step; never saved. */
export interface FireWork {
  readonly upperGrid: WallGrid;
  readonly lowerGrid: WallGrid;
  readonly heatShare: Float64Array;
  readonly airShare: Float64Array;
  readonly glowShare: Float64Array;
  readonly hotHeatW: Float64Array;
  readonly coldHeatW: Float64Array;
  readonly toUpper: Float64Array;
  readonly toLower: Float64Array;
  readonly glowsUp: Float64Array;
  readonly glowsDown: Float64Array;
  readonly upperJ: Float64Array;
  readonly lowerJ: Float64Array;
  readonly flowM3PerS: Float64Array;
  readonly driftMps: Float64Array;
  readonly hotFlowM3PerS: Float64Array;
  readonly burningW: Float64Array;
  /** By tray: length of the flame on it. */
  readonly flameM: Float64Array;
  /** Oxygen that was wanted and not there, kg. */
  missingKg: number;
  plumeKgPerS: number;
  meetsAtM: number;
  /** Where it burns now: the source itself, or the stretch of trays that has caught. */
  readonly seat: Seat;
}

export interface Seat {
  alongM: number;
  lengthM: number;
  widthM: number;
  heightM: number;
}

export function createFire(plan: FireSectionPlan, source: FireSource, ambientC: number): FireState {
  const { cells, areaM2, cellM, trays } = plan;
  const zeros = () => new Float64Array(cells);
  const coldKg = zeros().fill((areaM2 * cellM * DENSITY_KELVIN) / (ambientC + KELVIN));
  const fuelJ = new Float64Array(trays.length * cells);
  trays.forEach(({ fuelJPerM }, tray) => {
    fuelJ.fill(fuelJPerM * cellM, tray * cells, (tray + 1) * cells);
  });
  return {
    plan,
    source,
    ambientC,
    clockS: 0,
    heatW: 0,
    peakW: 0,
    flame: 1,
    powderKgPerM3: 0,
    fed: 1,
    hotM3: zeros(),
    hotKg: zeros(),
    coldKg,
    hotSootKg: zeros(),
    coldSootKg: zeros(),
    hotCoKg: zeros(),
    coldCoKg: zeros(),
    hotOxygenKg: zeros(),
    coldOxygenKg: Float64Array.from(coldKg, (kg) => kg * OXYGEN_IN_AIR),
    upperWallC: new Float64Array(cells * WALL_NODES).fill(ambientC),
    lowerWallC: new Float64Array(cells * WALL_NODES).fill(ambientC),
    fuelJ,
    ignition: new Float64Array(trays.length * cells),
    cableC: new Float64Array(trays.length * cells * CABLE_NODES).fill(ambientC),
    lostAtS: new Float64Array(trays.length).fill(-1),
    ledgerJ: new Float64Array(LEDGER.length),
    work: {
      upperGrid: wallGrid(plan.wall),
      lowerGrid: wallGrid(plan.floor),
      heatShare: zeros(),
      airShare: zeros(),
      glowShare: zeros(),
      hotHeatW: zeros(),
      coldHeatW: zeros(),
      toUpper: zeros(),
      toLower: zeros(),
      glowsUp: zeros(),
      glowsDown: zeros(),
      upperJ: zeros(),
      lowerJ: zeros(),
      flowM3PerS: new Float64Array(cells + 1),
      driftMps: new Float64Array(cells + 1),
      hotFlowM3PerS: new Float64Array(cells + 1),
      burningW: new Float64Array(trays.length * cells),
      flameM: new Float64Array(trays.length),
      missingKg: 0,
      plumeKgPerS: 0,
      meetsAtM: source.alongM,
      seat: { alongM: source.alongM, lengthM: source.lengthM, widthM: source.widthM, heightM: source.heightM },
    },
  };
}

export const growthOf = (state: FireState): number => GROWTH_W_PER_S2[state.source.growth];

/** As a circle of the same area. */
export const seatDiameterM = ({ work: { seat } }: FireState): number =>
  Math.sqrt((seat.lengthM * seat.widthM * 4) / PI);

export function hotKelvin(state: FireState, cell: number): number {
  const kg = state.hotKg[cell];
  return kg > LEAST_KG ? (state.hotM3[cell] * DENSITY_KELVIN) / kg : coldKelvin(state, cell);
}

export function coldKelvin(state: FireState, cell: number): number {
  const kg = state.coldKg[cell];
  const room = state.plan.areaM2 * state.plan.cellM;
  const m3 = room - state.hotM3[cell];
  if (kg > LEAST_KG && m3 > room * 1e-9) return (m3 * DENSITY_KELVIN) / kg;
  return state.hotKg[cell] > LEAST_KG
    ? (state.hotM3[cell] * DENSITY_KELVIN) / state.hotKg[cell]
    : state.ambientC + KELVIN;
}

export const LEAST_KG = 1e-9;

/** What the gas holds above the air that was there before, J. */
export function heldInGasJ(state: FireState): number {
  let kg = 0;
  for (let cell = 0; cell < state.plan.cells; cell++) kg += state.hotKg[cell] + state.coldKg[cell];
  const { areaM2, cellM, cells } = state.plan;
  return GAS_J_PER_KG_K * (DENSITY_KELVIN * areaM2 * cellM * cells - kg * (state.ambientC + KELVIN));
}
