/**
 * A gas engine with heat recovery (CHP). Fuel is a straight line over power between the minimum load and full load,
 * fixed by two efficiencies: the rated one, and 3 points less at half load (models of the candidate park, 5.1; makers'
 * sheets of 3 MW engines show 2 to 4 points). Heat is a fixed share of the fuel. Left out: the engine's slower warm-up,
 * and the colder intake of winter.
 */
export interface GasEngine {
  readonly ratedKw: number;
  /** Share of the rating below which it does not run. */
  readonly minimumLoad: number;
  /** At full load, of the fuel's lower heating value. */
  readonly electricEfficiency: number;
  readonly heatEfficiency: number;
  /** Share of the rating that its power may change by in a minute. */
  readonly rampPerMinute: number;
  readonly startYuan: number;
}

const HALF_LOAD_POINTS = 0.03;

/** Wear of one warm start: about 24 $ a megawatt for aero-derivative gas turbines (NREL/SR-5500-55433, from memory), at 7 yuan. */
export const START_YUAN_PER_KW = 0.17;

/** Fuel = slope · power + idle · rating. */
export function fuelLine({ electricEfficiency }: GasEngine): { readonly slope: number; readonly idle: number } {
  const full = 1 / electricEfficiency;
  const half = 0.5 / (electricEfficiency - HALF_LOAD_POINTS);
  const slope = (full - half) / 0.5;
  return { slope, idle: full - slope };
}

/** Fuel that an engine burns at a power it can run at; none when it stands. */
export function engineFuelKw(engine: GasEngine, powerKw: number): number {
  if (powerKw <= 0) return 0;
  const { slope, idle } = fuelLine(engine);
  return slope * powerKw + idle * engine.ratedKw;
}

export function engineHeatKw(engine: GasEngine, powerKw: number): number {
  return engine.heatEfficiency * engineFuelKw(engine, powerKw);
}
