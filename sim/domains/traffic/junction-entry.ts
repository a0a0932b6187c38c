/**
 * Who may pass his stop line: every vehicle near one asks in turn, lane by lane, front to back. Refused while the signal
 * says so, while there is no room beyond for the whole vehicle, while someone holds a claim on a path that meets his and
 * will not be clear of it in time, and while someone who has the right of way would arrive before he is through.
 * Gap acceptance after SUMO's description (time to leave the conflict against the foe's time to reach it); who has given
 * way for long has the others held back for him, so that nobody waits for ever.
 *
 * Left out: pedestrians on the crossings, and drivers who ignore all this.
 */
import { giveUp, grant } from './claims';
import { decisionDistanceM } from './driver';
import { clearBy, EQUAL, rightOf, STANDS_BELOW_MPS, secondsToCover, someoneComes } from './gap-acceptance';
import { hasRoom } from './keep-clear';
import { planLane } from './lane-plan';
import { PERIOD_SECONDS } from './period';
import {
  FREE,
  REFUSED_BY_SIGNAL,
  REFUSED_CONFLICT,
  REFUSED_PRIORITY,
  REFUSED_ROOM,
  REFUSED_STOP_FIRST,
} from './refusals';
import { reroute } from './routing/route';
import { DARK, GREEN_YIELDS, RED, YELLOW } from './signals';
import type { TrafficState } from './state';
import { kindAccelerationMps2, kindLengthM } from './vehicle-kinds';
import { edgeOnRoute } from './vehicles';

const ALL_WAY_STOP = 3;
const YELLOW_BRAKING_MPS2 = 3;
const HARD_BRAKING_MPS2 = 8.5;
const AT_LINE_M = 5;
const WRONG_LANE_M = 12;
/** Given way for so long, a driver makes others wait: at a green that yields it comes at a cycle's end anyway. */
const PATIENCE_S = 40;
const PATIENCE_AT_SIGNAL_S = 15;
/**
 * At an all-way stop a driver looks around before he starts, and trusts only part of the time that he sees: with both,
 * four full arms of one lane pass about 1,350 vehicles an hour (HCM's departure headways give 1,500). More lanes take
 * longer to look at: HCM's headways grow from 9.6 to 12.3 s between one lane an arm and three.
 */
const LOOKS_AROUND_S = 1;
const LOOKS_LONGER_S_PER_LANE = 0.3;
const ONE_LANE_ARMS = 4;
const BOLD_AT_STOP = 0.5;
const STANDING_CLAIM_S = 8;

export function askForLeave(state: TrafficState, stepSeconds: number): void {
  const { vehicles, tracks, claims, network, closures } = state;
  const roads = network.roads;
  const { positionM, speedMps, behind, nextTurn, refusal, yieldSeconds, roomSeconds } = vehicles;
  claims.urgentNext.fill(-1);
  claims.urgentSeconds.fill(0);

  for (let lane = 0; lane < roads.laneCount; lane++) {
    for (let row = tracks.first[lane]; row >= 0; row = behind[row]) {
      const toLineM = roads.trackLengthM[lane] - positionM[row];
      const v = speedMps[row];
      const claimed = claims.now[row] >= 0;
      if (toLineM > decisionDistanceM(v) + v && !claimed) break;
      const turn = nextTurn[row];
      if (turn < 0) {
        if (edgeOnRoute(vehicles, row, 1) < 0) continue; // ends its way before the line
        if (v < STANDS_BELOW_MPS && toLineM < WRONG_LANE_M) roomSeconds[row] += stepSeconds;
        giveUpBehind(state, row);
        break; // in a lane that leads elsewhere: nobody passes it
      }
      if (network.throughRoad[turn] === 1) continue;
      if (claimed) {
        if (v < STANDS_BELOW_MPS) yieldSeconds[row] += stepSeconds;
        reviewClaim(state, row, turn, toLineM);
        if (claims.now[row] >= 0) continue;
        yieldSeconds[row] = 0;
        refusal[row] = REFUSED_BY_SIGNAL;
        giveUpBehind(state, row);
        break;
      }
      if (closures.laneClosed[roads.turnToLane[turn]] === 1) {
        // He had leave to go when the lane was shut, and has lost it since.
        reroute(state, row);
        planLane(state, row);
        giveUpBehind(state, row);
        break;
      }
      const stands = v < STANDS_BELOW_MPS && toLineM < AT_LINE_M;
      if (stands && vehicles.stoppedStep[row] < 0) vehicles.stoppedStep[row] = state.totals.steps;
      const answer = refusalOf(state, row, turn, toLineM);
      refusal[row] = answer;
      if (answer === FREE) {
        grant(claims, network, vehicles, row, turn, toLineM);
        yieldSeconds[row] = 0;
        roomSeconds[row] = 0;
        continue;
      }
      if (stands) {
        if (answer === REFUSED_ROOM) roomSeconds[row] += stepSeconds;
        else roomSeconds[row] = 0;
        if (answer === REFUSED_CONFLICT || answer === REFUSED_PRIORITY) {
          yieldSeconds[row] += stepSeconds;
          noteUrgency(state, row, turn);
        }
      }
      giveUpBehind(state, row);
      break;
    }
  }
  const swapped = claims.urgentTurn;
  claims.urgentTurn = claims.urgentNext;
  claims.urgentNext = swapped;
}

