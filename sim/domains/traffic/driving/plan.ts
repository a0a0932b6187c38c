/**
 * What everyone means to do in the step to come, from how things stand at its beginning: along his way, place by place,
 * as far as it takes to stop. Nobody moves here, so the order does not matter. After the planning that SUMO documents:
 * a speed with which to pass each place and one with which to wait before it.
 */
import { perRun } from '../per-run';
import type { TrafficState } from '../state';
import { goesOn } from '../vehicles';
import { walkersMps } from '../walking';
import { CHAIN, NOT_LOOKED } from './chain';
import { Model } from './drivers';
import {
  brakeGap,
  brakingAtLights,
  EPS,
  fastestNext,
  followSpeed,
  freeSpeed,
  HALTING_MPS,
  safeStop,
  slowestArrival,
  soonestArrival,
  speedAfter,
  stopSpeed,
} from './follow';
import { haltAhead } from './halts';
import { approach, clearIntents, EXIT, type Intents, MOST_PLACES, makeRoom, NO_LINK } from './intents';
import { foesLeave, junctionFoes } from './junction-foes';
import { roomKeeping } from './keep-room';
import { LinkState, linkStates } from './link-state';
import { met, whoIsAhead } from './who-is-ahead';

/** Before a light or with the right of way one stops so far from the line; at a line where one gives way, just before it. */
const STOP_LINE_M = 1;
const LEAST_STOP_M = 0.1;
/** From so near one sees all who have the right of way. */
export const SEES_FOES_M = 4.5;
/** A place further off than this is told to others, but weighs nothing yet. */
const LOOK_LENGTHS = 5;

/** The most that a track lets this driver have. */
export function laneMps(state: TrafficState, row: number, track: number): number {
  const { vehicles, drivers, closures } = state;
  const mps = closures.trackLimitMps[track] * vehicles.speedFactor[row];
  const top = drivers.maxMps[vehicles.type[row]];
  return mps < top ? mps : top;
}

function leaveWith(intents: Intents, at: number, mps: number): void {
  if (mps < intents.leaveMps[at]) intents.leaveMps[at] = Math.max(0, mps);
}

function note(intents: Intents, link: number, passMps: number, waitMps: number, distanceM: number, asks: number): void {
  const at = intents.count++;
  intents.link[at] = link;
  intents.passMps[at] = passMps;
  intents.waitMps[at] = waitMps;
  intents.distanceM[at] = distanceM;
  intents.asks[at] = asks;
  intents.roomM[at] = 0;
}

/** Of a place that is asked for: when one would be there and be gone. */
function noteArrival(
  intents: Intents,
  at: number,
  row: number,
  arriveS: number,
  arriveMps: number,
  brakedMps: number,
  leaveMps: number,
  passM: number,
): void {
  intents.row[at] = row;
  intents.arriveS[at] = arriveS;
  intents.arriveMps[at] = arriveMps;
  intents.brakedMps[at] = brakedMps;
  intents.leaveMps[at] = leaveMps;
  // How far to be clear of it; turned into a time once the speed of leaving is known.
  intents.clearM[at] = passM;
}

