/**
 * Losses in metal sheaths, screens and steel tapes as shares of the conductor's: IEC 60287-1-1, 5.3 and 5.4 (2.3 and
 * 2.4 before). Circulating currents where both ends are bonded, eddy currents where one is; eddies of bonded sheaths are
 * left out, as there, unless the conductor is segmental.
 */
import { ln as lnOf, PI, pow } from '../../kernel';
import type { CableDesign, CableDiameters } from './design';
import type { Laying } from './laying';

export interface SheathLosses {
  readonly sheath: number;
  readonly armour: number;
}

/** Loss factors at the temperature of sheath and armour. `at` names the phase of a flat formation: the one that lags has most. */
export function sheathLosses(
  cable: CableDesign,
  sizes: CableDiameters,
  laying: Laying,
  ohmPerM: number,
  sheathC: number,
  hertz: number,
  at: 'middle' | 'leading' | 'lagging' = 'lagging',
): SheathLosses {
  const ohm = sheathOhmPerM(cable, sizes, sheathC);
  const omega = 2 * PI * hertz;
  const meanMm = sizes.overSheathMm - cable.sheath.thicknessMm;
  if (cable.cores === 3) {
    // Cores with a screen each: 5.3.11 (SL type); the armour multiplies what circulates by 1.5.
    const reactance = reactancePerM(omega, (2 * sizes.overSheathMm) / meanMm);
    const sheath = ((ohm / ohmPerM) * 1.5) / (1 + (ohm / reactance) * (ohm / reactance));
    return { sheath, armour: tapeLosses(cable, sizes, ohmPerM, hertz) };
  }
  const reactance = reactancePerM(omega, (2 * laying.spacingMm) / meanMm);
  if (laying.formation === 'one') return { sheath: 0, armour: 0 };
  if (laying.bonding === 'both-ends') {
    return { sheath: circulating(ohm, ohmPerM, reactance, omega, laying, at), armour: 0 };
  }
  return { sheath: eddies(cable, sizes, laying, ohm, ohmPerM, sheathC, omega, at), armour: 0 };
}

export function sheathOhmPerM(cable: CableDesign, sizes: CableDiameters, celsius: number): number {
  const { of, thicknessMm } = cable.sheath;
  const squareM = PI * (sizes.overSheathMm - thicknessMm) * thicknessMm * 1e-6;
  return (of.resistivityOhmM / squareM) * (1 + of.temperatureCoefficientPerK * (celsius - 20));
}

const reactancePerM = (omega: number, ratio: number): number => 2 * omega * 1e-7 * lnOf(ratio);

function circulating(
  ohm: number,
  conductorOhm: number,
  reactance: number,
  omega: number,
  laying: Laying,
  at: 'middle' | 'leading' | 'lagging',
): number {
  if (laying.formation === 'trefoil') {
    const ratio = ohm / reactance;
    return ohm / conductorOhm / (1 + ratio * ratio);
  }
  // Flat, not transposed: 5.3.4.
  const mutual = 2 * omega * 1e-7 * lnOf(2);
  const p = reactance + mutual;
  const q = reactance - mutual / 3;
  const withP = ohm * ohm + p * p;
  const withQ = ohm * ohm + q * q;
  if (at === 'middle') return ((ohm / conductorOhm) * q * q) / withQ;
  const both = (0.75 * p * p) / withP + (0.25 * q * q) / withQ;
  const turn = (2 * ohm * p * q * mutual) / (Math.sqrt(3) * withP * withQ);
  return (ohm / conductorOhm) * (at === 'lagging' ? both + turn : both - turn);
}

function eddies(
  cable: CableDesign,
  sizes: CableDiameters,
  laying: Laying,
  ohm: number,
  conductorOhm: number,
  sheathC: number,
  omega: number,
  at: 'middle' | 'leading' | 'lagging',
): number {
  const thickMm = cable.sheath.thicknessMm;
  const { of } = cable.sheath;
  const resistivity = of.resistivityOhmM * (1 + of.temperatureCoefficientPerK * (sheathC - 20));
  const beta = Math.sqrt((4 * PI * omega) / (1e7 * resistivity));
  const thickShare = thickMm / sizes.overSheathMm;
  const shape = 1 + pow(thickShare, 1.74) * (beta * sizes.overSheathMm * 1e-3 - 1.6);
  const m = (omega / ohm) * 1e-7;
  const near = (sizes.overSheathMm - thickMm) / (2 * laying.spacingMm);
  const base = (m * m) / (1 + m * m);
  let zero: number;
  let one: number;
  let two = 0;
  if (laying.formation === 'trefoil') {
    zero = 3 * base * near * near;
    one = (1.14 * pow(m, 2.45) + 0.33) * pow(near, 0.92 * m + 1.66);
  } else if (at === 'middle') {
    zero = 6 * base * near * near;
    one = 0.86 * pow(m, 3.08) * pow(near, 1.4 * m + 0.7);
  } else if (at === 'leading') {
    zero = 1.5 * base * near * near;
    one = 4.7 * pow(m, 0.7) * pow(near, 0.16 * m + 2);
    two = 21 * pow(m, 3.3) * pow(near, 1.47 * m + 5.06);
  } else {
    zero = 1.5 * base * near * near;
    one = (-0.74 * (m + 2) * Math.sqrt(m)) / (2 + (m - 0.3) * (m - 0.3));
    one *= pow(near, m + 1);
    two = 0.92 * pow(m, 3.7) * pow(near, m + 2);
  }
  const thick = beta * thickMm;
  const fourth = thick * thick * thick * thick;
  return (ohm / conductorOhm) * (shape * zero * (1 + one + two) + fourth / 12e12);
}

/** Two steel tapes around three cores: hysteresis and eddies, 5.4.2.5. */
function tapeLosses(cable: CableDesign, sizes: CableDiameters, ohmPerM: number, hertz: number): number {
  if (cable.armour === undefined) return 0;
  const meanMm = sizes.beneathArmourMm + cable.armour.tapesMm;
  const spacingMm = sizes.overSheathMm;
  const k = 1 / (1 + meanMm / (cable.armour.permeability * cable.armour.tapesMm)) / (50 / hertz);
  const hysteresis = (spacingMm * spacingMm * k * k * 1e-7) / (ohmPerM * meanMm * cable.armour.tapesMm);
  const eddy = (2.23 * spacingMm * spacingMm * k * k * cable.armour.tapesMm * 1e-8) / (ohmPerM * meanMm);
  return hysteresis + eddy;
}
