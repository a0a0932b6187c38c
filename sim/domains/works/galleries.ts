/**
 * What galleries that a change builds come to, over all streets of the city: length, cost, and what is left of it all after
 * thirty years. In it: land freed, digging spared, outages spared, building, upkeep, renewal, what it is still worth. Not in it: what
 * drivers lose and gain (only a pair of runs can tell, and the card of economics takes it from one), and what owners of
 * lines pay (that is paid by some and had by others). A gallery under a street counts from the day it is begun, as the
 * streets will be once it stands.
 */
import { lineKinds } from '../../scene/compile/buried-lines';
import {
  CHANGE_YEARS,
  costYuanPerKmOf,
  DAYS_PER_DIG,
  DIGS_PER_KM_YEAR,
  lifeCycleOf,
  usualCase,
  worksDaysPerYear,
  YUAN_PER_DIG,
} from './economics';
import type { WorksKnobs } from './knobs';
import type { WorksRun } from './state';

export interface GallerySum {
  readonly lengthKm: number;
  readonly capexYuan: number;
  readonly netYuan: number;
  /** Of all streets, as they are once these galleries stand. */
  readonly worksDaysPerYear: number;
}

const POWER_BIT = 1;
const M_PER_KM = 1_000;

/** The larger of a knob's two directions, 0 where it is free. */
export function onRoad({ lines }: WorksRun, knobs: WorksKnobs, name: keyof WorksKnobs, road: number): number {
  const { values } = knobs[name];
  const first = values[lines.firstEdge[road]];
  const second = lines.secondEdge[road] < 0 ? Number.NaN : values[lines.secondEdge[road]];
  return Math.max(Number.isNaN(first) ? 0 : first, Number.isNaN(second) ? 0 : second);
}

export function sumGalleries(run: WorksRun, knobs: WorksKnobs): GallerySum {
  const { lines, at } = run;
  const roads = Array.from({ length: lines.roadCount }, (_, road) => {
    const compartments = onRoad(run, knobs, 'edge.gallery-compartments', road);
    const moved = compartments > 0 ? onRoad(run, knobs, 'edge.gallery-lines', road) : 0;
    let sparedKm = 0;
    let leftKm = 0;
    lineKinds.forEach((_, kind) => {
      const km = lines.buriedM[road * lineKinds.length + kind] / M_PER_KM;
      if ((moved >> kind) & 1) sparedKm += km;
      else leftKm += km;
    });
    return { road, compartments, moved, sparedKm, leftKm, lengthKm: lines.lengthM[road] / M_PER_KM };
  });
  const built = roads.filter(({ compartments }) => compartments > 0);
  let powerKm = 0;
  for (const { moved, lengthKm } of built) if (moved & POWER_BIT) powerKm += lengthKm;
  let [lengthKm, capexYuan, netYuan] = [0, 0, 0];
  for (const each of built) {
    const { parts, totalYuan } = lifeCycleOf({
      ...usualCase,
      lengthKm: each.lengthKm,
      // What high-voltage lines give up is spread over the streets that have taken cables in.
      muPerKm: each.moved & POWER_BIT ? at.freedMu / powerKm : 0,
      yuanPerMu: onRoad(run, knobs, 'edge.gallery-land-price', each.road),
      costYuanPerKm: costYuanPerKmOf(each.compartments),
      years: CHANGE_YEARS,
      digging: {
        digsPerKmYear: (DIGS_PER_KM_YEAR * each.sparedKm) / each.lengthKm,
        daysPerDig: DAYS_PER_DIG,
        yuanPerDig: YUAN_PER_DIG,
        vehicleHoursPerDay: 0,
        valueOfTimeYuanPerVehicleHour: 0,
      },
      entryFeeYuan: 0,
      upkeepFeeYuanPerYear: 0,
    });
    lengthKm += each.lengthKm;
    capexYuan -= parts.building;
    netYuan += totalYuan;
  }
  const leftKm = roads.reduce((sum, each) => sum + each.leftKm, 0);
  return { lengthKm, capexYuan, netYuan, worksDaysPerYear: worksDaysPerYear(leftKm) };
}
