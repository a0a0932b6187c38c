/**
 * How a building's rooms answer to heat, over one step in which weather and heat do not change. Of the five resistances
 * only the mass has a capacity, so its temperature runs exponentially to where it would end, exactly, however long the
 * step is; the air's is in balance at every moment, and its mean follows from the mass's (ISO 13790, annex C.3, whose
 * hour of Crank and Nicolson this replaces). Everything is linear in the heat given: what rooms would be without any, and
 * how much warmer each watt makes them, is all that is needed to ask for heat and to settle what came.
 */
import { exp } from '../../../kernel';
import type { Fabric } from './fabric';
import type { Work } from './state';

/**
 * Half of what radiators give goes into the air and half shines on walls, floors and things (EN 15316-2: 0.5 to 0.7
 * convective, floor heating 0.3); cooled air is blown in. ISO 13790 gives the air all of both.
 */
export const CONVECTIVE = 0.5;
const RADIANT = 1 - CONVECTIVE;

/**
 * What of the answer depends on walls, air and step alone: one row of numbers, with the air that it was laid for. Air
 * changes with people and fans, in most buildings seldom, so a row is good for many steps; a building has one for its
 * windows shut and one for them open.
 */
const LAID_FOR = 0;
const PER_AIR = 1;
const SURFACE_PER_AIR_W = 2;
const SURFACE_OUT = 3;
const PER_SURFACE = 4;
const MASS_PER_SURFACE_W = 5;
const PER_MASS = 6;
const STAYS = 7;
const STAYS_IN_MEAN = 8;
const MASS_K_PER_COOL_W = 9;
const MASS_K_PER_HEAT_W = 10;
const AIR_K_PER_COOL_W = 11;
const AIR_K_PER_HEAT_W = 12;
const ROW = 13;
const SHUT = 0;
const OPEN = 1;

export interface Answers {
  readonly rows: Float64Array;
  stepSeconds: number;
}

export function noAnswers(count: number): Answers {
  return { rows: new Float64Array(2 * ROW * count).fill(Number.NaN), stepSeconds: Number.NaN };
}

/** After its walls have changed. */
export function forgetAnswer({ rows }: Answers, i: number): void {
  rows.fill(Number.NaN, 2 * ROW * i, 2 * ROW * (i + 1));
}

/** Of all buildings, each with the air, the inner heat and the sun that its row of `work` says. */
export function answerRooms(
  fabric: Fabric,
  work: Work,
  massC: Float64Array,
  outsideC: number,
  stepSeconds: number,
  count: number,
): void {
  const { answers, airWPerK } = work;
  const { rows } = answers;
  if (answers.stepSeconds !== stepSeconds) {
    answers.stepSeconds = stepSeconds;
    rows.fill(Number.NaN);
  }
  for (let i = 0; i < count; i++) {
    const at = 2 * ROW * i + SHUT * ROW;
    if (rows[at + LAID_FOR] !== airWPerK[i]) layAnswer(rows, at, fabric, i, airWPerK[i], stepSeconds);
    answer(rows, at, fabric, work, massC, outsideC, i);
  }
}

/** Of one building whose windows are open, or have been shut again, with the air that its row of `work` says. */
export function answerAgain(
  fabric: Fabric,
  work: Work,
  massC: Float64Array,
  outsideC: number,
  i: number,
  isOpen: boolean,
): void {
  const { rows, stepSeconds } = work.answers;
  const at = 2 * ROW * i + (isOpen ? OPEN : SHUT) * ROW;
  const airWPerK = work.airWPerK[i];
  if (rows[at + LAID_FOR] !== airWPerK) layAnswer(rows, at, fabric, i, airWPerK, stepSeconds);
  answer(rows, at, fabric, work, massC, outsideC, i);
}

