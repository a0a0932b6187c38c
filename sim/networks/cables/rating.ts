/**
 * The steady current that brings the hottest conductor to its limit, and the temperatures of a steady current: IEC
 * 60287-1-1, 4.2.1 (1.4.1.1). Losses depend on temperatures and these on losses; both are found together.
 */
import { pow } from '../../kernel';
import { alternatingOhmPerM } from './conductor';
import { type CableDesign, type CableDiameters, diametersOf } from './design';
import type { Laying } from './laying';
import { sheathLosses } from './sheath';
import { airCoefficient, airKmPerW, bodyOf, type CableBody, coveringFactor, fillKmPerW, groundKmPerW } from './thermal';

export interface SteadyTemperatures {
  readonly conductorC: number;
  readonly sheathC: number;
  readonly surfaceC: number;
  /** Of all cores of one cable. */
  readonly heatWPerM: number;
  readonly sheathLoss: number;
  readonly t4KmPerW: number;
}

export interface Rating extends SteadyTemperatures {
  readonly amperes: number;
}

const HERTZ = 50;
const ENOUGH_K = 1e-12;
const MOST_ROUNDS = 400;

/** Temperatures that a steady current settles at; infinite where it runs away. */
export function steadyTemperatures(
  cable: CableDesign,
  laying: Laying,
  amperes: number,
  at: 'middle' | 'leading' | 'lagging' = 'lagging',
  hertz = HERTZ,
): SteadyTemperatures {
  const sizes = diametersOf(cable);
  return settle(cable, sizes, bodyOf(cable, sizes, hertz), laying, amperes, at, hertz);
}

/** The rating of three such cables: bisection on what `steadyTemperatures` says, to the last digit that matters. */
export function steadyRating(
  cable: CableDesign,
  laying: Laying,
  at: 'middle' | 'leading' | 'lagging' = 'lagging',
  hertz = HERTZ,
): Rating {
  const sizes = diametersOf(cable);
  const body = bodyOf(cable, sizes, hertz);
  let low = 0;
  let high = 10_000;
  for (let round = 0; round < 60; round++) {
    const middle = 0.5 * (low + high);
    const found = settle(cable, sizes, body, laying, middle, at, hertz);
    if (found.conductorC > cable.highestC) high = middle;
    else low = middle;
  }
  const amperes = 0.5 * (low + high);
  return { amperes, ...settle(cable, sizes, body, laying, amperes, at, hertz) };
}

function settle(
  cable: CableDesign,
  sizes: CableDiameters,
  body: CableBody,
  laying: Laying,
  amperes: number,
  at: 'middle' | 'leading' | 'lagging',
  hertz: number,
): SteadyTemperatures {
  const n = cable.cores;
  const spacingMm = n === 3 ? sizes.overSheathMm : laying.spacingMm;
  const t3 = body.t3KmPerW * coveringFactor(laying, sizes.overallMm);
  const { place } = laying;
  const ambientC = place.kind === 'buried' || place.kind === 'ducts' ? place.soilC : place.airC;
  const inGround = place.kind === 'buried' || place.kind === 'ducts';
  const coefficient = inGround ? 0 : airCoefficient(laying, sizes.overallMm);
  let t4 = inGround ? groundKmPerW(laying, sizes.overallMm, ambientC) : 0;
  let conductorC = ambientC + 1;
  let sheathC = ambientC + 1;
  let surfaceC = ambientC + 1;
  let ductFillC = ambientC;
  let heatWPerM = 0;
  let sheathLoss = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const ohm = alternatingOhmPerM(cable, conductorC, spacingMm, hertz);
    const losses = sheathLosses(cable, sizes, laying, ohm, sheathC, hertz, at);
    sheathLoss = losses.sheath;
    const conductorW = amperes * amperes * ohm;
    const dielectricW = body.dielectricWPerM;
    const throughBedding = n * (conductorW * (1 + losses.sheath) + dielectricW);
    heatWPerM = n * (conductorW * (1 + losses.sheath + losses.armour) + dielectricW);
    let aroundC = ambientC;
    if (place.kind === 'trough') {
      // The air in the trough: the watts of all cables over three times its perimeter, 4.2.6 (2.2.6.2). Phases of a
      // flat formation lose differently.
      aroundC +=
        (heatWPerM + otherPhasesW(cable, sizes, laying, ohm, sheathC, hertz, conductorW, at)) / (3 * place.perimeterM);
    }
    if (place.kind === 'ducts') {
      const fillC = surfaceC - 0.5 * heatWPerM * fillKmPerW(sizes.overallMm, ductFillC);
      ductFillC = fillC;
      t4 = groundKmPerW(laying, sizes.overallMm, fillC);
    }
    if (!inGround) {
      // Heat of a surface in still air: π De h Δθ^1.25.
      const still = airKmPerW(coefficient, sizes.overallMm, 1);
      const rise = powFourFifths(heatWPerM * still);
      t4 = heatWPerM > 0 ? rise / heatWPerM : 0;
    }
    surfaceC = aroundC + heatWPerM * t4;
    const armourC = surfaceC + heatWPerM * t3;
    const nextSheathC = armourC + throughBedding * body.t2KmPerW;
    const nextC = nextSheathC + (conductorW + 0.5 * dielectricW) * body.t1KmPerW;
    const moved = Math.abs(nextC - conductorC) + Math.abs(nextSheathC - sheathC);
    conductorC = nextC;
    sheathC = nextSheathC;
    if (moved < ENOUGH_K) break;
    if (!(conductorC < 1_000)) return { conductorC: Infinity, sheathC, surfaceC, heatWPerM, sheathLoss, t4KmPerW: t4 };
  }
  return { conductorC, sheathC, surfaceC, heatWPerM, sheathLoss, t4KmPerW: t4 };
}

function otherPhasesW(
  cable: CableDesign,
  sizes: CableDiameters,
  laying: Laying,
  ohm: number,
  sheathC: number,
  hertz: number,
  conductorW: number,
  at: 'middle' | 'leading' | 'lagging',
): number {
  let watts = 0;
  for (const phase of ['middle', 'leading', 'lagging'] as const) {
    if (phase === at) continue;
    const { sheath } = sheathLosses(cable, sizes, laying, ohm, sheathC, hertz, phase);
    watts += conductorW * (1 + sheath) + bodyOf(cable, sizes, hertz).dielectricWPerM;
  }
  return watts;
}

const powFourFifths = (value: number): number => (value > 0 ? pow(value, 0.8) : 0);
