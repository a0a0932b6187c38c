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
  safeStop,
  slowestArrival,
  slowestNext,
  soonestArrival,
  speedAfter,
  stopSpeed,
} from './follow';
import { haltAhead } from './halts';
import { approach, clearIntents, EXIT, leaveWith, MOST_PLACES, makeRoom, NO_LINK, note, noteArrival } from './intents';
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
/** So much beyond what it takes to stop, one is still minded by those behind; the IDM makes a little of it. */
const MINDS_AHEAD_S = 4;
const MINDS_AHEAD_M = 50;

/** The most that a track lets this driver have. */
export function laneMps(state: TrafficState, row: number, track: number): number {
  const { vehicles, drivers, closures } = state;
  const mps = closures.trackLimitMps[track] * vehicles.speedFactor[row];
  const top = drivers.maxMps[vehicles.type[row]];
  return mps < top ? mps : top;
}

export const planning = perRun((state) => {
  const { leaverOn, lastOn } = whoIsAhead(state);
  const linkState = linkStates(state);
  const { yieldToFoes, yieldToTail, yieldToTailWithin } = junctionFoes(state);
  const keepRoom = roomKeeping(state);

  /**
   * How far the plan of the row at hand has come along his way. In an object rather than in a loop's variables: code that
   * is made fast while it runs a long loop (on-stack replacement) is at times never made fast as a whole.
   */
  const way = {
    begin: 0,
    v0: Number.NaN,
    desiredMps: Number.NaN,
    horizonM: Number.NaN,
    brakeM: Number.NaN,
    track: 0,
    /** From where he is to the end of that track. */
    seenM: Number.NaN,
    limitMps: Number.NaN,
    mps: Number.NaN,
    arriveMps: Number.NaN,
    clearM: Number.NaN,
    places: 0,
    place: 0,
    chainAt: 0,
    last: -1,
    slowedForMinor: false,
  };

  function plan(): void {
    const { vehicles, intents } = state;
    clearIntents(intents);
    for (let row = 0; row < vehicles.rowEnd; row++) if (vehicles.track[row] >= 0) planRow(row);
  }

  function planRow(row: number): void {
    const { vehicles, drivers, pace, network, intents } = state;
    if (intents.count + MOST_PLACES > intents.link.length) makeRoom(intents);
    const { laneCount, trackLengthM } = network.roads;
    const v0 = vehicles.speedMps[row];
    if (v0 === 0 && standsOn(row)) return;
    const type = vehicles.type[row];
    const decel = drivers.decelMps2[type];
    const begin = intents.count;
    intents.start[row] = begin;

    const fastest = fastestNext(drivers, type, pace, v0);
    const horizonM = fastest * pace.stepS + brakeGap(pace, fastest, decel, drivers.headwayS[type]);
    const track = vehicles.track[row];
    const seenM = trackLengthM[track] - vehicles.positionM[row];
    // Where the desired speed of the models is asked for, it is that of the lane one is on.
    const desired = laneMps(state, row, track);
    const most = fastest < desired ? fastest : desired;
    const safeMps = behindAhead(row, track, horizonM, desired);
    const v = safeMps < most ? safeMps : most;
    // Who stands behind another and goes on standing asks for nothing. Krauss's driver may still want to back off.
    const backsOff = pace.isBallistic && drivers.model[type] !== Model.idm;
    const mayStand = track < laneCount && vehicles.haltAt[row] < 0 && !backsOff;
    if (v0 === 0 && v === 0 && mayStand) {
      const turn = goesOn(vehicles, row, 1) ? vehicles.chain[row * CHAIN] : -1;
      note(intents, turn < 0 ? NO_LINK : turn, 0, 0, seenM, 0);
      intents.length[row] = 1;
      return;
    }
    const arrive = Math.min(speedAfter(drivers, type, seenM, most, drivers.accelMps2[type]), desired);
    way.begin = begin;
    way.v0 = v0;
    way.desiredMps = desired;
    way.horizonM = horizonM;
    way.brakeM = brakeGap(pace, v0, decel, 0);
    way.track = track;
    way.seenM = seenM;
    way.limitMps = desired;
    way.mps = v;
    way.arriveMps = safeMps < arrive ? safeMps : arrive;
    way.clearM = 0;
    way.places = 0;
    way.place = 0;
    way.chainAt = 0;
    way.last = -1;
    way.slowedForMinor = false;
    if (track < laneCount) planOnLane(row);
    else planOnTurn(row);
    intents.length[row] = intents.count - begin;
    if (intents.count - begin > 1) keepRoom(row, way.brakeM);
    askForLeave(begin);
  }

  function askForLeave(begin: number): void {
    const { intents } = state;
    for (let at = begin; at < intents.count; at++) {
      if (intents.link[at] >= 0 && intents.asks[at] === 1) approach(intents, at);
    }
  }

  /** Behind whoever is ahead on the track one is on. */
  function behindAhead(row: number, track: number, horizonM: number, desired: number): number {
    const { vehicles, drivers, pace } = state;
    const type = vehicles.type[row];
    const v0 = vehicles.speedMps[row];
    let other = vehicles.ahead[row];
    let gapM = Number.POSITIVE_INFINITY;
    if (other >= 0) gapM = vehicles.positionM[other] - drivers.lengthM[vehicles.type[other]] - vehicles.positionM[row];
    else if (leaverOn(track) && met.row !== row) {
      other = met.row;
      gapM = met.backM - vehicles.positionM[row];
    }
    if (other < 0 || gapM >= horizonM + drivers.lengthM[type] + v0 * MINDS_AHEAD_S + MINDS_AHEAD_M)
      return Number.POSITIVE_INFINITY;
    return followSpeed(
      drivers,
      type,
      pace,
      v0,
      gapM - drivers.minGapM[type],
      vehicles.speedMps[other],
      drivers.decelMps2[vehicles.type[other]],
      desired,
    );
  }

  /** The plan ends here: no faster than this, and nothing is asked for. */
  function endPlan(mps: number, distanceM: number): void {
    note(state.intents, NO_LINK, mps, mps, distanceM, 0);
  }

  /** Along a lane to its end: a halt, the end of his way, or the link that leads on. */
  function planOnLane(row: number): void {
    const { vehicles, drivers, pace, network, links, intents } = state;
    const { laneCount, trackLengthM } = network.roads;
    const type = vehicles.type[row];
    const accel = drivers.accelMps2[type];
    const decel = drivers.decelMps2[type];
    const { v0, desiredMps: desired, brakeM, horizonM, track, seenM, last } = way;
    const at = intents.count;
    const isFirst = way.places++ === 0;
    let v = way.mps;
    const haltM = haltAhead(state, row, track, isFirst ? vehicles.positionM[row] : -1);
    if (haltM >= 0) {
      const toHaltM = seenM - trackLengthM[track] + haltM;
      const stop = stopSpeed(drivers, type, pace, v0, toHaltM, decel, desired);
      endPlan(stop < v ? stop : v, toHaltM);
      return;
    }
    if (!goesOn(vehicles, row, way.place + 1)) {
      const endM = vehicles.destinationM[row];
      const arrivesM = endM < trackLengthM[track] ? endM : trackLengthM[track];
      const leftM = seenM + arrivesM - trackLengthM[track] - way.limitMps * pace.stepS;
      const free = Math.max(EPS, freeSpeed(drivers, type, pace, v0, leftM, way.limitMps, desired));
      if (last >= 0) leaveWith(intents, last, free);
      endPlan(free < v ? free : v, seenM);
      return;
    }
    const turn = way.chainAt < CHAIN ? vehicles.chain[row * CHAIN + way.chainAt] : NOT_LOOKED;
    if (turn === NOT_LOOKED) {
      endPlan(v, seenM);
      return;
    }
    if (turn < 0) {
      const stop = stopSpeed(drivers, type, pace, v0, seenM, decel, desired);
      if (last >= 0) leaveWith(intents, last, stop);
      endPlan(stop < v ? stop : v, seenM);
      return;
    }
    way.chainAt++;
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
      return;
    }
    let arrive = way.arriveMps;
    if (isFirst && !state.isListedDriving && seenM < horizonM + v0) {
      foesLeave.mps = v;
      foesLeave.arriveMps = arrive;
      yieldToTail(row, track, turn, seenM, desired);
      v = foesLeave.mps;
      arrive = foesLeave.arriveMps;
    }
    if (last >= 0) leaveWith(intents, last, way.limitMps);
    let arriveMps = arrive;
    const slowedBefore = way.slowedForMinor;
    if (!major && !lights && brakeM < seenM && seenM > SEES_FOES_M) {
      // Just slow enough to stop if someone comes into sight.
      const seesMps = safeStop(pace, SEES_FOES_M, decel, v0, 0);
      arriveMps = Math.min(arrive, speedAfter(drivers, type, SEES_FOES_M, seesMps, accel));
      way.slowedForMinor = true;
    }
    const mayAsk = state.isListedDriving ? !slowedBefore : !way.slowedForMinor;
    if (!mayAsk || v <= EPS * 0.1 * pace.stepS) {
      note(intents, turn, v, wait, seenM, 0);
      return;
    }
    const firstPartM = holdM >= 0 ? holdM : trackLengthM[laneCount + turn];
    const viaMps = laneMps(state, row, laneCount + turn);
    const leaveMps = Math.min(viaMps, speedAfter(drivers, type, firstPartM, arriveMps, accel));
    const arriveS = soonestArrival(drivers, type, seenM, v, arriveMps);
    const braked = slowestArrival(drivers, type, pace, seenM, v, arriveMps);
    note(intents, turn, v, wait, seenM, 1);
    noteArrival(intents, at, row, arriveS, arriveMps, braked, leaveMps, firstPartM + drivers.lengthM[type]);
    // Where he would not even slow down to stop here, nothing further on slows him down.
    const seesEnough = !looksOn(type) || stop >= v || way.clearM > drivers.lengthM[type] * LOOK_LENGTHS;
    if ((seenM > horizonM && seesEnough) || way.places >= MOST_PLACES) return;
    const free = slowsTo(type, seenM, viaMps);
    const safe = goOnto(row, laneCount + turn, viaMps, free < v ? free : v, at);
    if (state.isListedDriving) {
      leaveWith(intents, at, safe);
      if (way.mps < intents.waitMps[at]) intents.waitMps[at] = way.mps;
    }
    planOnTurn(row);
  }

  /** Whether he minds beyond the junction too how fast one may drive and who does, though he could stop before it. */
  function looksOn(type: number): boolean {
    return state.isListedDriving && state.drivers.model[type] === Model.idm;
  }

  /** Across a junction: the place to wait within it, then its far end. */
  function planOnTurn(row: number): void {
    const { vehicles, drivers, pace, network, links, intents } = state;
    const { laneCount, trackLengthM, turnToLane } = network.roads;
    const type = vehicles.type[row];
    const decel = drivers.decelMps2[type];
    const { v0, desiredMps: desired, track, seenM, last } = way;
    const turn = track - laneCount;
    const isFirst = way.places++ === 0;
    const entered = isFirst || (state.isListedDriving && track === vehicles.track[row]);
    if (state.walking !== null) {
      way.mps = Math.min(way.mps, walkersMps(state, row, turn, seenM - trackLengthM[track], desired));
    }
    const toHoldM = seenM - (trackLengthM[track] - links.holdM[turn]);
    const isNoted = intents.count > way.begin && intents.link[intents.count - 1] === links.turnCount + turn;
    if (links.holdM[turn] >= 0 && toHoldM > 0 && !isNoted) {
      planToHold(row, turn, toHoldM);
      return;
    }

    const stop = stopSpeed(drivers, type, pace, v0, Math.max(0, seenM - LEAST_STOP_M), decel, desired);
    let wait = stop < way.mps ? stop : way.mps;
    foesLeave.mps = way.mps;
    foesLeave.arriveMps = way.arriveMps;
    foesLeave.blocked = false;
    foesLeave.leaveMps = Number.POSITIVE_INFINITY;
    if (state.isListedDriving) yieldToTailWithin(row, turn, seenM, desired);
    yieldToFoes(row, turn, seenM, entered, desired);
    // SUMO takes the speed of the next step for that of leaving; in a city of ours nobody waits for the one who drives off.
    if (last >= 0 && state.isListedDriving) leaveWith(intents, last, foesLeave.leaveMps);
    const v = foesLeave.mps;
    way.arriveMps = foesLeave.arriveMps;
    // Whoever is not in the junction yet may at least drive up to where he would wait.
    if (last >= 0 && intents.waitMps[last] > v) way.mps = intents.waitMps[last];
    else way.mps = v;
    if (way.mps < wait) wait = way.mps;
    if (last >= 0) leaveWith(intents, last, way.limitMps);
    const at = intents.count;
    note(intents, EXIT, way.mps, wait, seenM, foesLeave.blocked ? 0 : 1);
    const beyond = turnToLane[turn];
    const beyondMps = laneMps(state, row, beyond);
    const free = slowsTo(type, seenM, beyondMps);
    way.place++;
    const hasSeen = way.clearM > drivers.lengthM[type] * LOOK_LENGTHS;
    if (looksOn(type) && seenM > way.horizonM && hasSeen) return;
    goOnto(row, beyond, beyondMps, free < way.mps ? free : way.mps, at);
    if (state.isListedDriving && way.mps < intents.waitMps[at]) intents.waitMps[at] = way.mps;
    way.clearM += trackLengthM[beyond];
    const toM = way.seenM - trackLengthM[beyond];
    if (toM > way.horizonM && way.clearM > drivers.lengthM[type] * LOOK_LENGTHS) {
      if (!looksOn(type) || stopSpeed(drivers, type, pace, v0, way.seenM, decel, desired) >= way.mps) {
        endPlan(way.mps, way.seenM);
        return;
      }
    }
    if (way.places < MOST_PLACES) planOnLane(row);
  }

  /** Up to the place to wait within the junction, and on from there. */
  function planToHold(row: number, turn: number, toHoldM: number): void {
    const { vehicles, drivers, pace, network, links, intents } = state;
    const { laneCount, trackLengthM } = network.roads;
    const type = vehicles.type[row];
    const accel = drivers.accelMps2[type];
    const decel = drivers.decelMps2[type];
    const { v0, mps: v } = way;
    const stop = stopSpeed(drivers, type, pace, v0, Math.max(0, toHoldM - LEAST_STOP_M), decel, way.desiredMps);
    let arriveMps = Math.min(way.arriveMps, speedAfter(drivers, type, toHoldM, v, accel));
    const asks = v > EPS * 0.1 * pace.stepS;
    if (linkState(turn) !== LinkState.major && way.brakeM < toHoldM && toHoldM > SEES_FOES_M) {
      const seesMps = safeStop(pace, SEES_FOES_M, decel, v0, 0);
      arriveMps = Math.min(arriveMps, speedAfter(drivers, type, SEES_FOES_M, seesMps, accel));
      way.slowedForMinor = true;
    }
    const partM = trackLengthM[laneCount + turn] - links.holdM[turn];
    const leaveMps = Math.min(way.limitMps, speedAfter(drivers, type, partM, arriveMps, accel));
    const arriveS = soonestArrival(drivers, type, toHoldM, v, arriveMps);
    const braked = slowestArrival(drivers, type, pace, toHoldM, v, arriveMps);
    const at = intents.count;
    note(intents, links.turnCount + turn, v, stop < v ? stop : v, toHoldM, asks ? 1 : 0);
    noteArrival(intents, at, row, arriveS, arriveMps, braked, leaveMps, partM + drivers.lengthM[type]);
    way.last = at;
    if (way.places < MOST_PLACES) planOnTurn(row);
  }

  /** The speed of the next step towards a limit that far ahead; by a list's rules nobody brakes for it harder than is comfortable. */
  function slowsTo(type: number, awayM: number, limitMps: number): number {
    const { drivers, pace } = state;
    const free = freeSpeed(drivers, type, pace, way.v0, awayM, limitMps, way.desiredMps);
    if (!state.isListedDriving) return free;
    const least = slowestNext(drivers, type, pace, way.v0) - EPS;
    return free > least ? free : least;
  }

  /** Onto the next track with this speed at most; returns what is safe behind the last on it. */
  function goOnto(row: number, track: number, limitMps: number, mps: number, last: number): number {
    const { vehicles, drivers, network } = state;
    const type = vehicles.type[row];
    const lengthM = network.roads.trackLengthM[track];
    way.limitMps = limitMps;
    way.track = track;
    way.seenM += lengthM;
    way.last = last;
    const arrive = Math.min(speedAfter(drivers, type, way.seenM, mps, drivers.accelMps2[type]), limitMps);
    const safe = behindLast(row, track, way.seenM - lengthM, way.desiredMps);
    way.mps = safe < mps ? safe : mps;
    way.arriveMps = safe < arrive ? safe : arrive;
    return safe;
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
