/**
 * Acceleration of every vehicle for one step: the Intelligent Driver Model (Treiber, Hennecke and Helbing 2000) towards
 * whatever is ahead on its own way — the vehicle before it, on this track or beyond the junction, a stop line that it
 * has no leave to pass, a path inside the junction that someone with a lower ticket will use — and a braking early
 * enough for the next bend. v⁴ is two multiplications; the only root is the processor's.
 *
 * Left out: reaction time beyond the step, and brake lights further ahead than the leader.
 */
import { accelerate, decisionDistanceM, freePart, holdBack } from './driver';
import { found, lookAlong, lookBeyond } from './look-ahead';
import { RED, YELLOW } from './signals';
import type { TrafficState } from './state';
import { HARDEST_BRAKING_MPS2, kindLengthM } from './vehicle-kinds';
import { edgeOnRoute } from './vehicles';

/** Comfortable braking before a bend. */
const BEND_BRAKING_MPS2 = 2;
/** A driver stops his bumper this much nearer to a line than to another bumper. */
const LINE_NEARER_M = 1;
const DRIVEWAY_MPS = 5;
/** Who lets another in brakes no harder than about his own acceleration. */
const MOST_COURTESY = 2;
const TAIL_SIDEWAYS_M = 1.5;
const MARGIN_M = 0.2;
const IN_THE_MIDDLE_M = 0.5;

export function decideAccelerations(state: TrafficState, stepSeconds: number): void {
  const { vehicles, tracks, claims, network, closures, signals } = state;
  const { track, ahead, positionM, speedMps, accelerationMps2, kind, nextTurn, courtesyTo } = vehicles;
  const { trackLengthM, laneCount, turnToLane, laneEdge } = network.roads;
  const { trackLimitMps } = closures;
  const { throughRoad } = network;
  let hardestStops = 0;

  for (let row = 0; row < vehicles.rowEnd; row++) {
    const here = track[row];
    if (here < 0) continue;
    const v = speedMps[row];
    const k = kind[row];
    const position = positionM[row];
    const toEndM = trackLengthM[here] - position;
    const horizonM = 30 + 2 * v + (v * v) / 4;
    let desiredMps = trackLimitMps[here] * vehicles.speedFactor[row];
    let hold = 0;
    let mostMps2 = HARDEST_BRAKING_MPS2;
    /** Nearest thing that must not be touched in this step, and how fast it moves away. */
    let nearestM = Number.POSITIVE_INFINITY;
    let nearestMps = 0;

    const leader = ahead[row];
    if (leader >= 0) {
      nearestM = positionM[leader] - kindLengthM[kind[leader]] - position;
      nearestMps = speedMps[leader];
      hold = holdBack(k, v, nearestMps, nearestM);
    }

    if (here < laneCount) {
      const turn = nextTurn[row];
      const isLast = turn < 0 && edgeOnRoute(vehicles, row, 1) < 0;
      if (isLast) {
        const toDoorM = vehicles.destinationM[row] - position;
        if (toDoorM < horizonM) mostMps2 = Math.min(mostMps2, brakeTo(v, DRIVEWAY_MPS, toDoorM));
      } else if (toEndM < horizonM) {
        const claimed = claims.now[row] >= 0;
        const through = turn >= 0 && throughRoad[turn] === 1;
        if (turn >= 0) {
          const bendMps = trackLimitMps[laneCount + turn] * vehicles.speedFactor[row];
          if (v > bendMps) mostMps2 = Math.min(mostMps2, brakeTo(v, bendMps, toEndM));
        }
        if (!claimed && !through) {
          const shown = turn >= 0 ? signals.shown[turn] : RED;
          if (shown === RED || shown === YELLOW || toEndM <= decisionDistanceM(v)) {
            hold = Math.max(hold, holdBack(k, v, 0, toEndM + LINE_NEARER_M));
            if (toEndM < nearestM) {
              nearestM = toEndM;
              nearestMps = 0;
            }
          }
        } else if (leader < 0) {
          const beyond = lookBeyond(state, row, turn, toEndM, horizonM);
          hold = Math.max(hold, beyond);
          mostMps2 = Math.min(mostMps2, found.mostMps2);
          if (found.gapM < nearestM) {
            nearestM = found.gapM;
            nearestMps = found.mps;
          }
        }
        if (leader < 0) {
          const left = tracks.lastLeft[here];
          if (left >= 0 && left !== row) {
            const pastM = vehicles.odometerM[left] - vehicles.lineOdometerM[left] - kindLengthM[kind[left]];
            if (pastM < TAIL_SIDEWAYS_M) {
              hold = Math.max(hold, holdBack(k, v, speedMps[left], toEndM + pastM));
              if (toEndM + pastM < nearestM) {
                nearestM = toEndM + pastM;
                nearestMps = speedMps[left];
              }
            }
          }
        }
        if (claimed) hold = Math.max(hold, holdBackInside(state, row, k, v));
      }
      const guest = courtesyTo[row];
      if (guest >= 0) {
        courtesyTo[row] = -1;
        // The guest is on the lane beside; both lanes run alongside.
        const gapM = positionM[guest] - kindLengthM[kind[guest]] - position;
        if (laneEdge[track[guest]] === laneEdge[here]) {
          hold = Math.max(hold, Math.min(MOST_COURTESY, holdBack(k, v, speedMps[guest], gapM)));
        }
      }
    } else {
      const turn = here - laneCount;
      if (leader < 0) {
        const target = turnToLane[turn];
        const beyond = lookAlong(state, row, target, toEndM, horizonM);
        hold = Math.max(hold, beyond);
        mostMps2 = Math.min(mostMps2, found.mostMps2);
        if (found.gapM < nearestM) {
          nearestM = found.gapM;
          nearestMps = found.mps;
        }
      }
      if (claims.now[row] >= 0) hold = Math.max(hold, holdBackInside(state, row, k, v));
      // A driver takes speed up again as he leaves the bend, not only behind it.
      desiredMps = Math.max(desiredMps, 1);
    }

    let acceleration = Math.min(accelerate(k, freePart(v, desiredMps), hold), mostMps2);
    if (acceleration < -HARDEST_BRAKING_MPS2) acceleration = -HARDEST_BRAKING_MPS2;

    // What is nearest may stop dead within the step; whoever could touch it then stands before it, however hard.
    const wayM = (v + 0.5 * acceleration * stepSeconds) * stepSeconds;
    if (wayM > nearestM - MARGIN_M) {
      const leastAwayM = Math.max(0, nearestMps - 0.5 * HARDEST_BRAKING_MPS2 * stepSeconds) * stepSeconds;
      const freeM = Math.max(0, nearestM - MARGIN_M + leastAwayM);
      if (wayM > freeM) {
        const stopping =
          freeM > 0.5 * v * stepSeconds ? (2 * (freeM / stepSeconds - v)) / stepSeconds : -(v * v) / (2 * freeM + 1e-9);
        if (stopping < acceleration) {
          acceleration = stopping;
          if (acceleration < -HARDEST_BRAKING_MPS2 - 1e-9) hardestStops++;
        }
      }
    }
    accelerationMps2[row] = acceleration;
  }
  state.totals.hardestStops += hardestStops;
}

