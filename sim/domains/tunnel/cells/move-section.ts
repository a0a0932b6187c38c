/** One section for one substep: everything is carried along, comes and goes through shafts and doors, leaks, mixes and cools. */

import type { GalleryAir } from '../air';
import { AIR_J_PER_M3_K } from '../air/figures';
import { carry } from './carry';
import { cellAt, type GalleryCells, SCALARS } from './cells';
import { spreadOf } from './faces';
import { AMBIENT_OXYGEN, FRICTION_VELOCITY_SHARE, PLUME_HALF_M, PLUME_RISE_S, STILL_WALL_W_PER_M2_K } from './figures';
import { carryLayers } from './layers';

const ROOF = 0;
const BULK = 1;
const OXYGEN = 2;
const HEAT = 3;
const SMOKE = 4;

const NOTHING = 1e-30;

/** Notes what the ends of a section hold, for its neighbours, before anybody is moved. */
export function noteEnds(cells: GalleryCells, s: number): void {
  const { ends } = cells.scratch;
  const first = cells.galleries.sections.cellStart[s];
  const last = cells.galleries.sections.cellStart[s + 1] - 1;
  noteCell(cells, first, ends, 2 * SCALARS * s);
  noteCell(cells, last, ends, SCALARS * (2 * s + 1));
}

function noteCell({ roof, bulk, oxygen, airC, smoke }: GalleryCells, i: number, into: Float64Array, at: number): void {
  into[at + ROOF] = roof[i];
  into[at + BULK] = bulk[i];
  into[at + OXYGEN] = oxygen[i];
  into[at + HEAT] = airC[i];
  into[at + SMOKE] = smoke[i];
}

/** What would come in at an end: a disturbed neighbour's cell, or the air of one at rest, or the open. */
function noteNeighbour(cells: GalleryCells, air: GalleryAir, neighbour: number, isBefore: boolean): number {
  const at = isBefore ? 0 : SCALARS;
  const into = cells.scratch.neighbour;
  if (neighbour >= 0 && cells.isActive[neighbour] !== 0) {
    const from = SCALARS * (2 * neighbour + (isBefore ? 1 : 0));
    for (let k = 0; k < SCALARS; k++) into[at + k] = cells.scratch.ends[from + k];
    return at;
  }
  into[at + ROOF] = 0;
  into[at + BULK] = 0;
  into[at + OXYGEN] = AMBIENT_OXYGEN;
  into[at + HEAT] = neighbour >= 0 ? air.airC[neighbour] : air.outdoor[0];
  into[at + SMOKE] = 0;
  return at;
}

export function moveSection(cells: GalleryCells, air: GalleryAir, s: number, seconds: number): void {
  const { galleries, scratch, oxygen, airC, smoke } = cells;
  const { sections } = galleries;
  const first = sections.cellStart[s];
  const count = sections.cellStart[s + 1] - first;
  const faces = cells.faceStart[s];
  const { courant, neighbour: outer } = scratch;
  const cellM3 = sections.cellLengthM[s] * sections.areaM2[s];
  const spread = spreadOf(cells, s);
  const a = noteNeighbour(cells, air, sections.before[s], true);
  const b = noteNeighbour(cells, air, sections.after[s], false);
  const hasGas = cells.mostGas[s] > 0 || cells.gasM3PerS[s] > 0 || comesIn(cells, s, a, b, ROOF, BULK);
  const hasSmoke = cells.mostSmoke[s] > 0 || cells.pointSmokePerS[s] > 0 || comesIn(cells, s, a, b, SMOKE, SMOKE);

  planShafts(cells, air, s, seconds / cellM3);
  accountEnds(cells, s, a, b, cellM3);
  const leakCell = first + cellAt(galleries, s, air.leakAtM[s]);
  const leakShare = (air.solvedLeakM3PerS[s] * seconds) / cellM3;

  carry(oxygen, first, count, courant, faces, spread, outer[a + OXYGEN], outer[b + OXYGEN]);
  carry(airC, first, count, courant, faces, spread, outer[a + HEAT], outer[b + HEAT]);
  // Gas comes at the wall's temperature, and without oxygen.
  airC[leakCell] += leakShare * cells.wallC[s];
  cells.broughtJ[s] += leakShare * cells.wallC[s] * cellM3 * AIR_J_PER_M3_K;
  if (hasSmoke) {
    carry(smoke, first, count, courant, faces, spread, outer[a + SMOKE], outer[b + SMOKE]);
    const place = first + cellAt(galleries, s, cells.pointAtM[s]);
    smoke[place] += (cells.pointSmokePerS[s] * seconds) / cellM3;
  }
  if (hasGas) cells.mostGas[s] = carryGas(cells, s, seconds, spread, a, b);
  addShafts(cells, s, hasGas, hasSmoke);
  if (hasGas) {
    const airMps = (courant[faces + leakCell - first] * sections.cellLengthM[s]) / seconds;
    leakGas(cells, s, leakCell, leakShare, seconds / cellM3, airMps);
  }
  if (hasSmoke) cells.mostSmoke[s] = mostOf(smoke, first, count);
  warmAndCool(cells, s, seconds, cellM3);
  cells.cellSteps += count;
}

