/**
 * The gas of a city, and what those who burn it need of its pressure. Pressures are gauge pressures.
 *
 * Households: appliances for natural gas are made for 2 kPa (GB/T 13611, class 12T: tested from 1 to 3 kPa), and
 * GB 50028-2006 (6.2.8) lets pressure fall to 0.75 of that before them. Engines: makers' sheets of 0.5 to 4.5 MW engines
 * ask for 8 to 20 kPa before the gas train (Jenbacher types 3 to 6, from memory); below that their switch shuts it.
 * Boilers of some megawatts: low-pressure trains of forced-draught burners are laid out for 10 kPa and more; the switch
 * against too little gas is compulsory (EN 746-2, EN 676), its setting ours. All three take their share between the
 * pressure that they need and none as the flow through a nozzle goes.
 */
import { densityPerPascal, type Gas, naturalGas } from '../../../networks/pipes';

const KPA = 1_000;

/** At 0 °C and 1 atm; what scenes' pipes are sized with. */
const DENSITY_KG_PER_M3 = 0.75;
export const cityGas: Gas = { ...naturalGas, normalDensityKgPerM3: DENSITY_KG_PER_M3 };

/** Gas takes the ground's temperature; a metre down it is about this in winter, when it matters. */
export const GAS_K = 283.15;
export const KG_PER_M3_PASCAL = densityPerPascal(cityGas, GAS_K);

export const HOUSE_NEEDS_PA = 1.5 * KPA;
/** Of what the regulator before the houses holds, where that is less than usual. */
export const HOUSE_NEEDS_SHARE = 0.75;

/** What gas-fired machines of a station have in common: a train of valves and a switch before it. */
export interface BurnerNeeds {
  readonly needsPa: number;
  /** Below, the switch shuts the train. */
  readonly tripsBelowPa: number;
}

export const burnerNeeds = {
  engine: { needsPa: 8 * KPA, tripsBelowPa: 8 * KPA },
  boiler: { needsPa: 10 * KPA, tripsBelowPa: 5 * KPA },
} as const satisfies Record<string, BurnerNeeds>;
export type Burner = keyof typeof burnerNeeds;

/** Pressure must be back above its need for so long: leak test of the valves, purge, synchronising. Ours. */
export const RESTART_S = 300;
/** Who trips within this time of starting is left shut for that long: somebody comes and looks. Ours. */
export const SOON_S = 3_600;
export const LOCKED_S = 3_600;
/** In so long boilers that went short find out that there is gas again. Ours. */
export const FOUND_AGAIN_S = 600;
/** Above the need, so that a machine that starts does not trip itself at once. Ours. */
export const RESTART_MARGIN = 1.25;

/** A hole with sharp edges passes so much of what its area would (TNO Yellow Book CPR 14E, from memory). */
export const SHARP_EDGE = 0.62;

/** Valves that watch their pressure shut when it falls fast. Ours. */
export const REMOTE_AFTER_S = 60;
/** Crews of gas companies come within half an hour of a call, as city rules in China have it; a valve takes ten minutes. Ours. */
export const CREW_COMES_S = 1_800;
export const CREW_VALVE_S = 600;

const MJ_PER_KWH = 3.6;

export function kgPerKwh(calorificMjPerM3: number): number {
  return (MJ_PER_KWH / calorificMjPerM3) * DENSITY_KG_PER_M3;
}
