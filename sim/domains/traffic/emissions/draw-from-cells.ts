/** A second of one electric vehicle: what its cells give, what braking puts back, and what they lack. */
import type { Ground, MovedVehicles } from './add-emissions';
import { CELL_EFFICIENCY, cellPowerW, recuperatedW } from './battery';
import { classBatteryJ } from './energy-classes';
import { wheelPowerW } from './road-load';
import { CELLS_J, DISTANCE_M, type EmissionSums, RECUPERATED_J, SUM_COLUMNS } from './sums';

export function drawFromCells(
  row: number,
  { track, energyClass, speedMps, meteredMps, batteryJ }: MovedVehicles,
  { trackEdge, trackGradePerMille }: Ground,
  seconds: number,
  climateW: number,
  sums: EmissionSums,
): void {
  const on = track[row];
  const kind = energyClass[row];
  const before = meteredMps[row];
  const after = speedMps[row];
  meteredMps[row] = after;
  const acceleration = (after - before) / seconds;
  const speed = 0.5 * (before + after);
  const wheelW = wheelPowerW(kind, speed, acceleration, trackGradePerMille[on]);
  let cellsJ = cellPowerW(kind, wheelW, speed, climateW) * seconds;
  let backJ = recuperatedW(kind, wheelW, speed) * seconds;
  const left = batteryJ[row] - cellsJ;
  if (left < 0) {
    sums.missingJ -= left;
    batteryJ[row] = 0;
  } else if (left > classBatteryJ[kind]) {
    // Full cells take no more: the friction brakes do the rest.
    backJ -= (left - classBatteryJ[kind]) / CELL_EFFICIENCY;
    cellsJ = batteryJ[row] - classBatteryJ[kind];
    batteryJ[row] = classBatteryJ[kind];
  } else batteryJ[row] = left;

  const { byClass, byEdge } = sums;
  const ofClass = kind * SUM_COLUMNS;
  const ofEdge = trackEdge[on] * SUM_COLUMNS;
  const distanceM = speed * seconds;
  byClass[ofClass + DISTANCE_M] += distanceM;
  byEdge[ofEdge + DISTANCE_M] += distanceM;
  byClass[ofClass + CELLS_J] += cellsJ;
  byEdge[ofEdge + CELLS_J] += cellsJ;
  byClass[ofClass + RECUPERATED_J] += backJ;
  byEdge[ofEdge + RECUPERATED_J] += backJ;
}