function layAnswer(
  rows: Float64Array,
  at: number,
  fabric: Fabric,
  i: number,
  airWPerK: number,
  stepSeconds: number,
): void {
  const innerSurface = fabric.innerSurfaceWPerK[i];
  const massSurface = fabric.massSurfaceWPerK[i];
  const massShare = fabric.sunToMass[i];
  const perAir = 1 / (airWPerK + innerSurface);
  const surfacePerAirW = innerSurface * perAir;
  const surfaceOut = airWPerK * surfacePerAirW + fabric.windowWPerK[i];
  const perSurface = 1 / (surfaceOut + massSurface);
  const massPerSurfaceW = massSurface * perSurface;
  const conductance = surfaceOut * massPerSurfaceW + fabric.wallWPerK[i];
  const perMass = 1 / conductance;
  const massKPerCoolW = massPerSurfaceW * surfacePerAirW * perMass;
  const warmSurface = (1 - massShare) * RADIANT + surfacePerAirW * CONVECTIVE;
  const massKPerHeatW = (massShare * RADIANT + massPerSurfaceW * warmSurface) * perMass;
  const steps = conductance * stepSeconds * fabric.perMassJPerK[i];
  const stays = exp(-steps);
  const staysInMean = (1 - stays) / steps;
  const lost = 1 - staysInMean;
  const surfaceKPerCoolW = (massSurface * massKPerCoolW * lost + surfacePerAirW) * perSurface;
  const surfaceKPerHeatW = (massSurface * massKPerHeatW * lost + warmSurface) * perSurface;
  rows[at + LAID_FOR] = airWPerK;
  rows[at + PER_AIR] = perAir;
  rows[at + SURFACE_PER_AIR_W] = surfacePerAirW;
  rows[at + SURFACE_OUT] = surfaceOut;
  rows[at + PER_SURFACE] = perSurface;
  rows[at + MASS_PER_SURFACE_W] = massPerSurfaceW;
  rows[at + PER_MASS] = perMass;
  rows[at + STAYS] = stays;
  rows[at + STAYS_IN_MEAN] = staysInMean;
  rows[at + MASS_K_PER_COOL_W] = massKPerCoolW;
  rows[at + MASS_K_PER_HEAT_W] = massKPerHeatW;
  rows[at + AIR_K_PER_COOL_W] = (innerSurface * surfaceKPerCoolW + 1) * perAir;
  rows[at + AIR_K_PER_HEAT_W] = (innerSurface * surfaceKPerHeatW + CONVECTIVE) * perAir;
}

function answer(
  rows: Float64Array,
  at: number,
  fabric: Fabric,
  work: Work,
  massC: Float64Array,
  outsideC: number,
  i: number,
): void {
  const innerW = work.innerW[i];
  const toAirW = 0.5 * innerW;
  const shared = 0.5 * innerW + work.sunW[i];
  const toMassW = fabric.sunToMass[i] * shared;
  const toSurfaceW = fabric.sunToSurface[i] * shared;
  const surfaceDrivenW = toSurfaceW + rows[at + SURFACE_OUT] * outsideC + rows[at + SURFACE_PER_AIR_W] * toAirW;
  const outW = fabric.wallWPerK[i] * outsideC;
  const massEndC = (toMassW + outW + rows[at + MASS_PER_SURFACE_W] * surfaceDrivenW) * rows[at + PER_MASS];
  const massMeanC = massEndC + (massC[i] - massEndC) * rows[at + STAYS_IN_MEAN];
  const surfaceC = (fabric.massSurfaceWPerK[i] * massMeanC + surfaceDrivenW) * rows[at + PER_SURFACE];
  const airW = fabric.innerSurfaceWPerK[i] * surfaceC + rows[at + LAID_FOR] * outsideC + toAirW;
  work.freeAirC[i] = airW * rows[at + PER_AIR];
  work.airKPerCoolW[i] = rows[at + AIR_K_PER_COOL_W];
  work.airKPerHeatW[i] = rows[at + AIR_K_PER_HEAT_W];
  work.massEndC[i] = massEndC;
  work.massKPerCoolW[i] = rows[at + MASS_K_PER_COOL_W];
  work.massKPerHeatW[i] = rows[at + MASS_K_PER_HEAT_W];
  work.massStays[i] = rows[at + STAYS];
}
