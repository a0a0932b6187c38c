/**
 * A conductor's temperature after its current has changed, in the ground: IEC 60853-2, 4.2 to 4.4. Two loops for the
 * cable, line sources and their images for the soil, whose response is scaled to the steady T4, so that waiting long
 * enough gives IEC 60287 exactly. Soil that dries out is not modelled.
 */
import { exp, pow } from '../../kernel';
import { alternatingOhmPerM } from './conductor';
import { type CableDesign, diametersOf } from './design';
import { exponentialIntegral } from './exponential-integral';
import type { BuriedLaid, Laying } from './laying';
import { steadyTemperatures } from './rating';
import { sheathLosses } from './sheath';
import { bodyOf, coveringFactor, groundKmPerW } from './thermal';
import { twoLoopsOf } from './two-loops';

const HERTZ = 50;
const SOIL_M2_PER_S = 4.68e-7; // times resistivity to the −0.8: IEC 60853-2, annex D

interface Response {
  /** Kelvin of the conductor for each watt and metre of conductor loss, `seconds` after it began. */
  after(seconds: number): number;
}

/** Temperature of the conductor `seconds` after a current that had lasted for ever became another. */
export function buriedConductorC(
  cable: CableDesign,
  laying: Laying,
  beforeA: number,
  nowA: number,
  seconds: number,
): number {
  const before = steadyTemperatures(cable, laying, beforeA);
  const end = steadyTemperatures(cable, laying, nowA);
  if (!(end.conductorC < Infinity)) return runaway(cable, laying, beforeA, nowA, seconds);
  const response = responseOf(cable, laying, end.conductorC, end.sheathC);
  const ever = response.after(Infinity);
  // Resistance changes on the way: 4.4.4 lets the rise be that at the final resistance, corrected by its own progress.
  const rise = end.conductorC - before.conductorC;
  const progress = response.after(seconds) / ever;
  const perK = cable.conductor.of.temperatureCoefficientPerK;
  const slack = perK / (1 + perK * (end.conductorC - 20));
  return before.conductorC + (rise * progress) / (1 + slack * rise * (1 - progress));
}

/** Where no steady state exists: the losses of the moment's resistance, piece by piece, by superposition of steps. */
function runaway(cable: CableDesign, laying: Laying, beforeA: number, nowA: number, seconds: number): number {
  const before = steadyTemperatures(cable, laying, beforeA);
  const response = responseOf(cable, laying, cable.emergencyC, cable.emergencyC - 10);
  const sizes = diametersOf(cable);
  const spacing = cable.cores === 3 ? sizes.overSheathMm : laying.spacingMm;
  const steps = Math.max(1, Math.min(96, Math.ceil(seconds / 60)));
  const each = seconds / steps;
  const added: number[] = [];
  let last = beforeA * beforeA * alternatingOhmPerM(cable, before.conductorC, spacing, HERTZ);
  let celsius = before.conductorC;
  for (let k = 0; k < steps; k++) {
    const watts = nowA * nowA * alternatingOhmPerM(cable, celsius, spacing, HERTZ);
    added.push(watts - last);
    last = watts;
    celsius = before.conductorC;
    for (let j = 0; j <= k; j++) celsius += added[j] * response.after((k + 1 - j) * each);
  }
  return celsius;
}

/** The current that, after a steady one, brings the conductor to its emergency temperature within this long. */
export function emergencyAmperes(cable: CableDesign, laying: Laying, beforeA: number, seconds: number): number {
  let low = beforeA;
  let high = 20 * beforeA + 10_000;
  for (let round = 0; round < 40; round++) {
    const middle = 0.5 * (low + high);
    if (buriedConductorC(cable, laying, beforeA, middle, seconds) > cable.emergencyC) high = middle;
    else low = middle;
  }
  return 0.5 * (low + high);
}

function responseOf(cable: CableDesign, laying: Laying, conductorC: number, sheathC: number): Response {
  if (laying.place.kind !== 'buried') throw new Error(`met ${laying.place.kind}, expected buried`);
  const place = laying.place;
  const sizes = diametersOf(cable);
  const body = bodyOf(cable, sizes, HERTZ);
  const loops = twoLoopsOf(cable, sizes, body, coveringFactor(laying, sizes.overallMm));
  const spacing = cable.cores === 3 ? sizes.overSheathMm : laying.spacingMm;
  const ohm = alternatingOhmPerM(cable, conductorC, spacing, HERTZ);
  const { sheath, armour } = sheathLosses(cable, sizes, laying, ohm, sheathC, HERTZ);
  const n = cable.cores;
  // All as seen by the conductor's losses: what comes after the sheath carries 1 + λ of them.
  const ta = loops.innerKmPerW * n;
  const tb = n * ((1 + sheath) * loops.beddingKmPerW + (1 + sheath + armour) * loops.coveringKmPerW);
  const qa = loops.innerJPerMK / n;
  const qb = loops.outerJPerMK / n / (1 + sheath);
  const t4 = n * (1 + sheath + armour) * groundKmPerW(laying, sizes.overallMm, place.soilC);
  const m = 0.5 * (qa * (ta + tb) + qb * tb);
  const root = Math.sqrt(m * m - qa * ta * qb * tb);
  const fast = (m + root) / (qa * ta * qb * tb);
  const slow = 1 / (fast * qa * ta * qb * tb);
  const first = (1 / qa - slow * (ta + tb)) / (fast - slow);
  const second = ta + tb - first;
  const soil = soilShape(place, laying, sizes.overallMm);
  return {
    after(seconds) {
      if (seconds === Infinity) return ta + tb + t4;
      const within = first * (1 - exp(-fast * seconds)) + second * (1 - exp(-slow * seconds));
      return within + (within / (ta + tb)) * t4 * soil(seconds);
    },
  };
}

/** How far the soil around has come after this long, 0 to 1: E₁ of own line, of the neighbours, less their images. */
function soilShape(place: BuriedLaid, laying: Laying, overallMm: number): (seconds: number) => number {
  const diffusivity = SOIL_M2_PER_S * pow(place.soilKmPerW, -0.8);
  const own = (overallMm * overallMm * 1e-6) / 16 / diffusivity;
  const image = (place.depthM * place.depthM) / diffusivity;
  const aside = (laying.spacingMm * laying.spacingMm * 1e-6) / 4 / diffusivity;
  const neighbours = laying.formation === 'one' ? 0 : 2;
  const lines = (t: number) =>
    exponentialIntegral(own / t) -
    exponentialIntegral(image / t) +
    neighbours * (exponentialIntegral(aside / t) - exponentialIntegral(image / t));
  const ever = lines(1e15);
  return (seconds) => (seconds <= 0 ? 0 : Math.min(1, lines(seconds) / ever));
}
