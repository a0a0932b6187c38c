/** What a branch is to its two ends: I_from = ff V_from + ft V_to, I_to = tf V_from + tt V_to (MATPOWER manual, 3.2). */
import { cos, sin } from '../../kernel';
import type { PowerNetwork } from './network';

export interface Admittances {
  readonly ffG: Float64Array;
  readonly ffB: Float64Array;
  readonly ftG: Float64Array;
  readonly ftB: Float64Array;
  readonly tfG: Float64Array;
  readonly tfB: Float64Array;
  readonly ttG: Float64Array;
  readonly ttB: Float64Array;
  /** The ideal transformer's complex turns, ratio∠shift. */
  readonly turnsReal: Float64Array;
  readonly turnsImaginary: Float64Array;
  /** Scratch by bus, for whoever numbers an island's buses anew. */
  readonly place: Int32Array;
}

export function createAdmittances({ busCount, branchCount }: PowerNetwork): Admittances {
  const perBranch = () => new Float64Array(branchCount);
  return {
    ffG: perBranch(),
    ffB: perBranch(),
    ftG: perBranch(),
    ftB: perBranch(),
    tfG: perBranch(),
    tfB: perBranch(),
    ttG: perBranch(),
    ttB: perBranch(),
    turnsReal: perBranch(),
    turnsImaginary: perBranch(),
    place: new Int32Array(busCount),
  };
}

/** Of all branches, open ones too: what is switched is seen where it is summed. */
export function fillAdmittances(into: Admittances, network: PowerNetwork): void {
  const { branchCount, resistance, reactance, charging, ratio, shiftRad } = network;
  for (let k = 0; k < branchCount; k++) {
    const square = resistance[k] * resistance[k] + reactance[k] * reactance[k];
    const g = resistance[k] / square;
    const b = -reactance[k] / square;
    const behind = b + 0.5 * charging[k];
    const turned = shiftRad[k] !== 0;
    const tr = turned ? ratio[k] * cos(shiftRad[k]) : ratio[k];
    const ti = turned ? ratio[k] * sin(shiftRad[k]) : 0;
    const turns = ratio[k] * ratio[k];
    into.turnsReal[k] = tr;
    into.turnsImaginary[k] = ti;
    into.ttG[k] = g;
    into.ttB[k] = behind;
    into.ffG[k] = g / turns;
    into.ffB[k] = behind / turns;
    // ft = −y / conj(t), tf = −y / t
    into.ftG[k] = -(g * tr - b * ti) / turns;
    into.ftB[k] = -(b * tr + g * ti) / turns;
    into.tfG[k] = -(g * tr + b * ti) / turns;
    into.tfB[k] = -(b * tr - g * ti) / turns;
  }
}
