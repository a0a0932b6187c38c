/**
 * Methane in two layers of one height: how they mix, and how the upper one runs along the roof by itself.
 *
 * Mixing is turbulence against lightness: Elder's eddies at the layer's foot, held down as Kato & Phillips measured, in
 * series. With Ri = (u/u*)²/Ln³ for the local Ln = u/(g·Δρ/ρ·q/W)^⅓ that is Leach's rule (1962) without being told: of
 * what neutral air would mix, about three quarters at Ln 5, a fifth at 2, and next to nothing at 1.
 */
import { cbrt } from '../../../kernel';
import type { GalleryCells } from './cells';
import {
  DIFFUSIVITY_M2_PER_S,
  ENTRAINMENT,
  FRICTION_VELOCITY_SHARE,
  FRONT_FROUDE,
  LAYER_DRAG,
  METHANE_LIFT_MPS2,
  ROOF_LAYER_M,
  VON_KARMAN,
} from './figures';

/** A layer may run by itself no more than this share of a cell in a step; the step is chosen so that it need not be cut. */
const MOST_RUN = 0.45;
/** Below this nothing is there, and arithmetic on it is slow. */
const NOTHING = 1e-30;
const STILL_MPS = 1e-4;

/** The speed that a layer of so much methane can run at most. */
export function runMps(roof: number): number {
  return FRONT_FROUDE * Math.sqrt(METHANE_LIFT_MPS2 * ROOF_LAYER_M * Math.max(roof, 0));
}

/** Leach's layering number of a leak in a gallery. */
export function layeringNumber(airMps: number, gasM3PerS: number, widthM: number): number {
  const pushed = (METHANE_LIFT_MPS2 * gasM3PerS) / widthM;
  return pushed > 0 ? airMps / cbrt(pushed) : Number.POSITIVE_INFINITY;
}

/** Speed at which layers exchange air, m/s, at a speed of the air and an excess of methane under the roof. */
export function exchangeMps(airMps: number, excess: number, roofShare: number): number {
  const friction = FRICTION_VELOCITY_SHARE * airMps;
  const neutral = VON_KARMAN * friction * (1 - roofShare);
  const still = DIFFUSIVITY_M2_PER_S / ROOF_LAYER_M;
  if (excess <= 0) return neutral + still;
  const held = METHANE_LIFT_MPS2 * ROOF_LAYER_M * excess;
  const cubed = ENTRAINMENT * friction * friction * friction;
  return (neutral * cubed) / (cubed + neutral * held + NOTHING) + still;
}

/**
 * Faces of both layers: the section's, and what the upper one runs by its lightness while the lower makes way. Its speed
 * has inertia: whatever is under the roof pushes by half its height, walls and the interface drag. Whether it runs anywhere.
 */
export function runUnderRoof(cells: GalleryCells, s: number, seconds: number): boolean {
  const { galleries, scratch, roof, bulk, run, roofShare, faceStart } = cells;
  const { cellStart, cellLengthM } = galleries.sections;
  const { courant, roofCourant, bulkCourant } = scratch;
  const first = cellStart[s];
  const count = cellStart[s + 1] - first;
  const faces = faceStart[s];
  const perMps = seconds / cellLengthM[s];
  const back = roofShare[s] / (1 - roofShare[s]);
  const push = 0.5 * (1 - roofShare[s]) * METHANE_LIFT_MPS2 * ROOF_LAYER_M * perMps;
  const drag = (LAYER_DRAG / ROOF_LAYER_M) * seconds;
  const front = FRONT_FROUDE * FRONT_FROUDE * METHANE_LIFT_MPS2 * ROOF_LAYER_M;
  roofCourant[0] = courant[faces];
  bulkCourant[0] = courant[faces];
  roofCourant[count] = courant[faces + count];
  bulkCourant[count] = courant[faces + count];
  let here = Math.max(roof[first] - bulk[first], 0);
  let behind = 0;
  let own = run[faces + 1];
  let runs = false;
  for (let k = 1; k < count; k++) {
    const next = Math.max(roof[first + k] - bulk[first + k], 0);
    const ahead = k + 1 < count ? run[faces + k + 1] : 0;
    const along = courant[faces + k];
    let speed = 0;
    if (own !== 0 || here !== 0 || next !== 0) {
      // Carried along by itself and by the air (upwind), pushed, dragged; a front is no faster than lightness makes it.
      const carried = along + own * perMps;
      const moved = own - carried * (carried >= 0 ? own - behind : ahead - own);
      speed = (moved + push * (here - next)) / (1 + drag * Math.abs(own));
      const square = front * Math.max(here, next);
      if (speed * speed > square) speed = speed > 0 ? Math.sqrt(square) : -Math.sqrt(square);
      if (speed * speed < STILL_MPS * STILL_MPS) speed = 0;
      else runs = true;
    }
    run[faces + k] = speed;
    const ran = Math.min(Math.max(speed * perMps, -MOST_RUN), MOST_RUN);
    roofCourant[k] = along + ran;
    bulkCourant[k] = along - back * ran;
    behind = own;
    own = ahead;
    here = next;
  }
  return runs;
}

/** Where the upper layer runs apart air comes up, where it piles up air goes down; each with the methane that it had. */
export function makeWay(cells: GalleryCells, s: number): void {
  const { galleries, scratch, roof, bulk, roofShare, faceStart } = cells;
  const { cellStart } = galleries.sections;
  const { courant, roofCourant, roofBefore, bulkBefore } = scratch;
  const first = cellStart[s];
  const count = cellStart[s + 1] - first;
  const faces = faceStart[s];
  const back = roofShare[s] / (1 - roofShare[s]);
  let runIn = roofCourant[0] - courant[faces];
  for (let k = 0; k < count; k++) {
    const runOut = roofCourant[k + 1] - courant[faces + k + 1];
    const apart = runOut - runIn;
    const moved = apart * (apart > 0 ? bulkBefore[k] : roofBefore[k]);
    roof[first + k] += moved;
    bulk[first + k] -= back * moved;
    runIn = runOut;
  }
}

/** Mixes the layers of a section for so long; the most methane that is left under its roof. */
export function mixLayers(cells: GalleryCells, s: number, seconds: number): number {
  const { galleries, scratch, roof, bulk, roofShare, faceStart, isLayered } = cells;
  const { cellStart, cellLengthM, heightM } = galleries.sections;
  const first = cellStart[s];
  const end = cellStart[s + 1];
  const share = roofShare[s];
  const perMps = seconds / (share * (1 - share) * heightM[s]);
  const mpsPerCourant = cellLengthM[s] / seconds;
  const { courant } = scratch;
  let most = 0;
  for (let i = first, face = faceStart[s]; i < end; i++, face++) {
    let upper = roof[i];
    let lower = bulk[i];
    const excess = upper - lower;
    let kept = 0;
    if (isLayered) {
      const airMps = mpsPerCourant * 0.5 * Math.abs(courant[face] + courant[face + 1]);
      const passed = exchangeMps(airMps, excess, share) * perMps;
      kept = 1 / (1 + passed * (1 + 0.5 * passed));
    }
    // The mean stays to the last bit or so; its parts move towards it.
    const moved = excess * (1 - kept);
    upper -= (1 - share) * moved;
    lower += share * moved;
    if (upper < NOTHING && upper > -NOTHING) upper = 0;
    if (lower < NOTHING && lower > -NOTHING) lower = 0;
    roof[i] = upper;
    bulk[i] = lower;
    if (upper > most) most = upper;
    if (lower > most) most = lower;
  }
  return most;
}
