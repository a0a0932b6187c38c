/** What follows from an island's voltages: flows at both ends of its branches, currents, loading, losses. */
import { atan2 } from '../../kernel';
import type { Admittances } from './admittances';
import type { PowerNetwork } from './network';
import type { Voltages } from './voltages';

/** Per unit, by row of the network; 0 wherever there is no voltage. */
export interface Results {
  readonly vm: Float64Array;
  readonly vaRad: Float64Array;
  /** Into the branch at its from end and at its to end. */
  readonly pFrom: Float64Array;
  readonly qFrom: Float64Array;
  readonly pTo: Float64Array;
  readonly qTo: Float64Array;
  readonly currentFrom: Float64Array;
  readonly currentTo: Float64Array;
  /** The larger of both currents as a share of the rating; 0 where there is no rating. */
  readonly loading: Float64Array;
  /** What comes out of a bus into branches and shunts: what sources give there, less its load. */
  readonly balanceP: Float64Array;
  readonly balanceQ: Float64Array;
}

export function createResults({ busCount, branchCount }: PowerNetwork): Results {
  const perBus = () => new Float64Array(busCount);
  const perBranch = () => new Float64Array(branchCount);
  return {
    vm: perBus(),
    vaRad: perBus(),
    pFrom: perBranch(),
    qFrom: perBranch(),
    pTo: perBranch(),
    qTo: perBranch(),
    currentFrom: perBranch(),
    currentTo: perBranch(),
    loading: perBranch(),
    balanceP: perBus(),
    balanceQ: perBus(),
  };
}

export function fillResults(
  into: Results,
  network: PowerNetwork,
  { ffG, ffB, ftG, ftB, tfG, tfB, ttG, ttB }: Admittances,
  { real, imaginary }: Voltages,
  isLive: Uint8Array,
): void {
  const { busCount, branchCount, from, to, closed, rating, shuntG, shuntB } = network;
  const { vm, vaRad, pFrom, qFrom, pTo, qTo, currentFrom, currentTo, loading, balanceP, balanceQ } = into;
  for (let i = 0; i < busCount; i++) {
    const square = real[i] * real[i] + imaginary[i] * imaginary[i];
    vm[i] = Math.sqrt(square);
    vaRad[i] = isLive[i] ? angleOf(imaginary[i], real[i]) : 0;
    // Not as a product with 0: nobody says that the shunt of a bus without a solution is a number.
    balanceP[i] = isLive[i] ? shuntG[i] * square : 0;
    balanceQ[i] = isLive[i] ? -shuntB[i] * square : 0;
  }
  for (let k = 0; k < branchCount; k++) {
    const a = from[k];
    const b = to[k];
    if (!closed[k] || !isLive[a] || !isLive[b]) {
      pFrom[k] = qFrom[k] = pTo[k] = qTo[k] = currentFrom[k] = currentTo[k] = loading[k] = 0;
      continue;
    }
    const er = real[a];
    const ei = imaginary[a];
    const fr = real[b];
    const fi = imaginary[b];
    const cr = ffG[k] * er - ffB[k] * ei + ftG[k] * fr - ftB[k] * fi;
    const ci = ffG[k] * ei + ffB[k] * er + ftG[k] * fi + ftB[k] * fr;
    const dr = tfG[k] * er - tfB[k] * ei + ttG[k] * fr - ttB[k] * fi;
    const di = tfG[k] * ei + tfB[k] * er + ttG[k] * fi + ttB[k] * fr;
    pFrom[k] = er * cr + ei * ci;
    qFrom[k] = ei * cr - er * ci;
    pTo[k] = fr * dr + fi * di;
    qTo[k] = fi * dr - fr * di;
    currentFrom[k] = Math.sqrt(cr * cr + ci * ci);
    currentTo[k] = Math.sqrt(dr * dr + di * di);
    loading[k] = rating[k] > 0 ? Math.max(currentFrom[k], currentTo[k]) / rating[k] : 0;
    balanceP[a] += pFrom[k];
    balanceQ[a] += qFrom[k];
    balanceP[b] += pTo[k];
    balanceQ[b] += qTo[k];
  }
}

/** atan2; near 0, where the angles of a city lie, by as much of its series as a double can hold. */
function angleOf(imaginary: number, real: number): number {
  const t = imaginary / real;
  if (!(real > 0 && Math.abs(t) < 0.04)) return atan2(imaginary, real);
  const s = t * t;
  return t * (1 - s * (1 / 3 - s * (1 / 5 - s * (1 / 7 - s * (1 / 9 - s / 11)))));
}

/** MATPOWER's account of losses (get_losses): what r and x take, what charging gives, what shunts take and give. */
export interface Losses {
  readonly seriesP: number;
  readonly seriesQ: number;
  readonly chargingQ: number;
  readonly shuntP: number;
  readonly shuntQ: number;
}

export function sumLosses(
  network: PowerNetwork,
  { turnsReal, turnsImaginary }: Admittances,
  { real, imaginary }: Voltages,
  isLive: Uint8Array,
): Losses {
  const { busCount, branchCount, from, to, closed, resistance, reactance, charging, shuntG, shuntB } = network;
  let seriesP = 0;
  let seriesQ = 0;
  let chargingQ = 0;
  for (let k = 0; k < branchCount; k++) {
    const a = from[k];
    const b = to[k];
    if (!closed[k] || !isLive[a] || !isLive[b]) continue;
    const tr = turnsReal[k];
    const ti = turnsImaginary[k];
    const turns = tr * tr + ti * ti;
    const behindReal = (real[a] * tr + imaginary[a] * ti) / turns;
    const behindImaginary = (imaginary[a] * tr - real[a] * ti) / turns;
    const dropReal = behindReal - real[b];
    const dropImaginary = behindImaginary - imaginary[b];
    const z = resistance[k] * resistance[k] + reactance[k] * reactance[k];
    const currentSquare = (dropReal * dropReal + dropImaginary * dropImaginary) / z;
    seriesP += currentSquare * resistance[k];
    seriesQ += currentSquare * reactance[k];
    const behind = behindReal * behindReal + behindImaginary * behindImaginary;
    chargingQ += 0.5 * charging[k] * (behind + real[b] * real[b] + imaginary[b] * imaginary[b]);
  }
  let shuntP = 0;
  let shuntQ = 0;
  for (let i = 0; i < busCount; i++) {
    if (!isLive[i]) continue;
    const square = real[i] * real[i] + imaginary[i] * imaginary[i];
    shuntP += shuntG[i] * square;
    shuntQ += shuntB[i] * square;
  }
  return { seriesP, seriesQ, chargingQ, shuntP, shuntQ };
}
