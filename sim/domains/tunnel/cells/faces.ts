/** What share of a cell passes each face in a step, from the air's answer. */
import { type GalleryAir, isLeakIn } from '../air';
import type { GalleryCells } from './cells';
import { DISPERSION, FRICTION_VELOCITY_SHARE } from './figures';

/** K/(u·Δx) of a section. */
export function spreadOf({ galleries }: GalleryCells, s: number): number {
  const { hydraulicDiameterM, cellLengthM } = galleries.sections;
  return (DISPERSION * 0.5 * hydraulicDiameterM[s] * FRICTION_VELOCITY_SHARE) / cellLengthM[s];
}

/** Flow from before to after through all doors of a list. */
function throughDoors({ doorM3PerS }: GalleryAir, doors: Int32Array): number {
  let sum = 0;
  for (let k = 0; k < doors.length; k++) sum += doorM3PerS[doors[k]];
  return sum;
}

/** Most air that passes any place of a section, m³/s. */
export function mostFlow(cells: GalleryCells, air: GalleryAir, s: number): number {
  let most = Math.max(Math.abs(throughDoors(air, cells.startDoors[s])), Math.abs(throughDoors(air, cells.endDoors[s])));
  const { sectionStart, sectionEnd } = air.stretches;
  for (let t = sectionStart[s]; t < sectionEnd[s]; t++) {
    most = Math.max(most, Math.abs(air.stretchM3PerS[t]) + air.solvedLeakM3PerS[s]);
  }
  for (let k = cells.shaftStart[s]; k < cells.shaftStart[s + 1]; k++) {
    most = Math.max(most, Math.abs(air.shaftM3PerS[cells.shaftAt[k]]));
  }
  return most;
}

/** Makes a section's faces anew where its air was solved since, or the step is another. */
export function makeFaces(cells: GalleryCells, air: GalleryAir, s: number, seconds: number): void {
  const { scratch, faceStart, galleries } = cells;
  if (scratch.madeForSolve[s] === air.solves && scratch.madeForSeconds[s] === seconds) return;
  scratch.madeForSolve[s] = air.solves;
  scratch.madeForSeconds[s] = seconds;
  const { cellLengthM, areaM2 } = galleries.sections;
  const { stretches, stretchM3PerS, solvedLeakM3PerS, leakAtM } = air;
  const share = seconds / (cellLengthM[s] * areaM2[s]);
  const first = faceStart[s];
  const last = faceStart[s + 1] - 1;
  const { courant } = scratch;
  let t = stretches.sectionStart[s];
  let hasLeak = solvedLeakM3PerS[s] !== 0 && isLeakIn(air, t);
  for (let face = first + 1; face < last; face++) {
    const atM = (face - first) * cellLengthM[s];
    while (atM > stretches.toM[t] && t < stretches.sectionEnd[s] - 1) {
      t++;
      hasLeak = solvedLeakM3PerS[s] !== 0 && isLeakIn(air, t);
    }
    courant[face] = share * (stretchM3PerS[t] + (hasLeak && atM > leakAtM[s] ? solvedLeakM3PerS[s] : 0));
  }
  courant[first] = share * throughDoors(air, cells.startDoors[s]);
  courant[last] = share * throughDoors(air, cells.endDoors[s]);
}
