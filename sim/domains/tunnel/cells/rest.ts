/** Sections wake when something comes into them and rest again when their air is as it was. */

import { type GalleryAir, setAirC } from '../air';
import { AIR_J_PER_M3_K } from '../air/figures';
import { type GalleryCells, gasIn } from './cells';
import { AMBIENT_OXYGEN, TRACE, TRACE_K, TRACE_OXYGEN } from './figures';
import { wallWPerM2K } from './move-section';

const SECONDS_PER_H = 3_600;

/** Disturbs a section: from now on it is stepped. */
export function wake(cells: GalleryCells, air: GalleryAir, s: number): void {
  if (cells.isActive[s] !== 0) return;
  const { cellStart } = cells.galleries.sections;
  cells.isActive[s] = 1;
  cells.mostGas[s] = 0;
  cells.mostSmoke[s] = 0;
  cells.scratch.madeForSolve[s] = -1;
  cells.run.fill(0, cells.faceStart[s], cells.faceStart[s + 1]);
  for (let i = cellStart[s]; i < cellStart[s + 1]; i++) {
    cells.roof[i] = 0;
    cells.bulk[i] = 0;
    cells.oxygen[i] = AMBIENT_OXYGEN;
    cells.airC[i] = air.airC[s];
    cells.smoke[i] = 0;
  }
}

/** Wakes the neighbours of a disturbed section into which its air takes something. */
export function wakeNeighbours(cells: GalleryCells, air: GalleryAir, s: number): void {
  const { before, after, cellStart } = cells.galleries.sections;
  for (let side = 0; side < 2; side++) {
    const other = side === 0 ? before[s] : after[s];
    if (other < 0 || cells.isActive[other] !== 0) continue;
    const doors = side === 0 ? cells.startDoors[s] : cells.endDoors[s];
    let outward = 0;
    for (let k = 0; k < doors.length; k++) outward += (side === 0 ? -1 : 1) * air.doorM3PerS[doors[k]];
    if (outward <= 0) continue;
    const i = side === 0 ? cellStart[s] : cellStart[s + 1] - 1;
    // What a shut door's gap lets through may be a trace once it is among the neighbour's air: that is what counts.
    const share = Math.min(1, (outward * SECONDS_PER_H) / cells.galleries.sections.volumeM3[other]);
    const isFelt =
      share * Math.max(cells.roof[i], cells.bulk[i], cells.smoke[i]) > TRACE ||
      share * Math.abs(cells.oxygen[i] - AMBIENT_OXYGEN) > TRACE_OXYGEN ||
      share * Math.abs(cells.airC[i] - air.airC[other]) > TRACE_K;
    if (isFelt) wake(cells, air, other);
  }
}

/** What a section's air comes to, left alone: what comes in, what warms it and what the walls hold it at. */
export function restingC(cells: GalleryCells, air: GalleryAir, s: number): number {
  const { volumeM3, perimeterM, lengthM, areaM2 } = cells.galleries.sections;
  const m3PerS = (air.changesPerH[s] * volumeM3[s]) / SECONDS_PER_H;
  const carried = AIR_J_PER_M3_K * m3PerS;
  const walls = wallWPerM2K(m3PerS / areaM2[s]) * perimeterM[s] * lengthM[s];
  return (carried * air.outdoor[0] + walls * cells.wallC[s] + cells.heatW[s]) / (carried + walls);
}

/** Mean of a disturbed section. */
export function meanC({ galleries, airC }: GalleryCells, s: number): number {
  const { cellStart } = galleries.sections;
  let sum = 0;
  for (let i = cellStart[s]; i < cellStart[s + 1]; i++) sum += airC[i];
  return sum / (cellStart[s + 1] - cellStart[s]);
}

/** Lets a section rest if nothing in it is worth a step any more; what is left of its gas is counted. */
export function letRest(cells: GalleryCells, air: GalleryAir, s: number): boolean {
  if (cells.isHeld[s] !== 0 || cells.gasM3PerS[s] > 0) return false;
  if (cells.pointHeatW[s] !== 0 || cells.pointSmokePerS[s] !== 0) return false;
  if (cells.mostGas[s] > TRACE || cells.mostSmoke[s] > TRACE) return false;
  const { cellStart } = cells.galleries.sections;
  const mean = meanC(cells, s);
  for (let i = cellStart[s]; i < cellStart[s + 1]; i++) {
    if (Math.abs(cells.oxygen[i] - AMBIENT_OXYGEN) > TRACE_OXYGEN) return false;
  }
  // Fresh air is colder or warmer than a section's mean along its way even at rest; what must have gone is the disturbance.
  if (Math.abs(mean - restingC(cells, air, s)) > TRACE_K) return false;
  cells.fadedM3[s] += gasIn(cells, s);
  cells.isActive[s] = 0;
  setAirC(air, s, mean);
  return true;
}
