/**
 * What the air of disturbed sections holds, cell by cell: methane in the layer under the roof and below it, oxygen,
 * temperature, smoke. A section at rest has no say here: its cells mean nothing, and cost nothing.
 */
import type { GalleryAir } from '../air';
import type { Galleries } from '../galleries';
import { GROUND_W_PER_M2_K, ROOF_LAYER_M, WALL_J_PER_M2_K } from './figures';

export interface GalleryCells {
  readonly galleries: Galleries;
  /** False mixes roof and bulk at once: the model with one mean, which misses small leaks. */
  readonly isLayered: boolean;
  /** Share of a section's height that is the roof layer. */
  readonly roofShare: Float64Array;
  /** First face of a section: it has one more than cells. */
  readonly faceStart: Int32Array;
  /** Cell (from the section's start) that a shaft opens into; shafts of section s: shaftAt[k], k from shaftStart[s]. */
  readonly shaftCell: Int32Array;
  readonly shaftStart: Int32Array;
  readonly shaftAt: Int32Array;
  /** Doors at a section's start and end: doorAt[k], k from startDoor[s] or endDoor[s] while they are of one section. */
  readonly startDoors: readonly Int32Array[];
  readonly endDoors: readonly Int32Array[];

  // What is put into a section, by whoever knows; none of it is state.
  /** m³/s of methane at 20 °C and 1 atm, where, and what share of it rises to the roof. */
  readonly gasM3PerS: Float64Array;
  readonly gasAtM: Float64Array;
  readonly gasRoofShare: Float64Array;
  /** W along the whole section, and W and smoke (any unit, per second and m³ of air) at one place. */
  readonly heatW: Float64Array;
  readonly pointHeatW: Float64Array;
  readonly pointSmokePerS: Float64Array;
  readonly pointAtM: Float64Array;
  /** 1 while a section may not come to rest whatever its air says. */
  readonly isHeld: Uint8Array;
  readonly groundC: Float64Array;
  /** Of a section's walls, and from them into the ground; who follows them elsewhere makes them 0 and takes `wallGainJ`. */
  readonly wallJPerK: Float64Array;
  readonly groundWPerK: Float64Array;

  // State.
  readonly isActive: Uint8Array;
  readonly roof: Float64Array;
  readonly bulk: Float64Array;
  readonly oxygen: Float64Array;
  readonly airC: Float64Array;
  readonly smoke: Float64Array;
  /** m/s, face by face, that the roof layer runs by its own lightness. */
  readonly run: Float64Array;
  readonly wallC: Float64Array;
  /** m³ of methane since the beginning: leaked in; out to the open; into sections at rest; left when coming to rest. */
  readonly leakedM3: Float64Array;
  readonly ventedM3: Float64Array;
  readonly seepedM3: Float64Array;
  readonly fadedM3: Float64Array;
  /** J since the beginning: put in by sources and inflow less outflow, and given to the walls. */
  readonly broughtJ: Float64Array;
  readonly wallJ: Float64Array;
  /** Most methane under the roof at the last step's end, smoke likewise; 0 where there is none. */
  readonly mostGas: Float64Array;
  readonly mostSmoke: Float64Array;

  readonly scratch: Scratch;
  /** Cells moved so far, once a substep: for measuring. */
  cellSteps: number;
}

export interface Scratch {
  /** Sections of a compartment that are disturbed. */
  readonly active: Int32Array;
  /** By section, what its flows were made for. */
  readonly courant: Float64Array;
  readonly madeForSolve: Int32Array;
  readonly madeForSeconds: Float64Array;
  /** By section: what its first and last cell held before the step. */
  readonly ends: Float64Array;
  readonly shaftGain: Float64Array;
  readonly neighbour: Float64Array;
  /** J that the walls of a section took in this step. */
  readonly wallGainJ: Float64Array;
}

/** Scalars in the order of `ends`: roof, bulk, oxygen, airC, smoke. */
export const SCALARS = 5;

