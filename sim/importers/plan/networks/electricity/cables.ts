/**
 * 10 kV three-core copper XLPE cables YJV22-8.7/15, a phase and a kilometre. Resistance: IEC 60228's at 20 °C taken to
 * 90 °C (× 1.275) with skin effect; reactance and capacitance: makers' tables for this construction. Rating: buried at
 * 25 °C in soil of 2.0 K·m/W, GB 50217's table for aluminium × 1.29. Neighbours in one trench would lower it; in a
 * gallery's air it would be higher.
 */
export interface Cable {
  readonly squareMm: number;
  readonly ohmPerKm: number;
  readonly reactanceOhmPerKm: number;
  readonly nanofaradPerKm: number;
  readonly ratingA: number;
}

export const mediumVoltageCables: readonly Cable[] = [
  { squareMm: 120, ohmPerKm: 0.196, reactanceOhmPerKm: 0.098, nanofaradPerKm: 244, ratingA: 264 },
  { squareMm: 185, ohmPerKm: 0.128, reactanceOhmPerKm: 0.093, nanofaradPerKm: 285, ratingA: 325 },
  { squareMm: 240, ohmPerKm: 0.0978, reactanceOhmPerKm: 0.09, nanofaradPerKm: 313, ratingA: 377 },
  { squareMm: 300, ohmPerKm: 0.0787, reactanceOhmPerKm: 0.088, nanofaradPerKm: 341, ratingA: 428 },
  { squareMm: 400, ohmPerKm: 0.0632, reactanceOhmPerKm: 0.085, nanofaradPerKm: 379, ratingA: 488 },
];

/** YJLW02-64/110 1 × 630 copper, three in trefoil: makers' tables, rounded. */
export const highVoltageCable: Cable = {
  squareMm: 630,
  ohmPerKm: 0.0395,
  reactanceOhmPerKm: 0.125,
  nanofaradPerKm: 195,
  ratingA: 745,
};

/** The smallest that carries this much within a share of its rating; the largest where none does. */
export function cableFor(currentA: number, share: number, leastSquareMm = 0): Cable {
  const fit = mediumVoltageCables.find((cable) => cable.squareMm >= leastSquareMm && currentA <= share * cable.ratingA);
  return fit ?? mediumVoltageCables[mediumVoltageCables.length - 1];
}

export const largestCable = (): Cable => mediumVoltageCables[mediumVoltageCables.length - 1];

export function currentOf(kva: number, kilovolts = 10): number {
  return kva / (Math.sqrt(3) * kilovolts);
}
