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
 * Both layers of a section for one substep, in one pass: how fast the upper one runs by its own lightness while the lower
 * makes way; both carried along as `carry` does; air that comes up where the upper runs apart and goes down where it piles
 * up, each with the methane that it had; and how they mix. `a` and `b` are where the neighbours' ends stand in
 * `scratch.neighbour`. Returns the most methane that is left.
 *
 * The run has inertia: what is under the roof pushes by half its height, walls and the interface drag. Written out in
 * one loop because it is most of what a leak costs.
 */
export function carryLayers(
  cells: GalleryCells,
  s: number,
  seconds: number,
  spread: number,
  a: number,
  b: number,
): number {
  const { galleries, scratch, roof, bulk, run, roofShare, faceStart } = cells;
  const { cellStart, cellLengthM, heightM } = galleries.sections;
  const { courant, neighbour } = scratch;
  const first = cellStart[s];
  const count = cellStart[s + 1] - first;
  const faces = faceStart[s];
  const share = roofShare[s];
  const back = share / (1 - share);
  const perMps = seconds / cellLengthM[s];
  const push = 0.5 * (1 - share) * METHANE_LIFT_MPS2 * ROOF_LAYER_M * perMps;
  const drag = (LAYER_DRAG / ROOF_LAYER_M) * seconds;
  const front = FRONT_FROUDE * FRONT_FROUDE * METHANE_LIFT_MPS2 * ROOF_LAYER_M;
  const exchanged = seconds / (share * (1 - share) * heightM[s]);
  const halfMps = 0.5 / perMps;

  let upper = roof[first];
  let lower = bulk[first];
  let upperNext = roof[first + 1];
  let lowerNext = bulk[first + 1];
  let upperSlope = 0;
  let lowerSlope = 0;
  let along = courant[faces];
  let upperIn = along >= 0 ? along * neighbour[a] : along * upper;
  let lowerIn = along >= 0 ? along * neighbour[a + 1] : along * lower;
  let ranIn = 0;
  let behind = 0;
  let own = run[faces + 1];
  let most = 0;
  for (let k = 1; k <= count; k++) {
    const isLast = k === count;
    const before = along;
    along = courant[faces + k];
    let ran = 0;
    let upperFlux: number;
    let lowerFlux: number;
    let upperBeyond = upperNext;
    let lowerBeyond = lowerNext;
    if (isLast) {
      upperFlux = along >= 0 ? along * upper : along * neighbour[b];
      lowerFlux = along >= 0 ? along * lower : along * neighbour[b + 1];
    } else {
      if (k + 1 < count) {
        upperBeyond = roof[first + k + 1];
        lowerBeyond = bulk[first + k + 1];
      }
      const ahead = k + 1 < count ? run[faces + k + 1] : 0;
      const here = upper > lower ? upper - lower : 0;
      const next = upperNext > lowerNext ? upperNext - lowerNext : 0;
      let speed = 0;
      if (own !== 0 || here !== 0 || next !== 0) {
        // Carried along by itself and by the air (upwind), pushed, dragged; a front is no faster than lightness makes it.
        const carried = along + own * perMps;
        const moved = own - carried * (carried >= 0 ? own - behind : ahead - own);
        const dragged = drag * (own > 0 ? own : -own);
        speed = (moved + push * (here - next)) * (1 - dragged * (1 - dragged));
        const square = front * (here > next ? here : next);
        if (speed * speed > square) speed = speed > 0 ? Math.sqrt(square) : -Math.sqrt(square);
        if (speed < STILL_MPS && speed > -STILL_MPS) speed = 0;
        ran = speed * perMps;
        if (ran > MOST_RUN) ran = MOST_RUN;
        else if (ran < -MOST_RUN) ran = -MOST_RUN;
      }
      run[faces + k] = speed;
      behind = own;
      own = ahead;

      const upperRise = upperNext - upper;
      const lowerRise = lowerNext - lower;
      const upperRiseBeyond = upperBeyond - upperNext;
      const lowerRiseBeyond = lowerBeyond - lowerNext;
      const upperProduct = upperRise * upperRiseBeyond;
      const lowerProduct = lowerRise * lowerRiseBeyond;
      const upperSlopeNext = upperProduct > 0 ? (2 * upperProduct) / (upperRise + upperRiseBeyond) : 0;
      const lowerSlopeNext = lowerProduct > 0 ? (2 * lowerProduct) / (lowerRise + lowerRiseBeyond) : 0;
      const v = along + ran;
      const w = along - back * ran;
      // Walls disperse by the air's speed, not by the layer's own.
      const dispersed = spread * (along >= 0 ? along : -along);
      upperFlux =
        (v >= 0 ? v * (upper + 0.5 * (1 - v) * upperSlope) : v * (upperNext - 0.5 * (1 + v) * upperSlopeNext)) -
        dispersed * upperRise;
      lowerFlux =
        (w >= 0 ? w * (lower + 0.5 * (1 - w) * lowerSlope) : w * (lowerNext - 0.5 * (1 + w) * lowerSlopeNext)) -
        dispersed * lowerRise;
      upperSlope = upperSlopeNext;
      lowerSlope = lowerSlopeNext;
    }
    const apart = ran - ranIn;
    const rising = apart * (apart > 0 ? lower : upper);
    let upperNow = upper + upperIn - upperFlux + rising;
    let lowerNow = lower + lowerIn - lowerFlux - back * rising;
    const excess = upperNow - lowerNow;
    if (excess !== 0) {
      const passes = exchangeMps(Math.abs(before + along) * halfMps, excess, share) * exchanged;
      // 1 − e^−x to its third power.
      const moved = passes < 1 ? excess * passes * (1 - 0.5 * passes) : 0.5 * excess;
      upperNow -= (1 - share) * moved;
      lowerNow += share * moved;
    }
    // Below this nothing is there, and arithmetic on it is slow.
    if (upperNow < NOTHING && upperNow > -NOTHING) upperNow = 0;
    if (lowerNow < NOTHING && lowerNow > -NOTHING) lowerNow = 0;
    roof[first + k - 1] = upperNow;
    bulk[first + k - 1] = lowerNow;
    if (upperNow > most) most = upperNow;
    if (lowerNow > most) most = lowerNow;

    upperIn = upperFlux;
    lowerIn = lowerFlux;
    ranIn = ran;
    upper = upperNext;
    lower = lowerNext;
    upperNext = upperBeyond;
    lowerNext = lowerBeyond;
  }
  return most;
}
