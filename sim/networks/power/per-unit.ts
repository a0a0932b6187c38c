/** Lines and transformers as their plates give them, to a row of a network in per unit. */
import type { PowerNetwork } from './network';

const HERTZ = 50;
const TWO_PI = 6.283185307179586;

/** For the whole length, by phase. */
export interface LinePlate {
  readonly resistanceOhm: number;
  readonly reactanceOhm: number;
  readonly capacitanceNf?: number | undefined;
  readonly ratingA: number;
}

/** What a line's plate becomes. */
export type Conduction = Pick<PowerNetwork, 'resistance' | 'reactance' | 'charging' | 'rating'>;

export function writeLine(
  network: Conduction,
  row: number,
  plate: LinePlate,
  kilovolts: number,
  baseMva: number,
): void {
  const ohm = (kilovolts * kilovolts) / baseMva;
  network.resistance[row] = plate.resistanceOhm / ohm;
  network.reactance[row] = plate.reactanceOhm / ohm;
  network.charging[row] = TWO_PI * HERTZ * (plate.capacitanceNf ?? 0) * 1e-9 * ohm;
  network.rating[row] = (Math.sqrt(3) * plate.ratingA * kilovolts) / 1_000 / baseMva;
}

export interface TransformerPlate {
  readonly ratingKva: number;
  readonly shortCircuitPercent: number;
  readonly copperLossKw: number;
}

/** Iron and taps are not in it: they are no impedance. */
export function writeTransformer(network: PowerNetwork, row: number, plate: TransformerPlate, baseMva: number): void {
  const mva = plate.ratingKva / 1_000;
  const impedance = ((plate.shortCircuitPercent / 100) * baseMva) / mva;
  const resistance = ((plate.copperLossKw / plate.ratingKva) * baseMva) / mva;
  network.resistance[row] = resistance;
  // Rounding must not make a square root of less than nothing; losses beyond the whole impedance are no transformer's.
  network.reactance[row] = Math.sqrt(Math.max(0, impedance * impedance - resistance * resistance));
  network.rating[row] = mva / baseMva;
}