/** Nobody holds a claim behind someone on his lane who has none: he could not use it, and others would wait for him. */
function giveUpBehind(state: TrafficState, row: number): void {
  const { vehicles, claims, network } = state;
  for (let other = vehicles.behind[row]; other >= 0; other = vehicles.behind[other]) {
    if (claims.now[other] >= 0) giveUp(claims, network, vehicles, other);
  }
}

/** A claim is given up before the line when the light has changed and one can still stop, or when one got stuck. */
function reviewClaim(state: TrafficState, row: number, turn: number, toLineM: number): void {
  const { vehicles, claims, network, signals } = state;
  const v = vehicles.speedMps[row];
  const shown = signals.shown[turn];
  if (shown === RED || shown === YELLOW) {
    const needed = toLineM > 0.6 ? (v * v) / (2 * (toLineM - 0.5)) : v > 0.5 ? Number.POSITIVE_INFINITY : 0;
    const signal = network.roads.junctionSignal[network.roads.turnJunction[turn]];
    const bendMps = state.closures.trackLimitMps[network.roads.laneCount + turn];
    // He slows down for the bend, and half a second is kept in hand: nobody reaches the line after the yellow.
    const reachS = (2 * toLineM) / (v + Math.min(v, bendMps));
    const inTime = shown === YELLOW && reachS + 0.5 <= signals.phaseLeftSeconds[signal];
    const stops = needed <= (inTime ? YELLOW_BRAKING_MPS2 : HARD_BRAKING_MPS2);
    if (stops) giveUp(claims, network, vehicles, row);
  } else if (vehicles.yieldSeconds[row] > STANDING_CLAIM_S || toLineM > decisionDistanceM(v) + 3 * v + 20) {
    giveUp(claims, network, vehicles, row);
    state.totals.claimsGivenUp++;
  }
}

function noteUrgency(state: TrafficState, row: number, turn: number): void {
  const { vehicles, claims, network, signals } = state;
  const waited = vehicles.yieldSeconds[row];
  const junction = network.roads.turnJunction[turn];
  const patience = signals.shown[turn] === GREEN_YIELDS ? PATIENCE_AT_SIGNAL_S : PATIENCE_S;
  if (waited < patience || waited <= claims.urgentSeconds[junction]) return;
  claims.urgentSeconds[junction] = waited;
  claims.urgentNext[junction] = turn;
}

function refusalOf(state: TrafficState, row: number, turn: number, toLineM: number): number {
  const { vehicles, claims, network, signals } = state;
  const roads = network.roads;
  const shown = signals.shown[turn];
  if (shown === RED || shown === YELLOW) return REFUSED_BY_SIGNAL;
  const junction = roads.turnJunction[turn];
  const everyoneStops = shown === DARK || (shown === 0 && roads.junctionControl[junction] === ALL_WAY_STOP);
  if (everyoneStops) {
    const stopped = vehicles.stoppedStep[row];
    const looksSeconds = (state.totals.steps - stopped) * PERIOD_SECONDS;
    if (stopped < 0 || looksSeconds < lookAroundSeconds(state, junction)) return REFUSED_STOP_FIRST;
  }
  if (!hasRoom(state, row, turn)) return REFUSED_ROOM;

  const from = roads.foeStart[turn];
  const to = roads.foeStart[turn + 1];
  const urgent = claims.urgentTurn[junction];
  if (urgent >= 0 && urgent !== turn) {
    for (let k = from; k < to; k++) if (roads.foeTurn[k] === urgent) return REFUSED_CONFLICT;
  }
  const v = vehicles.speedMps[row];
  const kind = vehicles.kind[row];
  const bendMps = state.closures.trackLimitMps[roads.laneCount + turn];
  const reachMps = Math.max(v, bendMps);
  for (let k = from; k < to; k++) {
    if (claims.first[roads.foeTurn[k]] < 0) continue;
    const reachS = secondsToCover(toLineM + roads.foeFromM[k], v, kindAccelerationMps2[kind], reachMps);
    // Where everyone stops, nobody starts before the other is all but gone.
    const arriveS = everyoneStops ? BOLD_AT_STOP * reachS : reachS;
    if (!clearBy(state, row, k, arriveS)) return REFUSED_CONFLICT;
  }
  if (urgent === turn) return FREE; // the others are held back for this one
  for (let k = from; k < to; k++) {
    const right = everyoneStops ? EQUAL : rightOf(state, turn, k);
    if (right === 0) continue;
    const leaveS = secondsToCover(
      toLineM + roads.foeToM[k] + kindLengthM[kind],
      v,
      0.75 * kindAccelerationMps2[kind],
      bendMps,
    );
    if (someoneComes(state, row, turn, k, right, leaveS)) return REFUSED_PRIORITY;
  }
  return FREE;
}

function lookAroundSeconds({ network }: TrafficState, junction: number): number {
  return LOOKS_AROUND_S + LOOKS_LONGER_S_PER_LANE * Math.max(0, network.junctionEntries[junction] - ONE_LANE_ARMS);
}