/** Acceleration that brings a driver down to a speed within a distance; free until he has to. */
function brakeTo(speedMps: number, targetMps: number, distanceM: number): number {
  if (speedMps <= targetMps) return HARDEST_BRAKING_MPS2;
  const away = Math.max(distanceM, 0.5);
  const needed = (targetMps * targetMps - speedMps * speedMps) / (2 * away);
  return needed > -BEND_BRAKING_MPS2 ? HARDEST_BRAKING_MPS2 : needed;
}

/** Inside a junction, or about to enter it: whoever holds a lower ticket for a path that meets this one goes first. */
function holdBackInside(state: TrafficState, row: number, kind: number, speedMps: number): number {
  const { vehicles, claims, network } = state;
  const roads = network.roads;
  const claim = claims.now[row];
  const turn = claims.turn[claim];
  const ticket = claims.ticket[claim];
  const passedM = vehicles.odometerM[row] - claims.lineOdometerM[claim];
  let hold = 0;
  for (let k = roads.foeStart[turn]; k < roads.foeStart[turn + 1]; k++) {
    let other = claims.first[roads.foeTurn[k]];
    if (other < 0) continue;
    if (roads.foeToM[k] < passedM) continue; // already through
    const toConflictM = roads.foeFromM[k] - passedM;
    const foeTurn = roads.foeTurn[k];
    const merges = roads.turnToLane[foeTurn] === roads.turnToLane[turn];
    const clearAtM = roads.foeToM[network.foeMirror[k]];
    for (; other >= 0; other = claims.next[other]) {
      const foe = other >> 1;
      if (foe === row || claims.ticket[other] > ticket) continue;
      const foePassedM = vehicles.odometerM[foe] - claims.lineOdometerM[other];
      const foeLengthM = kindLengthM[vehicles.kind[foe]];
      if (foePassedM - foeLengthM >= clearAtM) continue;
      if (merges) {
        // Both lanes count down to where they become one: whoever is nearer to it leads.
        const gapM =
          roads.trackLengthM[roads.laneCount + turn] -
          passedM -
          (roads.trackLengthM[roads.laneCount + foeTurn] - foePassedM + foeLengthM);
        if (gapM > 0) {
          hold = Math.max(hold, holdBack(kind, speedMps, vehicles.speedMps[foe], gapM));
          continue;
        }
      }
      // Who is in the middle of it already had better leave it.
      if (toConflictM > -IN_THE_MIDDLE_M)
        hold = Math.max(hold, holdBack(kind, speedMps, 0, toConflictM + LINE_NEARER_M));
    }
  }
  return hold;
}