function comesIn({ scratch, faceStart }: GalleryCells, s: number, a: number, b: number, x: number, y: number): boolean {
  const { courant, neighbour } = scratch;
  const fromBefore = courant[faceStart[s]] > 0 && neighbour[a + x] + neighbour[a + y] > 0;
  return fromBefore || (courant[faceStart[s + 1] - 1] < 0 && neighbour[b + x] + neighbour[b + y] > 0);
}

/** Reckons what shafts bring and take while cells still hold what they held; and what of that is gas and heat that is lost. */
function planShafts(cells: GalleryCells, air: GalleryAir, s: number, share: number): void {
  const { galleries, scratch, roof, bulk, oxygen, airC, smoke, roofShare } = cells;
  const { cellStart, cellLengthM, areaM2 } = galleries.sections;
  const gain = scratch.shaftGain;
  const cellM3 = cellLengthM[s] * areaM2[s];
  let at = 0;
  for (let k = cells.shaftStart[s]; k < cells.shaftStart[s + 1]; k++, at += SCALARS) {
    const h = cells.shaftAt[k];
    const i = cellStart[s] + cells.shaftCell[h];
    const passed = air.shaftM3PerS[h] * share;
    const comes = passed > 0;
    gain[at + ROOF] = comes ? 0 : passed * roof[i];
    gain[at + BULK] = comes ? 0 : passed * bulk[i];
    gain[at + OXYGEN] = passed * (comes ? AMBIENT_OXYGEN : oxygen[i]);
    gain[at + HEAT] = passed * (comes ? air.outdoor[0] : airC[i]);
    gain[at + SMOKE] = comes ? 0 : passed * smoke[i];
    cells.ventedM3[s] -= (roofShare[s] * gain[at + ROOF] + (1 - roofShare[s]) * gain[at + BULK]) * cellM3;
    cells.broughtJ[s] += gain[at + HEAT] * cellM3 * AIR_J_PER_M3_K;
  }
}

function addShafts(cells: GalleryCells, s: number, hasGas: boolean, hasSmoke: boolean): void {
  const gain = cells.scratch.shaftGain;
  let at = 0;
  for (let k = cells.shaftStart[s]; k < cells.shaftStart[s + 1]; k++, at += SCALARS) {
    const i = cells.galleries.sections.cellStart[s] + cells.shaftCell[cells.shaftAt[k]];
    if (hasGas) {
      cells.roof[i] += gain[at + ROOF];
      cells.bulk[i] += gain[at + BULK];
    }
    cells.oxygen[i] += gain[at + OXYGEN];
    cells.airC[i] += gain[at + HEAT];
    if (hasSmoke) cells.smoke[i] += gain[at + SMOKE];
  }
}

/** What leaves a section for the open or for one at rest is counted where it leaves. */
function accountEnds(cells: GalleryCells, s: number, a: number, b: number, cellM3: number): void {
  const { scratch, faceStart, galleries, roofShare, isActive } = cells;
  const { ends, neighbour, courant } = scratch;
  const share = roofShare[s];
  for (let side = 0; side < 2; side++) {
    const inward = side === 0 ? courant[faceStart[s]] : -courant[faceStart[s + 1] - 1];
    if (inward === 0) continue;
    const own = 2 * SCALARS * s + side * SCALARS;
    const other = side === 0 ? a : b;
    const m3 = inward * cellM3;
    cells.broughtJ[s] += m3 * AIR_J_PER_M3_K * (inward > 0 ? neighbour[other + HEAT] : ends[own + HEAT]);
    const beyond = side === 0 ? galleries.sections.before[s] : galleries.sections.after[s];
    if (inward > 0 || (beyond >= 0 && isActive[beyond] !== 0)) continue;
    const lost = -m3 * (share * ends[own + ROOF] + (1 - share) * ends[own + BULK]);
    if (beyond < 0) cells.ventedM3[s] += lost;
    else cells.seepedM3[s] += lost;
  }
}