export const planning = perRun((state) => {
  const { leaverOn, lastOn } = whoIsAhead(state);
  const linkState = linkStates(state);
  const { yieldToFoes, yieldToTail, yieldToTailWithin } = junctionFoes(state);
  const keepRoom = roomKeeping(state);

  function plan(): void {
    const { vehicles, intents } = state;
    clearIntents(intents);
    for (let row = 0; row < vehicles.rowEnd; row++) if (vehicles.track[row] >= 0) planRow(row);
  }

  function planRow(row: number): void {
    const { vehicles, drivers, pace, network, links, intents } = state;
    if (intents.count + MOST_PLACES > intents.link.length) makeRoom(intents);
    const roads = network.roads;
    const { laneCount, trackLengthM, turnToLane } = roads;
    const v0 = vehicles.speedMps[row];
    if (v0 === 0 && standsOn(row)) return;
    const type = vehicles.type[row];
    const accel = drivers.accelMps2[type];
    const decel = drivers.decelMps2[type];
    const minGapM = drivers.minGapM[type];
    const lengthM = drivers.lengthM[type];
    const begin = intents.count;
    intents.start[row] = begin;

    const fastest = fastestNext(drivers, type, pace, v0);
    const horizonM = fastest * pace.stepS + brakeGap(pace, fastest, decel, drivers.headwayS[type]);
    const brakeM = brakeGap(pace, v0, decel, 0);

    let track = vehicles.track[row];
    let seenM = trackLengthM[track] - vehicles.positionM[row];
    // Where the desired speed of the models is asked for, it is that of the lane one is on.
    const desired = laneMps(state, row, track);
    let limit = desired;
    const most = fastest < limit ? fastest : limit;
    let safeMps = Number.POSITIVE_INFINITY;
    let place = 0;
    let chainAt = 0;
    let last = -1;
    let slowedForMinor = false;
    let clearM = 0;

    // Whoever is ahead on the track one is on.
    {
      const ahead = vehicles.ahead[row];
      let gapM = Number.POSITIVE_INFINITY;
      let other = ahead;
      if (ahead >= 0)
        gapM = vehicles.positionM[ahead] - drivers.lengthM[vehicles.type[ahead]] - vehicles.positionM[row];
      else if (leaverOn(track) && met.row !== row) {
        other = met.row;
        gapM = met.backM - vehicles.positionM[row];
      }
      if (gapM < horizonM + lengthM + v0 * 4 + 50 && other >= 0) {
        safeMps = followSpeed(
          drivers,
          type,
          pace,
          v0,
          gapM - minGapM,
          vehicles.speedMps[other],
          drivers.decelMps2[vehicles.type[other]],
          desired,
        );
      }
    }
    let v = safeMps < most ? safeMps : most;
    // Who stands behind another and goes on standing asks for nothing. Krauss's driver may still want to back off.
    const backsOff = pace.isBallistic && drivers.model[type] !== Model.idm;
    const mayStand = track < laneCount && vehicles.haltAt[row] < 0 && !backsOff;
    if (v0 === 0 && v === 0 && mayStand) {
      const turn = goesOn(vehicles, row, 1) ? vehicles.chain[row * CHAIN] : -1;
      note(intents, turn < 0 ? NO_LINK : turn, 0, 0, seenM, 0);
      intents.length[row] = 1;
      return;
    }
    let arrive = Math.min(speedAfter(drivers, type, seenM, most, accel), limit);
    if (safeMps < arrive) arrive = safeMps;

    for (let places = 0; places < MOST_PLACES; places++) {
      const at = intents.count;
      if (track < laneCount) {
        const haltM = haltAhead(state, row, track, places === 0 ? vehicles.positionM[row] : -1);
        if (haltM >= 0) {
          const toHaltM = seenM - trackLengthM[track] + haltM;
          const stop = stopSpeed(drivers, type, pace, v0, toHaltM, decel, desired);
          if (stop < v) v = stop;
          note(intents, NO_LINK, v, v, toHaltM, 0);
          break;
        }
        if (!goesOn(vehicles, row, place + 1)) {
          const endM = vehicles.destinationM[row];
          const arrivesM = endM < trackLengthM[track] ? endM : trackLengthM[track];
          const leftM = seenM + arrivesM - trackLengthM[track] - limit * pace.stepS;
          const free = Math.max(EPS, freeSpeed(drivers, type, pace, v0, leftM, limit, desired));
          if (free < v) v = free;
          if (last >= 0) leaveWith(intents, last, free);
          note(intents, NO_LINK, v, v, seenM, 0);
          break;
        }
        const turn = chainAt < CHAIN ? vehicles.chain[row * CHAIN + chainAt] : NOT_LOOKED;
        if (turn === NOT_LOOKED) {
          note(intents, NO_LINK, v, v, seenM, 0);
          break;
        }
        if (turn < 0) {
          const stop = stopSpeed(drivers, type, pace, v0, seenM, decel, desired);
          if (last >= 0) leaveWith(intents, last, stop);
          if (stop < v) v = stop;
          note(intents, NO_LINK, v, v, seenM, 0);
          break;
        }
        chainAt++;
        const holdM = links.holdM[turn];
        const said = linkState(turn);
        const lights = said === LinkState.red || said === LinkState.yellow;
        const major = said === LinkState.major;
        const stopMps2 = lights ? brakingAtLights(drivers, type) : decel;
        const stopM = lights && stopMps2 > decel ? brakeGap(pace, v0, stopMps2, 0) : brakeM;
        const canStop = seenM >= stopM;
        let offsetM = lights || major ? STOP_LINE_M : 0;
        if (canStop && seenM - stopM < offsetM) offsetM = seenM - stopM;
        if (offsetM < LEAST_STOP_M) offsetM = LEAST_STOP_M;
        const stop = stopSpeed(drivers, type, pace, v0, Math.max(0, seenM - offsetM), stopMps2, desired);
        const wait = stop < v ? stop : v;
        if (lights && canStop) {
          note(intents, turn, v, wait, seenM, 0);
          break;
        }
        let isBehindTail = false;
        if (places === 0 && seenM < horizonM + v0) {
          foesLeave.mps = v;
          foesLeave.arriveMps = arrive;
          yieldToTail(row, track, turn, seenM, desired);
          isBehindTail = foesLeave.mps < v && foesLeave.mps < HALTING_MPS;
          v = foesLeave.mps;
          arrive = foesLeave.arriveMps;
        }
        if (last >= 0) leaveWith(intents, last, limit);
        let arriveMps = arrive;
        const slowedBefore = slowedForMinor;
        if (!major && !lights && brakeM < seenM && seenM > SEES_FOES_M) {
          // Just slow enough to stop if someone comes into sight.
          const seesMps = safeStop(pace, SEES_FOES_M, decel, v0, 0);
          arriveMps = Math.min(arrive, speedAfter(drivers, type, SEES_FOES_M, seesMps, accel));
          slowedForMinor = true;
        }
        const mayAsk = state.isListedDriving ? !slowedBefore && !isBehindTail : !slowedForMinor;
        if (!mayAsk || v <= EPS * 0.1 * pace.stepS) {
          note(intents, turn, v, wait, seenM, 0);
          break;
        }
        const firstPartM = holdM >= 0 ? holdM : trackLengthM[laneCount + turn];
        const viaMps = laneMps(state, row, laneCount + turn);
        const leaveMps = Math.min(viaMps, speedAfter(drivers, type, firstPartM, arriveMps, accel));
        const arriveS = soonestArrival(drivers, type, seenM, v, arriveMps);
        const braked = slowestArrival(drivers, type, pace, seenM, v, arriveMps);
        note(intents, turn, v, wait, seenM, 1);
        noteArrival(intents, at, row, arriveS, arriveMps, braked, leaveMps, firstPartM + lengthM);
        if (seenM > horizonM) break;
        // Onto the turn.
        const free = freeSpeed(drivers, type, pace, v0, seenM, viaMps, desired);
        if (free < v) v = free;
        limit = viaMps;
        track = laneCount + turn;
        seenM += trackLengthM[track];
        last = at;
        arrive = Math.min(speedAfter(drivers, type, seenM, v, accel), limit);
        const safe = behindLast(row, track, seenM - trackLengthM[track], desired);
        if (safe < v) v = safe;
        if (state.isListedDriving) {
          leaveWith(intents, last, safe);
          if (v < intents.waitMps[last]) intents.waitMps[last] = v;
        }
        if (safe < arrive) arrive = safe;
        continue;
      }

      // On a turn, or about to be.
      const turn = track - laneCount;
      const entered = places === 0 || (state.isListedDriving && track === vehicles.track[row]);
      if (state.walking !== null) v = Math.min(v, walkersMps(state, row, turn, seenM - trackLengthM[track], desired));
      const holdM = links.holdM[turn];
      const toHoldM = seenM - (trackLengthM[track] - holdM);
      if (
        holdM >= 0 &&
        toHoldM > 0 &&
        !(intents.count > begin && intents.link[intents.count - 1] === links.turnCount + turn)
      ) {
        // The place to wait within the junction comes first.
        const stop = stopSpeed(drivers, type, pace, v0, Math.max(0, toHoldM - LEAST_STOP_M), decel, desired);
        const wait = stop < v ? stop : v;
        const majorEntry = linkState(turn) === LinkState.major;
        let arriveMps = Math.min(arrive, speedAfter(drivers, type, toHoldM, v, accel));
        const asks = v > EPS * 0.1 * pace.stepS;
        if (!majorEntry && brakeM < toHoldM && toHoldM > SEES_FOES_M) {
          const seesMps = safeStop(pace, SEES_FOES_M, decel, v0, 0);
          arriveMps = Math.min(arriveMps, speedAfter(drivers, type, SEES_FOES_M, seesMps, accel));
          slowedForMinor = true;
        }
        const partM = trackLengthM[track] - holdM;
        const leaveMps = Math.min(limit, speedAfter(drivers, type, partM, arriveMps, accel));
        const arriveS = soonestArrival(drivers, type, toHoldM, v, arriveMps);
        const braked = slowestArrival(drivers, type, pace, toHoldM, v, arriveMps);
        note(intents, links.turnCount + turn, v, wait, toHoldM, asks ? 1 : 0);
        noteArrival(intents, at, row, arriveS, arriveMps, braked, leaveMps, partM + lengthM);
        last = at;
        continue;
      }
      const stop = stopSpeed(drivers, type, pace, v0, Math.max(0, seenM - LEAST_STOP_M), decel, desired);
      let wait = stop < v ? stop : v;
      foesLeave.mps = v;
      foesLeave.arriveMps = arrive;
      foesLeave.blocked = false;
      foesLeave.leaveMps = Number.POSITIVE_INFINITY;
      if (entered && state.isListedDriving) yieldToTailWithin(row, turn, desired);
      yieldToFoes(row, turn, seenM, entered, desired);
      // SUMO takes the speed of the next step for that of leaving; in a city of ours nobody waits for the one who drives off.
      if (last >= 0 && state.isListedDriving) leaveWith(intents, last, foesLeave.leaveMps);
      v = foesLeave.mps;
      arrive = foesLeave.arriveMps;
      // Whoever is not in the junction yet may at least drive up to where he would wait.
      if (last >= 0 && intents.waitMps[last] > v) v = intents.waitMps[last];
      if (v < wait) wait = v;
      if (last >= 0) leaveWith(intents, last, limit);
      note(intents, EXIT, v, wait, seenM, foesLeave.blocked ? 0 : 1);
      const beyond = turnToLane[turn];
      const beyondMps = laneMps(state, row, beyond);
      const free = freeSpeed(drivers, type, pace, v0, seenM, beyondMps, desired);
      if (free < v) v = free;
      limit = beyondMps;
      place++;
      last = at;
      track = beyond;
      seenM += trackLengthM[track];
      arrive = Math.min(speedAfter(drivers, type, seenM, v, accel), limit);
      const safe = behindLast(row, track, seenM - trackLengthM[track], desired);
      if (safe < v) v = safe;
      if (state.isListedDriving && v < intents.waitMps[last]) intents.waitMps[last] = v;
      if (safe < arrive) arrive = safe;
      clearM += trackLengthM[track];
      if (seenM - trackLengthM[track] > horizonM && clearM > lengthM * LOOK_LENGTHS) {
        note(intents, NO_LINK, v, v, seenM, 0);
        break;
      }
    }
    intents.length[row] = intents.count - begin;
    if (intents.count - begin > 1) keepRoom(row, brakeM);
    for (let at = begin; at < intents.count; at++) {
      if (intents.link[at] >= 0 && intents.asks[at] === 1) approach(intents, at);
    }
  }

  /** Who stands no further behind another than he would keep goes on standing, as the IDM has it, and asks for nothing. */
  function standsOn(row: number): boolean {
    const { vehicles, drivers, network, intents } = state;
    const ahead = vehicles.ahead[row];
    const track = vehicles.track[row];
    const type = vehicles.type[row];
    if (ahead < 0 || drivers.model[type] !== Model.idm || vehicles.haltAt[row] >= 0) return false;
    if (track >= network.roads.laneCount || drivers.minGapM[type] <= EPS) return false;
    const gapM = vehicles.positionM[ahead] - drivers.lengthM[vehicles.type[ahead]] - vehicles.positionM[row];
    if (gapM > drivers.minGapM[type]) return false;
    const turn = goesOn(vehicles, row, 1) ? vehicles.chain[row * CHAIN] : -1;
    const at = intents.count;
    intents.start[row] = at;
    intents.length[row] = 1;
    note(intents, turn < 0 ? NO_LINK : turn, 0, 0, network.roads.trackLengthM[track] - vehicles.positionM[row], 0);
    return true;
  }

  /** Behind whoever is last on the track that begins so far ahead; as fast as one likes where nobody is. */
  function behindLast(row: number, track: number, awayM: number, desired: number): number {
    if (!lastOn(track, row)) return Number.POSITIVE_INFINITY;
    const { vehicles, drivers, pace } = state;
    const type = vehicles.type[row];
    return followSpeed(
      drivers,
      type,
      pace,
      vehicles.speedMps[row],
      awayM + met.backM - drivers.minGapM[type],
      vehicles.speedMps[met.row],
      drivers.decelMps2[vehicles.type[met.row]],
      desired,
    );
  }

  return plan;
});

export function plan(state: TrafficState): void {
  planning(state)();
}