export function createGalleryCells(
  galleries: Galleries,
  { stretches }: GalleryAir,
  groundC: number,
  isLayered = true,
): GalleryCells {
  const { sections, shafts, doors } = galleries;
  const { count } = sections;
  const cellCount = sections.cellStart[count];
  const perSection = () => new Float64Array(count);
  const perCell = () => new Float64Array(cellCount);
  const faceStart = Int32Array.from({ length: count + 1 }, (_, s) => sections.cellStart[s] + s);
  const shaftCell = new Int32Array(shafts.count);
  const shaftStart = new Int32Array(count + 1);
  for (let h = 0; h < shafts.count; h++) {
    const s = shafts.section[h];
    shaftStart[s + 1]++;
    // A shaft opens where its stretches meet, or face and shaft would not agree.
    let atM = 0;
    for (let t = stretches.sectionStart[s]; t < stretches.sectionEnd[s]; t++) {
      const endM = stretches.toM[t];
      if (Math.abs(endM - shafts.atM[h]) < Math.abs(atM - shafts.atM[h])) atM = endM;
    }
    shaftCell[h] = cellAt(galleries, s, atM);
  }
  for (let s = 0; s < count; s++) shaftStart[s + 1] += shaftStart[s];
  const shaftAt = new Int32Array(shafts.count);
  const write = shaftStart.slice();
  for (let h = 0; h < shafts.count; h++) shaftAt[write[shafts.section[h]]++] = h;
  const doorsOf = (side: Int32Array) => {
    const found: number[][] = Array.from({ length: count }, () => []);
    for (let d = 0; d < doors.count; d++) if (side[d] >= 0) found[side[d]].push(d);
    return found.map((list) => Int32Array.from(list));
  };
  const wallM2 = sections.lengthM.map((lengthM, s) => sections.perimeterM[s] * lengthM);
  let mostShafts = 0;
  for (let s = 0; s < count; s++) mostShafts = Math.max(mostShafts, shaftStart[s + 1] - shaftStart[s]);
  return {
    galleries,
    isLayered,
    roofShare: Float64Array.from(sections.heightM, (heightM) => Math.min(0.5, ROOF_LAYER_M / heightM)),
    faceStart,
    shaftCell,
    shaftStart,
    shaftAt,
    startDoors: doorsOf(doors.after),
    endDoors: doorsOf(doors.before),
    gasM3PerS: perSection(),
    gasAtM: perSection(),
    gasRoofShare: perSection().fill(1),
    heatW: perSection(),
    pointHeatW: perSection(),
    pointSmokePerS: perSection(),
    pointAtM: perSection(),
    isHeld: new Uint8Array(count),
    groundC: perSection().fill(groundC),
    wallJPerK: Float64Array.from(wallM2, (m2) => WALL_J_PER_M2_K * m2),
    groundWPerK: Float64Array.from(wallM2, (m2) => GROUND_W_PER_M2_K * m2),
    isActive: new Uint8Array(count),
    roof: perCell(),
    bulk: perCell(),
    oxygen: perCell(),
    airC: perCell(),
    smoke: perCell(),
    run: new Float64Array(faceStart[count]),
    wallC: perSection().fill(groundC),
    leakedM3: perSection(),
    ventedM3: perSection(),
    seepedM3: perSection(),
    fadedM3: perSection(),
    broughtJ: perSection(),
    wallJ: perSection(),
    mostGas: perSection(),
    mostSmoke: perSection(),
    scratch: {
      active: new Int32Array(count),
      courant: new Float64Array(faceStart[count]),
      madeForSolve: new Int32Array(count).fill(-1),
      madeForSeconds: perSection(),
      ends: new Float64Array(2 * SCALARS * count),
      shaftGain: new Float64Array(SCALARS * mostShafts),
      neighbour: new Float64Array(2 * SCALARS),
      wallGainJ: perSection(),
    },
    cellSteps: 0,
  };
}

/** The cell, from the section's start, that a place lies in; a place on a face is in the cell beyond it. */
export function cellAt({ sections }: Galleries, s: number, atM: number): number {
  const lengthM = sections.cellLengthM[s];
  const last = sections.cellStart[s + 1] - sections.cellStart[s] - 1;
  let cell = Math.min(Math.max(Math.floor(atM / lengthM), 0), last);
  while (cell > 0 && cell * lengthM > atM) cell--;
  while (cell < last && (cell + 1) * lengthM <= atM) cell++;
  return cell;
}

/** m³ of methane in a section's air. */
export function gasIn({ galleries, isActive, roofShare, roof, bulk }: GalleryCells, s: number): number {
  if (isActive[s] === 0) return 0;
  const { cellStart, cellLengthM, areaM2 } = galleries.sections;
  let sum = 0;
  for (let i = cellStart[s]; i < cellStart[s + 1]; i++) sum += roofShare[s] * roof[i] + (1 - roofShare[s]) * bulk[i];
  return sum * cellLengthM[s] * areaM2[s];
}
