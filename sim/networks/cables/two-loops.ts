/**
 * A cable as two loops of resistance and capacity: IEC 60853-2, 4.2. The first holds the conductor and its share of the
 * insulation (Van Wormer's p), the second the rest of the insulation, the sheath, armour and covering. Values are of
 * the whole cable: three cores count as three in parallel.
 */
import { ln, PI } from '../../kernel';
import type { CableDesign, CableDiameters } from './design';
import type { CableBody } from './thermal';

export interface TwoLoops {
  readonly innerKmPerW: number;
  readonly beddingKmPerW: number;
  readonly coveringKmPerW: number;
  readonly innerJPerMK: number;
  readonly outerJPerMK: number;
}

export function twoLoopsOf(cable: CableDesign, sizes: CableDiameters, body: CableBody, coveringTimes = 1): TwoLoops {
  const n = cable.cores;
  const coreJ = cable.conductor.squareMm * 1e-6 * cable.conductor.of.heatCapacityJPerM3K;
  let insulationJ = 0;
  cable.beneathSheath.forEach(({ of }, i) => {
    insulationJ += ring(sizes.layersMm[i], sizes.layersMm[i + 1]) * of.heatCapacityJPerM3K;
  });
  const beneathMm = sizes.layersMm[sizes.layersMm.length - 1];
  const sheathJ = ring(beneathMm, sizes.overSheathMm) * cable.sheath.of.heatCapacityJPerM3K;
  const coveringJ = ring(sizes.beneathCoveringMm, sizes.overallMm) * cable.covering.of.heatCapacityJPerM3K;
  const share = vanWormer(beneathMm / cable.conductor.diameterMm);
  const coveringShare = vanWormer(sizes.overallMm / sizes.beneathCoveringMm);
  let outerJ = n * ((1 - share) * insulationJ + sheathJ) + coveringShare * coveringJ;
  if (cable.armour !== undefined) {
    const aroundCores = (PI / 4) * 1e-6 * (square(sizes.beneathArmourMm) - n * square(sizes.overSheathMm));
    outerJ += aroundCores * cable.armour.bedding.of.heatCapacityJPerM3K;
    outerJ += ring(sizes.beneathArmourMm, sizes.beneathCoveringMm) * cable.armour.of.heatCapacityJPerM3K;
  }
  return {
    innerKmPerW: body.t1KmPerW / n,
    beddingKmPerW: body.t2KmPerW,
    coveringKmPerW: body.t3KmPerW * coveringTimes,
    innerJPerMK: n * (coreJ + share * insulationJ),
    outerJPerMK: outerJ,
  };
}

/** Share of a layer's capacity that goes to its inner side, for steps of hours: 1 / (2 ln r) − 1 / (r² − 1). */
export function vanWormer(ratio: number): number {
  return 1 / (2 * ln(ratio)) - 1 / (ratio * ratio - 1);
}

const square = (mm: number): number => mm * mm;

const ring = (innerMm: number, outerMm: number): number => (PI / 4) * 1e-6 * (outerMm * outerMm - innerMm * innerMm);
