/**
 * How much slower one drives in the city for the weather. Signalised streets on wet pavement 10 to 25 % and on snowy or
 * slushy pavement 30 to 40 % slower (FHWA, Road Weather Management, "How do weather events impact roads?"; Perrin,
 * Martin & Hansen, TRR 1748, 2001: 10 % wet, 30 % where snow and slush begin to accumulate). Who cannot see far:
 * free-flow speed falls by a tenth from 4.8 km of visibility to none (Hranac and others, FHWA-HOP-07-073, 2006), and
 * where one sees hardly farther than one can stop, no faster than that.
 * Left out: longer gaps at green (saturation flow), crashes, and trips that are not made.
 */
import { visibilityM } from './falling';

const WET_FROM_MM = 0.05;
const WET = 0.9;
/** A few millimetres of water are some centimetres of snow. */
const SNOWY_FROM_MM = 0.2;
const SNOWY_ALL_MM = 3;
const SNOWY = 0.7;
const SNOW_STICKS = 0.6;
const SEES_ENOUGH_M = 4_800;
const BLIND = 0.9;

/**
 * What one can stop within: Green Book (AASHTO 2018), 2.5 s and 3.4 m/s²; from the sight distance d,
 * v = −a t + √((a t)² + 2 a d).
 */
const REACTION_S = 2.5;
const BRAKES_MPS2 = 3.4;
/** The usual speed of a city's street, of which the answer is a share. */
const STREET_MPS = 50 / 3.6;
/** Told in steps of so much: nobody plans anew for a hair. */
const STEP = 0.05;

export function driveShare(roadWetMm: number, roadSnowMm: number, perM: number): number {
  let share = roadWetMm >= WET_FROM_MM ? WET : 1;
  if (roadSnowMm >= SNOWY_FROM_MM) {
    const deep = Math.min(1, (roadSnowMm - SNOWY_FROM_MM) / (SNOWY_ALL_MM - SNOWY_FROM_MM));
    share = SNOWY + deep * (SNOW_STICKS - SNOWY);
  }
  const seesM = visibilityM(perM);
  share *= BLIND + (1 - BLIND) * Math.min(1, seesM / SEES_ENOUGH_M);
  share = Math.min(share, stopsWithinMps(seesM) / STREET_MPS);
  return STEP * Math.round(share / STEP);
}

export function stopsWithinMps(sightM: number): number {
  const reach = BRAKES_MPS2 * REACTION_S;
  return Math.sqrt(reach * reach + 2 * BRAKES_MPS2 * sightM) - reach;
}
