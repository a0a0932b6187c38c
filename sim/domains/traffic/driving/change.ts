/**
 * Changes of lane, each step, after everyone has moved. First what the way demands: a lane that leads on must be reached
 * before this one ends, the sooner the faster one drives; who is in the way lets one in, and one slows down to fall in.
 * Then what is gained: speed, by a wish that grows and fades, and the kerb, where keeping to it is law. After what SUMO
 * documents of its model LC2013.
 */
import { perRun } from '../per-run';
import type { TrafficState } from '../state';
import { laneChoice } from './best-lanes';
import { firstLaneOf, needsLane, positionOn, swap } from './change-places';
import { brakeGap, EPS, followSpeed, insertFollow, secureGap, stopSpeed } from './follow';
import { haltLane, nextHalt } from './halts';
import { lookingBeside, near } from './look-beside';
import { laneMps } from './plan';

const LOOKS_AHEAD_S = 10;
const LOOKS_LEFT = 2;
const LOOK_MEMORY = 0.9;
const GAIN_NEEDED = 0.2;
const GAIN_NORMAL_MPS = 10;
const GAIN_LASTS_S = 20;
const KEEP_RIGHT_S = 5;
const KEEP_RIGHT_ACCEPTS_S = 7;
/** Whoever lets another in keeps this much more away from him. */
const LETS_IN_M = 1;
const URGENCY = 2;
const OVERTAKES_FROM_MPS = 0.2;
const FALLS_BEHIND_MPS2 = 7 / 3.6;

/** How fast the one in question could be on his own lane soon; below zero where that has not been asked yet. */
const own = { mps: 0 };

function advise(advice: Float64Array, row: number, mps: number): void {
  if (mps < advice[row]) advice[row] = mps;
}

/** A wish halves in a second. */
function halfLife(dt: number): number {
  return dt === 1 ? 0.5 : dt === 0.5 ? Math.SQRT1_2 : 1 / (1 + dt);
}