function carryGas(cells: GalleryCells, s: number, seconds: number, spread: number, a: number, b: number): number {
  if (cells.isLayered) return carryLayers(cells, s, seconds, spread, a, b);
  const { galleries, scratch, roof, bulk, faceStart } = cells;
  const { courant, neighbour } = scratch;
  const first = galleries.sections.cellStart[s];
  const count = galleries.sections.cellStart[s + 1] - first;
  carry(roof, first, count, courant, faceStart[s], spread, neighbour[a + ROOF], neighbour[b + ROOF]);
  carry(bulk, first, count, courant, faceStart[s], spread, neighbour[a + BULK], neighbour[b + BULK]);
  return mostOf(roof, first, count);
}

/**
 * Into its layers, over the stretch where it comes up: so a leak is where it is whatever the cells' length. As the upper
 * layer gets more volume than it passes on, some of it goes down.
 */
function leakGas(
  cells: GalleryCells,
  s: number,
  i: number,
  volumeShare: number,
  perCell: number,
  airMps: number,
): void {
  const { roofShare, roof, bulk, gasM3PerS, gasAtM, gasRoofShare, galleries } = cells;
  const { cellStart, cellLengthM, areaM2 } = galleries.sections;
  const share = roofShare[s];
  const gas = gasM3PerS[s] * perCell;
  const rising = cells.isLayered ? gasRoofShare[s] : share;
  const surplus = (rising - share) * volumeShare;
  const sinking = surplus * (surplus > 0 ? roof[i] : bulk[i]);
  roof[i] -= sinking / share;
  bulk[i] += sinking / (1 - share);
  const first = cellStart[s];
  const count = cellStart[s + 1] - first;
  const driftM = Math.min(Math.max(PLUME_RISE_S * airMps, -PLUME_HALF_M), PLUME_HALF_M);
  const fromM = Math.max(gasAtM[s] + driftM - PLUME_HALF_M, 0);
  const toM = Math.min(gasAtM[s] + driftM + PLUME_HALF_M, cellLengthM[s] * count);
  let most = cells.mostGas[s];
  for (let k = Math.floor(fromM / cellLengthM[s]); k < count && k * cellLengthM[s] < toM; k++) {
    const overlapM = Math.min(toM, (k + 1) * cellLengthM[s]) - Math.max(fromM, k * cellLengthM[s]);
    const part = overlapM / (toM - fromM);
    roof[first + k] += (part * rising * gas) / share;
    bulk[first + k] += (part * (1 - rising) * gas) / (1 - share);
    most = Math.max(most, roof[first + k], bulk[first + k]);
  }
  cells.mostGas[s] = most;
  cells.leakedM3[s] += gas * cellLengthM[s] * areaM2[s];
}

/** Heat from what is in the section, and what the walls take of it. */
function warmAndCool(cells: GalleryCells, s: number, seconds: number, cellM3: number): void {
  const { galleries, scratch, airC, faceStart } = cells;
  const { cellStart, perimeterM, cellLengthM } = galleries.sections;
  const first = cellStart[s];
  const end = cellStart[s + 1];
  const cellJPerK = cellM3 * AIR_J_PER_M3_K;
  const warming = (cells.heatW[s] * seconds) / ((end - first) * cellJPerK);
  const mid = faceStart[s] + ((end - first) >> 1);
  const airMps = (Math.abs(scratch.courant[mid]) * cellLengthM[s]) / seconds;
  const perK = wallWPerM2K(airMps) * perimeterM[s] * cellLengthM[s];
  const passed = (perK * seconds) / cellJPerK;
  const taken = 1 - 1 / (1 + passed * (1 + 0.5 * passed));
  const wallC = cells.wallC[s];
  if (cells.pointHeatW[s] !== 0) {
    airC[first + cellAt(galleries, s, cells.pointAtM[s])] += (cells.pointHeatW[s] * seconds) / cellJPerK;
  }
  let warmth = 0;
  for (let i = first; i < end; i++) {
    const above = airC[i] + warming - wallC;
    warmth += above;
    airC[i] = wallC + above * (1 - taken);
  }
  const given = warmth * taken * cellJPerK;
  cells.broughtJ[s] += (cells.heatW[s] + cells.pointHeatW[s]) * seconds;
  cells.wallJ[s] += given;
  cells.scratch.wallGainJ[s] += given;
}

/** W/m²K between air and walls. */
export function wallWPerM2K(airMps: number): number {
  const analogy = AIR_J_PER_M3_K * airMps * FRICTION_VELOCITY_SHARE * FRICTION_VELOCITY_SHARE;
  return Math.max(STILL_WALL_W_PER_M2_K, analogy);
}

/** The most there is; what is next to nothing is made nothing, on which arithmetic is quick. */
function mostOf(scalar: Float64Array, first: number, count: number): number {
  let most = 0;
  for (let i = first; i < first + count; i++) {
    const value = scalar[i];
    if (value > most) most = value;
    else if (value < NOTHING && value > -NOTHING) scalar[i] = 0;
  }
  return most;
}
