/**
 * Thermal resistances and capacities of a cable and of what it lies in: IEC 60287-2-1. T1 between conductor and sheath,
 * T2 between sheath and armour, T3 of the covering, T4 of soil, duct or air.
 */
import { ln, PI, pow } from '../../kernel';
import type { CableDesign, CableDiameters } from './design';
import type { BuriedLaid, DuctLaid, Laying } from './laying';

export interface CableBody {
  readonly t1KmPerW: number;
  readonly t2KmPerW: number;
  readonly t3KmPerW: number;
  /** Dielectric losses of one core. */
  readonly dielectricWPerM: number;
  readonly faradPerM: number;
}

export function bodyOf(cable: CableDesign, sizes: CableDiameters, hertz: number): CableBody {
  let t1KmPerW = 0;
  cable.beneathSheath.forEach(({ of, thicknessMm }, i) => {
    t1KmPerW += (of.thermalResistivityKmPerW / (2 * PI)) * ln(1 + (2 * thicknessMm) / sizes.layersMm[i]);
  });
  const faradPerM =
    (cable.permittivity / (18 * ln(sizes.layersMm[cable.insulation + 1] / sizes.layersMm[cable.insulation]))) * 1e-9;
  const volts = (cable.kilovolts * 1e3) / Math.sqrt(3);
  return {
    t1KmPerW,
    t2KmPerW: cable.armour === undefined || cable.cores === 1 ? 0 : fillerKmPerW(cable, sizes),
    t3KmPerW:
      (cable.covering.of.thermalResistivityKmPerW / (2 * PI)) *
      ln(1 + (2 * cable.covering.thicknessMm) / sizes.beneathCoveringMm),
    dielectricWPerM: 2 * PI * hertz * faradPerM * volts * volts * cable.lossTangent,
    faradPerM,
  };
}

/** Fillers and bedding of three sheathed cores, 4.1.3.2: Ḡ of figure 6 for sheaths that touch. */
function fillerKmPerW(cable: CableDesign, sizes: CableDiameters): number {
  const bedding = cable.armour!.bedding;
  const x = bedding.thicknessMm / sizes.overSheathMm;
  const g =
    x <= 0.03
      ? 2 * PI * (0.00022619 + 2.11429 * x - 20.4762 * x * x)
      : 2 * PI * (0.0142108 + 1.17533 * x - 4.49737 * x * x + 10.6352 * x * x * x);
  return (bedding.of.thermalResistivityKmPerW / (6 * PI)) * g;
}

/** The covering's resistance counts 1.6-fold where three touch in a trefoil in the ground: their heat goes outwards only. */
export function coveringFactor(laying: Laying, overallMm: number): number {
  const touching = laying.spacingMm <= overallMm * (1 + 1e-9);
  return laying.place.kind === 'buried' && laying.formation === 'trefoil' && touching ? 1.6 : 1;
}

/** T4 of soil or ducts; what lies in air depends on its own temperature: `airKmPerW`. */
export function groundKmPerW(laying: Laying, overallMm: number, fillC: number): number {
  const place = laying.place;
  if (place.kind === 'buried') return buriedKmPerW(place, laying, overallMm);
  if (place.kind === 'ducts') return ductKmPerW(place, laying, overallMm, fillC);
  throw new Error(`met ${place.kind}, expected ground or ducts`);
}

function buriedKmPerW(place: BuriedLaid, laying: Laying, overallMm: number): number {
  const u = (2000 * place.depthM) / overallMm;
  const touching = laying.spacingMm <= overallMm * (1 + 1e-9);
  if (laying.formation === 'trefoil' && touching) return ((1.5 * place.soilKmPerW) / PI) * (ln(2 * u) - 0.63);
  if (laying.formation === 'flat' && touching) return place.soilKmPerW * (0.475 * ln(2 * u) - 0.346);
  return (place.soilKmPerW / (2 * PI)) * (ln(u + Math.sqrt(u * u - 1)) + mutualLn(laying, place.depthM));
}

/** Logarithms of image over distance to the two others, as seen by the hottest: the middle of a flat one. */
function mutualLn(laying: Laying, depthM: number): number {
  if (laying.formation === 'one') return 0;
  const ratio = (2000 * depthM) / laying.spacingMm;
  return laying.formation === 'flat' ? ln(1 + ratio * ratio) : 2 * ln(ratio);
}

/** Air or filling within, the duct's own wall, and soil around: 4.2.6; U, V, Y of table 4 for plastic ducts. */
function ductKmPerW(place: DuctLaid, laying: Laying, overallMm: number, fillC: number): number {
  const within = fillKmPerW(overallMm, fillC);
  const wall = (place.ductKmPerW / (2 * PI)) * ln(place.outerMm / place.innerMm);
  const u = (2000 * place.depthM) / place.outerMm;
  return within + wall + (place.soilKmPerW / (2 * PI)) * (ln(2 * u) + mutualLn(laying, place.depthM));
}

/** Between cable and duct, where the air is this warm on the mean. */
export const fillKmPerW = (overallMm: number, fillC: number): number =>
  1.87 / (1 + 0.1 * (0.312 + 0.0037 * fillC) * overallMm);

/** Z, E and g of table 2: one, three in a trefoil, three side by side that touch, clear of the wall. */
const IN_AIR = {
  one: { z: 0.21, e: 3.94, g: 0.6 },
  trefoil: { z: 0.96, e: 1.25, g: 0.2 },
  flat: { z: 0.62, e: 1.95, g: 0.25 },
} as const;

export function airCoefficient(laying: Laying, overallMm: number): number {
  const { z, e, g } = IN_AIR[laying.formation];
  return z / pow(overallMm * 1e-3, g) + e;
}

/** T4 of a surface so much warmer than still air around it. */
export function airKmPerW(coefficient: number, overallMm: number, riseK: number): number {
  return 1 / (PI * overallMm * 1e-3 * coefficient * Math.sqrt(Math.sqrt(riseK)));
}