export const changing = perRun((state) => {
  const { mayUse } = laneChoice(state);
  const { lookBeside, move } = lookingBeside(state);

  function changeLanes(): void {
    const { vehicles, network } = state;
    const { laneCount, edgeLaneCount } = network.roads;
    weighLanes();
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const lane = vehicles.track[row];
      if (lane < 0 || lane >= laneCount || edgeLaneCount[network.trackEdge[lane]] === 1) continue;
      if (vehicles.haltLeftS[row] >= 0) continue;
      consider(row, lane);
    }
  }

  /** How much of each lane is taken. */
  function weighLanes(): void {
    const { vehicles, drivers, network, laneLoadM } = state;
    laneLoadM.fill(0);
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      if (track < 0 || track >= network.roads.laneCount) continue;
      const type = vehicles.type[row];
      laneLoadM[track] += drivers.lengthM[type] + drivers.minGapM[type];
    }
  }

  function consider(row: number, lane: number): void {
    const { vehicles, network, drivers } = state;
    const { edgeFirstLane, edgeLaneCount } = network.roads;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const look = vehicles.lookMps[row];
    vehicles.lookMps[row] = v > look ? v : Math.max(0, LOOK_MEMORY * look + (1 - LOOK_MEMORY) * v);

    const first = edgeFirstLane[network.trackEdge[lane]];
    const count = edgeLaneCount[network.trackEdge[lane]];
    const i = lane - first;
    const base = row * vehicles.laneStride;
    const positionM = vehicles.positionM[row];
    const ownM = drivers.lengthM[type] + drivers.minGapM[type];

    let offset = vehicles.laneOffset[base + i];
    let leftM = vehicles.laneReachM[base + i] - positionM;
    const halt = haltLane(state, row);
    if (halt >= 0 && halt !== lane) {
      // The halt is on another lane of this edge.
      offset = halt - lane;
      leftM = (nextHalt(state, row)?.toM ?? 0) - positionM;
    } else if (halt === lane) offset = 0;
    own.mps = -1;

    for (let side = -1; side <= 1; side += 2) {
      const j = i + side;
      if (j < 0 || j >= count) continue;
      const other = first + j;
      if (!mayUse(other, drivers.classes[type])) continue;
      const lookM =
        vehicles.lookMps[row] * LOOKS_AHEAD_S * drivers.strategic[type] * (side > 0 ? LOOKS_LEFT : 1) + 2 * ownM;
      const towards = offset * side > 0;
      const bestLane = first + i + offset;
      const usableM = offset === 0 ? leftM : leftM - state.laneLoadM[bestLane] * 1;
      const must = towards && usableM / Math.abs(offset) < lookM;
      if (must) {
        lookBeside(row, other, positionOn(state, row, lane, other));
        if (goOver(row, lane, other, true)) return;
        if (blockedNeeds(row, lane, other, leftM)) return;
        continue;
      }
      if (offset !== 0 && !towards) continue; // away from where the way leads
      // Not onto a lane that one would have to leave again at once.
      const otherReachM = vehicles.laneReachM[base + j];
      if (halt === lane) continue;
      if ((otherReachM - positionM - state.laneLoadM[other]) / (Math.abs(offset) + 2) < lookM) continue;
      if (tactical(row, lane, other, side, otherReachM - positionM) && goOver(row, lane, other, false)) return;
    }
  }

  /** Changes if there is room; false where there is not. Who is near there has been looked for. */
  function goOver(row: number, lane: number, other: number, must: boolean): boolean {
    const { vehicles, drivers, pace } = state;
    const atM = positionOn(state, row, lane, other);
    if (near.aheadGapM < 0 || near.behindGapM < 0) return false;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    if (near.ahead >= 0) {
      const ahead = near.ahead;
      const secureM = secureGap(
        drivers,
        type,
        pace,
        v,
        vehicles.speedMps[ahead],
        drivers.decelMps2[vehicles.type[ahead]],
      );
      if (near.aheadGapM < secureM) return false;
    }
    if (near.behind >= 0) {
      const behind = near.behind;
      const theirs = vehicles.type[behind];
      const secureM = secureGap(drivers, theirs, pace, vehicles.speedMps[behind], v, drivers.decelMps2[type]);
      if (near.behindGapM < secureM) return false;
    }
    // Not onto a lane whose end one could not stop before.
    const toEndM = state.network.roads.trackLengthM[other] - atM;
    if (!must && toEndM < brakeGap(pace, v, drivers.decelMps2[type], 0)) return false;
    move(row, lane, other, atM);
    return true;
  }

  /** Nobody can be changed to now: asks to be let in, and makes room for himself. True where the two have changed places. */
  function blockedNeeds(row: number, lane: number, other: number, leftM: number): boolean {
    const { vehicles, drivers, pace } = state;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const decel = drivers.decelMps2[type];
    const atM = positionOn(state, row, lane, other);
    // As far as this lane leads, which may be over several junctions.
    const toEndM = leftM;
    const { ahead, aheadGapM } = near;
    let host = near.behind;
    let hostGapM = near.behindGapM;
    const offset = Math.abs(vehicles.laneOffset[row * vehicles.laneStride + lane - firstLaneOf(state, lane)]) || 1;
    const leftS = Math.max(pace.stepS, toEndM / Math.max(vehicles.lookMps[row], EPS) / offset / URGENCY);
    const desired = laneMps(state, row, lane);
    if (ahead >= 0 && aheadGapM < secureGapTo(row, ahead)) {
      const w = vehicles.speedMps[ahead];
      const overtakeM =
        aheadGapM +
        drivers.lengthM[vehicles.type[ahead]] +
        drivers.minGapM[vehicles.type[ahead]] +
        drivers.lengthM[type];
      const gainMps = v - w;
      if (gainMps < OVERTAKES_FROM_MPS || overtakeM > toEndM || gainMps * leftS < overtakeM) {
        // Fall in behind him.
        const mps = followSpeed(drivers, type, pace, v, aheadGapM, w, drivers.decelMps2[vehicles.type[ahead]], desired);
        if (mps < v) {
          const falls = Math.min(decel, Math.max(FALLS_BEHIND_MPS2, (v - mps) / leftS));
          advise(vehicles.adviceMps, row, Math.max(0, v - falls * pace.stepS));
        } else advise(vehicles.adviceMps, row, mps);
      }
      if (needsLane(state, ahead, other, lane)) {
        // He wants to where we are: room for him before us at the end of our lane.
        const room = drivers.lengthM[vehicles.type[ahead]] + drivers.minGapM[vehicles.type[ahead]];
        const stopM = toEndM - room - drivers.minGapM[type];
        if (stopM > brakeGap(pace, v, decel, 0)) {
          advise(vehicles.adviceMps, row, stopSpeed(drivers, type, pace, v, stopM, decel, desired));
        } else if (swap(state, row, lane, ahead, other)) return true;
      }
    }
    if (host >= 0 && needsLane(state, host, other, lane) && swap(state, row, lane, host, other)) return true;
    // Who is alongside may go on; the next one behind him lets us in.
    while (host >= 0 && hostGapM < 0 && vehicles.track[host] === other) {
      host = vehicles.behind[host];
      if (host >= 0) {
        hostGapM = atM - drivers.lengthM[type] - vehicles.positionM[host] - drivers.minGapM[vehicles.type[host]];
      }
    }
    if (host < 0 || hostGapM < 0 || vehicles.track[host] !== other) return false;
    const theirs = vehicles.type[host];
    const w = vehicles.speedMps[host];
    const slower = Math.max(0, w - drivers.decelMps2[theirs] * pace.stepS);
    const gapM = hostGapM - LETS_IN_M;
    const mps =
      gapM > 0
        ? followSpeed(drivers, theirs, pace, w, gapM, v, decel, laneMps(state, host, other))
        : Math.min(v, slower);
    advise(vehicles.adviceMps, host, Math.max(slower, Math.min(mps, w + drivers.accelMps2[theirs] * pace.stepS)));
    return false;
  }

  function secureGapTo(row: number, ahead: number): number {
    const { vehicles, drivers, pace } = state;
    return secureGap(
      drivers,
      vehicles.type[row],
      pace,
      vehicles.speedMps[row],
      vehicles.speedMps[ahead],
      drivers.decelMps2[vehicles.type[ahead]],
    );
  }

  /** Whether the other lane is worth it. Wishes grow while it is and fade while it is not; they are the row's own. */
  function tactical(row: number, lane: number, other: number, side: number, otherLeftM: number): boolean {
    const { vehicles, drivers, pace } = state;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const dt = pace.stepS;
    if (own.mps < 0) own.mps = mpsOn(row, lane, vehicles.positionM[row]);
    const here = own.mps;
    const there = mpsOn(row, other, positionOn(state, row, lane, other));
    const gain = (there - here) / Math.max(there, GAIN_NORMAL_MPS);
    const param = drivers.speedGain[type];
    if (side > 0) {
      // The wish to go left for speed.
      if (here > there)
        vehicles.gain[row] = Math.max(0, vehicles.gain[row]) * halfLife(dt) + Math.min(0, vehicles.gain[row]);
      else vehicles.gain[row] += dt * gain;
      return vehicles.gain[row] * param > GAIN_NEEDED && gain > EPS && otherLeftM / Math.max(0.1, v) > GAIN_LASTS_S;
    }
    if (here > there)
      vehicles.gain[row] = Math.min(0, vehicles.gain[row]) * halfLife(dt) + Math.max(0, vehicles.gain[row]);
    else vehicles.gain[row] -= dt * gain;
    if (state.keepsRight && drivers.keepRight[type] > 0) {
      const top = laneMps(state, row, lane);
      const topThere = laneMps(state, row, other);
      // As long as one could drive over there without being held up.
      const accepts = (KEEP_RIGHT_ACCEPTS_S * Math.max(1, v)) / topThere;
      let freeM = Math.max(0, otherLeftM - brakeGap(pace, topThere, drivers.decelMps2[type], drivers.headwayS[type]));
      let fullS = Math.min(accepts, freeM / topThere);
      if (near.ahead >= 0 && vehicles.speedMps[near.ahead] < topThere) {
        const w = vehicles.speedMps[near.ahead];
        const aheadDecel = drivers.decelMps2[vehicles.type[near.ahead]];
        freeM = Math.max(0, Math.min(freeM, near.aheadGapM - secureGap(drivers, type, pace, topThere, w, aheadDecel)));
        fullS = Math.min(fullS, freeM / (topThere - w));
      }
      vehicles.keepRightWish[row] += ((GAIN_NEEDED * fullS) / accepts / KEEP_RIGHT_S) * dt;
      if (topThere >= 0.999 * top && vehicles.keepRightWish[row] * drivers.keepRight[type] > GAIN_NEEDED) return true;
    }
    return -vehicles.gain[row] * param > GAIN_NEEDED && gain > EPS && otherLeftM / Math.max(0.1, v) > GAIN_LASTS_S;
  }

  /** How fast one could be on a lane soon. */
  function mpsOn(row: number, lane: number, atM: number): number {
    const { vehicles, drivers, pace } = state;
    const top = laneMps(state, row, lane);
    lookBeside(row, lane, atM);
    if (near.ahead < 0) return top;
    const type = vehicles.type[row];
    const ahead = near.ahead;
    const safe = insertFollow(
      drivers,
      type,
      pace,
      top,
      Math.max(0, near.aheadGapM),
      vehicles.speedMps[ahead],
      drivers.decelMps2[vehicles.type[ahead]],
      top,
    );
    return Math.max(0, Math.min(top, safe));
  }

  return changeLanes;
});

export function changeLanes(state: TrafficState): void {
  changing(state)();
}
