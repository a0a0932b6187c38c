/**
 * How a building's rooms answer to heat, over one step in which weather and heat do not change. Of the five resistances
 * only the mass has a capacity, so its temperature runs exponentially to where it would end, exactly, however long the
 * step is; the air's is in balance at every moment, and its mean follows from the mass's (ISO 13790, annex C.3, whose
 * hour of Crank and Nicolson this replaces). Everything is linear in the heat given: what rooms would be without any, and
 * how much warmer each watt makes them, is all that is needed to ask for heat and to settle what came.
 */
import { exp } from '../../../kernel';
import { type Fabric, INNER_SURFACE_W_PER_M2K, MASS_SURFACE_W_PER_M2K } from './fabric';
import type { Work } from './state';

/**
 * @param airWPerK air from outside, at outsideC
 * @param innerW people, light and devices
 */
export function answerOf(
  fabric: Fabric,
  work: Work,
  i: number,
  massC: number,
  outsideC: number,
  airWPerK: number,
  innerW: number,
  sunW: number,
  stepSeconds: number,
): void {
  const innerSurface = INNER_SURFACE_W_PER_M2K * fabric.surfaceM2[i];
  const massSurface = MASS_SURFACE_W_PER_M2K * fabric.massAreaM2[i];
  const window = fabric.windowWPerK[i];
  const wall = fabric.wallWPerK[i];
  const massShare = fabric.massAreaM2[i] / fabric.surfaceM2[i];
  const windowShare = window / (MASS_SURFACE_W_PER_M2K * fabric.surfaceM2[i]);

  const toAirW = 0.5 * innerW;
  const shared = 0.5 * innerW + sunW;
  const toMassW = massShare * shared;
  const toSurfaceW = (1 - massShare - windowShare) * shared;

  const airAndSurface = (airWPerK * innerSurface) / (airWPerK + innerSurface);
  const surfacePerAirW = innerSurface / (airWPerK + innerSurface);
  const surfaceOut = airAndSurface + window;
  const massIn = (surfaceOut * massSurface) / (surfaceOut + massSurface);
  const massPerSurfaceW = massSurface / (surfaceOut + massSurface);
  const conductance = massIn + wall;

  const massDrivenW =
    toMassW + wall * outsideC + massPerSurfaceW * (toSurfaceW + surfaceOut * outsideC + surfacePerAirW * toAirW);
  const massEndC = massDrivenW / conductance;
  const massKPerW = (massPerSurfaceW * surfacePerAirW) / conductance;
  const steps = (conductance * stepSeconds) / fabric.massJPerK[i];
  const stays = exp(-steps);
  const staysInMean = steps > 0 ? (1 - stays) / steps : 1;
  const massMeanC = massEndC + (massC - massEndC) * staysInMean;
  const massMeanKPerW = massKPerW * (1 - staysInMean);

  const surfaceSum = massSurface + surfaceOut;
  const surfaceC =
    (massSurface * massMeanC + toSurfaceW + surfaceOut * outsideC + surfacePerAirW * toAirW) / surfaceSum;
  const surfaceKPerW = (massSurface * massMeanKPerW + surfacePerAirW) / surfaceSum;
  const airSum = innerSurface + airWPerK;
  work.freeAirC[i] = (innerSurface * surfaceC + airWPerK * outsideC + toAirW) / airSum;
  work.airKPerW[i] = (innerSurface * surfaceKPerW + 1) / airSum;
  work.massEndC[i] = massEndC;
  work.massKPerW[i] = massKPerW;
  work.massStays[i] = stays;
}
