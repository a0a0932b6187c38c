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

/** Of the buildings from `first` up to `end`, each with the air, the inner heat and the sun that its row of `work` says. */
export function answerRooms(
  fabric: Fabric,
  work: Work,
  massC: Float64Array,
  outsideC: number,
  stepSeconds: number,
  first: number,
  end: number,
): void {
  for (let i = first; i < end; i++) {
    const airWPerK = work.airWPerK[i];
    const innerW = work.innerW[i];
    const innerSurface = fabric.innerSurfaceWPerK[i];
    const massSurface = fabric.massSurfaceWPerK[i];
    const window = fabric.windowWPerK[i];
    const wall = fabric.wallWPerK[i];
    const massShare = fabric.sunToMass[i];

    const toAirW = 0.5 * innerW;
    const shared = 0.5 * innerW + work.sunW[i];
    const toMassW = massShare * shared;
    const toSurfaceW = fabric.sunToSurface[i] * shared;

    const perAir = 1 / (airWPerK + innerSurface);
    const surfacePerAirW = innerSurface * perAir;
    const surfaceOut = airWPerK * surfacePerAirW + window;
    const perSurface = 1 / (surfaceOut + massSurface);
    const massPerSurfaceW = massSurface * perSurface;
    const conductance = surfaceOut * massPerSurfaceW + wall;
    const surfaceDrivenW = toSurfaceW + surfaceOut * outsideC + surfacePerAirW * toAirW;

    const perMass = 1 / conductance;
    const massEndC = (toMassW + wall * outsideC + massPerSurfaceW * surfaceDrivenW) * perMass;
    const massKPerCoolW = massPerSurfaceW * surfacePerAirW * perMass;
    const warmSurface = (1 - massShare) * RADIANT + surfacePerAirW * CONVECTIVE;
    const massKPerHeatW = (massShare * RADIANT + massPerSurfaceW * warmSurface) * perMass;
    const steps = conductance * stepSeconds * fabric.perMassJPerK[i];
    const stays = exp(-steps);
    const staysInMean = (1 - stays) / steps;
    const massMeanC = massEndC + (massC[i] - massEndC) * staysInMean;
    const lost = 1 - staysInMean;

    const surfaceC = (massSurface * massMeanC + surfaceDrivenW) * perSurface;
    const surfaceKPerCoolW = (massSurface * massKPerCoolW * lost + surfacePerAirW) * perSurface;
    const surfaceKPerHeatW = (massSurface * massKPerHeatW * lost + warmSurface) * perSurface;
    work.freeAirC[i] = (innerSurface * surfaceC + airWPerK * outsideC + toAirW) * perAir;
    work.airKPerCoolW[i] = (innerSurface * surfaceKPerCoolW + 1) * perAir;
    work.airKPerHeatW[i] = (innerSurface * surfaceKPerHeatW + CONVECTIVE) * perAir;
    work.massEndC[i] = massEndC;
    work.massKPerCoolW[i] = massKPerCoolW;
    work.massKPerHeatW[i] = massKPerHeatW;
    work.massStays[i] = stays;
  }
}
