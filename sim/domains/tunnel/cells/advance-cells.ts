/** A step of all disturbed sections: compartment by compartment, in substeps short enough for the fastest of its sections. */
import { type GalleryAir, setAirC } from '../air';
import type { GalleryCells } from './cells';
import { makeFaces, mostFlow, spreadOf } from './faces';
import { runMps } from './layers';
import { moveSection, noteEnds } from './move-section';
import { letRest, wakeNeighbours } from './rest';

/** Share of a cell that passes and spreads in a substep: below 1 nothing can come out below nothing. */
const COURANT = 0.95;

/** Moves everything by a step whose air has been solved; `cells.gasM3PerS` and its like say what comes in. */
export function advanceCells(cells: GalleryCells, air: GalleryAir, seconds: number): void {
  const { compartments } = cells.galleries;
  for (let c = 0; c < compartments.count; c++) {
    const count = collectActive(cells, air, c);
    if (count === 0) continue;
    const { active } = cells.scratch;
    let perSecond = 0;
    for (let k = 0; k < count; k++) perSecond = Math.max(perSecond, passedPerSecond(cells, air, active[k]));
    const substeps = Math.max(1, Math.ceil((seconds * perSecond) / COURANT - 1e-9));
    const substep = seconds / substeps;
    for (let k = 0; k < count; k++) makeFaces(cells, air, active[k], substep);
    for (let k = 0; k < count; k++) cells.scratch.wallGainJ[active[k]] = 0;
    for (let n = 0; n < substeps; n++) {
      for (let k = 0; k < count; k++) noteEnds(cells, active[k]);
      for (let k = 0; k < count; k++) moveSection(cells, air, active[k], substep);
    }
    for (let k = 0; k < count; k++) settle(cells, air, active[k], seconds);
  }
}

function collectActive(cells: GalleryCells, air: GalleryAir, c: number): number {
  const { start, order } = cells.galleries.compartments;
  let found = 0;
  for (let k = start[c]; k < start[c + 1]; k++) found += cells.isActive[order[k]];
  if (found === 0) return 0;
  for (let k = start[c]; k < start[c + 1]; k++) {
    if (cells.isActive[order[k]] !== 0) wakeNeighbours(cells, air, order[k]);
  }
  let count = 0;
  for (let k = start[c]; k < start[c + 1]; k++) {
    if (cells.isActive[order[k]] !== 0) cells.scratch.active[count++] = order[k];
  }
  return count;
}

/** Shares of a cell that pass and spread in a second. */
function passedPerSecond(cells: GalleryCells, air: GalleryAir, s: number): number {
  const { areaM2, cellLengthM } = cells.galleries.sections;
  const cellsPerM3 = 1 / (areaM2[s] * cellLengthM[s]);
  const airPerSecond = mostFlow(cells, air, s) * cellsPerM3;
  const runPerSecond = cells.isLayered && cells.mostGas[s] > 0 ? runMps(cells.mostGas[s]) / cellLengthM[s] : 0;
  return airPerSecond * (1 + 2 * spreadOf(cells, s)) + runPerSecond;
}

/** Once a step: walls warm up, the network hears of the air's warmth, and who is done rests. */
function settle(cells: GalleryCells, air: GalleryAir, s: number, seconds: number): void {
  const { cellStart } = cells.galleries.sections;
  const { wallJPerK, groundWPerK, wallC, groundC } = cells;
  if (wallJPerK[s] > 0) {
    const toGroundJ = groundWPerK[s] * (wallC[s] - groundC[s]) * seconds;
    wallC[s] += (cells.scratch.wallGainJ[s] - toGroundJ) / wallJPerK[s];
  }
  let sum = 0;
  for (let i = cellStart[s]; i < cellStart[s + 1]; i++) sum += cells.airC[i];
  setAirC(air, s, sum / (cellStart[s + 1] - cellStart[s]));
  letRest(cells, air, s);
}
