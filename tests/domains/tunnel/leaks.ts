/**
 * Leaks by themselves, as a gallery without linkage has them, one a section at most. While its main is open a leak takes the pressure that the gas
 * network has there; shut off, it lives on what the stretch between the valves held, until that is as the air outside.
 */
import { type GalleryAir, setLeak } from '../../../sim/domains/tunnel/air';
import { type GalleryCells, wake } from '../../../sim/domains/tunnel/cells';
import {
  ATMOSPHERE_PA,
  type ClosedPipe,
  emptiedKg,
  GAS_K,
  GENTLE,
  holeAreaM2,
  METHANE_M3_PER_KG,
  orificeKgPerS,
  pipeMassKg,
  pipePressurePa,
} from '../../../sim/domains/tunnel/leak';
import type { Decoder, Encoder } from '../../../sim/kernel';

/** All of it is state. */
export interface Leaks {
  /** 0 where nothing leaks. */
  readonly holeM: Float64Array;
  readonly atM: Float64Array;
  readonly discharge: Float64Array;
  /** Share of the gas that goes into the layer under the roof; the rest is mixed into the air at once. */
  readonly roofShare: Float64Array;
  /** m³ of pipe shut off with the hole; 0 while the main is open. */
  readonly closedM3: Float64Array;
  readonly closedKg: Float64Array;
  /** Over the last step: kg/s, and the pressure before the hole (absolute). */
  readonly kgPerS: Float64Array;
  readonly insidePa: Float64Array;
  /** Since the beginning. */
  readonly leakedKg: Float64Array;
}

const names = [
  'holeM',
  'atM',
  'discharge',
  'roofShare',
  'closedM3',
  'closedKg',
  'kgPerS',
  'insidePa',
  'leakedKg',
] as const satisfies readonly (keyof Leaks)[];

export function createLeaks(sectionCount: number): Leaks {
  return Object.fromEntries(names.map((name) => [name, new Float64Array(sectionCount)])) as unknown as Leaks;
}

export interface Hole {
  readonly diameterM: number;
  /** From the section's start. */
  readonly atM: number;
  readonly discharge: number;
  readonly roofShare: number;
}

const DISCHARGE = 0.8;

export function openLeak(
  leaks: Leaks,
  section: number,
  { diameterM, atM, discharge, roofShare }: Partial<Hole> & Pick<Hole, 'diameterM' | 'atM'>,
): void {
  if (!(diameterM >= 0)) throw new Error(`met a hole of ${diameterM} m, expected none below 0`);
  leaks.holeM[section] = diameterM;
  leaks.atM[section] = atM;
  leaks.discharge[section] = discharge ?? DISCHARGE;
  leaks.roofShare[section] = roofShare ?? GENTLE;
}

/** Mends the hole; what is shut off stays in the pipe. */
export function mendLeak(leaks: Leaks, section: number): void {
  leaks.holeM[section] = 0;
  leaks.kgPerS[section] = 0;
}

/** Valves on both sides have shut: from now on this much pipe, at the pressure that it had, is all there is. */
export function shutOff(leaks: Leaks, section: number, pipeM3: number, pressurePa: number): void {
  leaks.closedM3[section] = pipeM3;
  leaks.closedKg[section] = pipeMassKg(closedPipe(pipeM3), pressurePa);
}

/** One leak over a step: its mean flow, from the pressure that the network has at its main where that is open. */
export function advanceLeak(leaks: Leaks, section: number, mainPa: number, seconds: number): void {
  const areaM2 = holeAreaM2(leaks.holeM[section]);
  const discharge = leaks.discharge[section];
  if (leaks.closedM3[section] > 0) {
    const pipe = closedPipe(leaks.closedM3[section]);
    const before = leaks.closedKg[section];
    const after = emptiedKg(pipe, before, areaM2, discharge, seconds);
    leaks.closedKg[section] = after;
    leaks.insidePa[section] = pipePressurePa(pipe, after);
    leaks.kgPerS[section] = (before - after) / seconds;
  } else {
    leaks.insidePa[section] = mainPa;
    leaks.kgPerS[section] = orificeKgPerS(areaM2, discharge, mainPa, ATMOSPHERE_PA, GAS_K);
  }
  leaks.leakedKg[section] += leaks.kgPerS[section] * seconds;
}

function closedPipe(volumeM3: number): ClosedPipe {
  return { volumeM3, gasK: GAS_K, outsidePa: ATMOSPHERE_PA };
}

export function saveLeaks(leaks: Leaks, out: Encoder): void {
  for (const name of names) out.float64s(leaks[name]);
}

export function loadLeaks(leaks: Leaks, from: Decoder): void {
  for (const name of names) from.float64s(leaks[name]);
}

/** Hands a leak's flow to the section's cells, and its volume to the air that makes way for it. */
export function feedLeak(leaks: Leaks, cells: GalleryCells, air: GalleryAir, s: number): void {
  const m3PerS = leaks.kgPerS[s] * METHANE_M3_PER_KG;
  cells.gasM3PerS[s] = m3PerS;
  cells.gasAtM[s] = leaks.atM[s];
  cells.gasRoofShare[s] = leaks.roofShare[s];
  setLeak(air, s, leaks.atM[s], m3PerS);
  if (m3PerS > 0) wake(cells, air, s);
}
