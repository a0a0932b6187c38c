import type { RoadClass } from '../../scene/schema/roads';
import type { PlannedStreet } from './plan';

/** How a street of a class is built where its plan does not say otherwise. */
export interface CrossSection {
  readonly lanesEachWay: number;
  /** Against the centre line, where that differs; the line stays in the middle of the road. */
  readonly lanesBack?: number;
  readonly laneWidthM: number;
  readonly medianM: number;
  readonly sidewalkM: number;
  readonly speedKmh: number;
  readonly speedBackKmh?: number;
  readonly oneWay: boolean;
}

/** Lane widths and speeds after CJJ 37-2012 (Code for Design of Urban Road Engineering), rounded to usual practice. */
const byClass: Readonly<Record<RoadClass, CrossSection>> = {
  expressway: { lanesEachWay: 3, laneWidthM: 3.75, medianM: 4, sidewalkM: 0, speedKmh: 80, oneWay: false },
  arterial: { lanesEachWay: 3, laneWidthM: 3.5, medianM: 4, sidewalkM: 4, speedKmh: 60, oneWay: false },
  collector: { lanesEachWay: 2, laneWidthM: 3.5, medianM: 0, sidewalkM: 3.5, speedKmh: 50, oneWay: false },
  local: { lanesEachWay: 1, laneWidthM: 3.5, medianM: 0, sidewalkM: 2.5, speedKmh: 30, oneWay: false },
  service: { lanesEachWay: 1, laneWidthM: 3, medianM: 0, sidewalkM: 1.5, speedKmh: 20, oneWay: false },
  ramp: { lanesEachWay: 1, laneWidthM: 3.75, medianM: 0, sidewalkM: 0, speedKmh: 50, oneWay: true },
};

/** Higher gives way to nobody lower. */
export const classRank: Readonly<Record<RoadClass, number>> = {
  expressway: 5,
  arterial: 4,
  collector: 3,
  ramp: 2,
  local: 1,
  service: 0,
};

export function crossSectionOf(street: PlannedStreet): CrossSection {
  const usual = byClass[street.class];
  const oneWay = street.oneWay ?? usual.oneWay;
  return {
    lanesEachWay: street.lanes ?? usual.lanesEachWay,
    laneWidthM: street.laneWidthM ?? usual.laneWidthM,
    medianM: oneWay ? 0 : (street.medianM ?? usual.medianM),
    sidewalkM: street.sidewalkM ?? usual.sidewalkM,
    speedKmh: street.speedKmh ?? usual.speedKmh,
    oneWay,
  };
}

/** From the centre line to the kerb. */
export function halfWidthM(section: CrossSection): number {
  const lanes = section.lanesEachWay * section.laneWidthM;
  if (isLopsided(section)) {
    return GUTTER_M + section.medianM / 2 + ((section.lanesEachWay + section.lanesBack!) / 2) * section.laneWidthM;
  }
  return GUTTER_M + (section.oneWay ? lanes / 2 : section.medianM / 2 + lanes);
}

/** Two ways, and not as many lanes in the one as in the other. */
export function isLopsided({ oneWay, lanesEachWay, lanesBack }: CrossSection): boolean {
  return !oneWay && lanesBack !== undefined && lanesBack !== lanesEachWay;
}

export const GUTTER_M = 0.25;

/** Radius of the circle that a car drives at the end of a road without a median wide enough to turn round. */
export const TURNING_CIRCLE_M = 6;

/** From the centre line to the middle of the innermost lane. */
export function innermostLaneM({ laneWidthM, medianM }: CrossSection): number {
  return (medianM + laneWidthM) / 2;
}

/** Paved radius round the end of a road: its lanes turn side by side. */
export function turningHeadRadiusM(section: CrossSection): number {
  const innermostM = Math.max(TURNING_CIRCLE_M, innermostLaneM(section));
  if (turnsOnHalfCircle(section)) return halfWidthM(section);
  return innermostM + (section.lanesEachWay - 0.5) * section.laneWidthM + GUTTER_M;
}

/** Beyond a median, the innermost lane's half circle is wide enough by itself. */
export function turnsOnHalfCircle(section: CrossSection): boolean {
  return innermostLaneM(section) >= 3;
}
