/**
 * Listed vehicles that are due come onto the road: on the lane, at the place and at the speed that they ask for, if those
 * ahead and behind leave room. Of each edge's queue the first goes first; after one who finds no room nobody is tried.
 */
import { streamOf } from '../../../kernel';
import { bearTrip } from '../demand/bear-trip';
import { LISTED_HOUR } from '../demand/listed';
import { drawPlace } from '../demand/listed-plan';
import { drawWhim } from '../demand/trips';
import { unqueueFirst } from '../demand/waiting';
import { isFixedWayShut, takeFixedWay } from '../routing/fixed-way';
import { openEdgeNear, takeFoundWay } from '../routing/route';
import { findWay } from '../routing/search';
import { RED, YELLOW } from '../signals';
import type { TrafficState } from '../state';
import { insertByPosition } from '../tracks';
import { DIVERTED, edgeOnRoute, FIXED, giveRowBack, takeRow } from '../vehicles';
import { mayUse, planLanes } from './best-lanes';
import { CHAIN } from './chain';
import { FIRST_LISTED } from './drivers';
import { brakeGap, freeSpeed, insertFollow, safeStop, secureGap } from './follow';
import { laneMps } from './plan';
import { lastOn, leaverOn, met } from './who-is-ahead';

const TYPE = streamOf('traffic.listed.type');
const WAY = streamOf('traffic.listed.way');
const SPEED = streamOf('traffic.listed.speed');
const LANE = streamOf('traffic.listed.lane');
const PLACE = streamOf('traffic.listed.place');
const RETRY_SECONDS = 30;
const PLACES_TRIED = 10;
const TAIL_M = 0.1;

export function comeIn(state: TrafficState): void {
  const { waiting, network, totals } = state;
  if (waiting.count === 0) return;
  for (let edge = 0; edge < network.roads.edgeCount; edge++) {
    while (
      waiting.first[edge] >= 0 &&
      waiting.retrySeconds[edge] <= totals.elapsedSeconds &&
      waiting.tripHour[waiting.first[edge]] === LISTED_HOUR
    ) {
      if (!firstComesIn(state, edge)) break;
    }
  }
}

function firstComesIn(state: TrafficState, edge: number): boolean {
  const { waiting, listed, vehicles, luck, totals, closures, settings } = state;
  const { plan } = listed!;
  const at = waiting.first[edge];
  const key = waiting.tripKey[at];
  const going = listed!.going[key];
  const wanted = plan.goings[going];
  const type = drawPlace(plan.typeOf[going], luck.uniform(TYPE, LISTED_HOUR, key));
  const row = takeRow(vehicles);
  if (row < 0) return false;
  vehicles.kind[row] = plan.kinds[type];
  vehicles.type[row] = FIRST_LISTED + type;
  const whim = drawWhim(luck, LISTED_HOUR, key);
  bearTrip(state, row, LISTED_HOUR, key, whim, waiting.destinationEdge[at], -1);
  const { mean, deviation, min, max } = plan.types[type].speedFactor;
  vehicles.speedFactor[row] = Math.max(min, Math.min(max, mean + deviation * luck.normal(SPEED, LISTED_HOUR, key)));
  if (plan.halts[going].length > 0) vehicles.haltAt[row] = 0;
  const draw = plan.wayOf[going];
  if (draw !== null) takeFixedWay(state, row, drawPlace(draw, luck.uniform(WAY, LISTED_HOUR, key)));
  if (draw === null || (state.drivers.classes[vehicles.type[row]] !== 255 && isFixedWayShut(state, row, 0))) {
    const to = openEdgeNear(state, waiting.destinationEdge[at]);
    const found =
      to === edge || (to >= 0 && findWay(state.search, state.network, closures, state.edges, edge, to, whim));
    if (!found) {
      giveRowBack(vehicles, row);
      waiting.retrySeconds[edge] = totals.elapsedSeconds + RETRY_SECONDS;
      return false;
    }
    if (to === edge) {
      state.search.way[0] = edge;
      state.search.wayLength = 1;
    }
    vehicles.flags[row] &= ~FIXED;
    vehicles.destinationEdge[row] = to;
    takeFoundWay(state, row, 0);
    if (draw !== null) {
      vehicles.flags[row] |= DIVERTED;
      totals.diverted++;
    }
  }
  const arrival = wanted.arrivalPosition;
  if (typeof arrival === 'number') {
    const lengthM = state.network.roads.trackLengthM[state.network.roads.edgeFirstLane[vehicles.destinationEdge[row]]];
    vehicles.destinationM[row] = arrival < 0 ? lengthM + arrival : arrival;
  }
  if (!takePlace(state, row, edge, wanted.departLane, wanted.departPosition, wanted.departSpeed, key)) {
    giveRowBack(vehicles, row);
    return false;
  }
  vehicles.dueS[row] = listed!.dueSeconds[key] - settings.startSeconds;
  vehicles.departedS[row] = totals.elapsedSeconds;
  totals.delaySeconds += totals.elapsedSeconds - vehicles.dueS[row];
  totals.inserted++;
  unqueueFirst(waiting, edge);
  return true;
}

type Wanted = number | string | undefined;

function takePlace(
  state: TrafficState,
  row: number,
  edge: number,
  departLane: Wanted,
  departPosition: Wanted,
  departSpeed: Wanted,
  key: number,
): boolean {
  const { vehicles, network, drivers, luck, totals } = state;
  const { edgeFirstLane, edgeLaneCount, trackLengthM } = network.roads;
  const type = vehicles.type[row];
  const first = edgeFirstLane[edge];
  const count = edgeLaneCount[edge];
  const classes = drivers.classes[type];
  let lane = -1;
  if (typeof departLane === 'number') {
    lane = first + Math.min(departLane, count - 1);
  } else if (departLane === 'random') {
    const from = Math.floor(count * luck.uniform(LANE, LISTED_HOUR, key));
    for (let i = 0; i < count && lane < 0; i++)
      if (mayUse(state, first + ((from + i) % count), classes)) lane = first + ((from + i) % count);
  } else if (departLane === 'best' || departLane === 'free') {
    lane = emptiest(state, row, first, count, departLane === 'best');
  } else {
    for (let i = 0; i < count && lane < 0; i++) if (mayUse(state, first + i, classes)) lane = first + i;
  }
  if (lane < 0 || !mayUse(state, lane, classes)) return false;
  vehicles.track[row] = lane;
  planLanes(state, row);
  vehicles.track[row] = -1;
  const laneM = trackLengthM[lane];
  const top = laneMps(state, row, lane);
  const given = typeof departSpeed === 'number';
  if (given && (departSpeed as number) > drivers.maxMps[type] + 0.001) return false;
  const speed = departSpeed === undefined ? 0 : given ? (departSpeed as number) : top;
  const mayLower = !given && departSpeed !== undefined;
  const halt = vehicles.haltAt[row] >= 0 ? state.listed!.plan.halts[state.listed!.going[key]][0] : undefined;
  let baseM = Math.min(drivers.lengthM[type] + TAIL_M, laneM);
  if (halt?.lane === lane) baseM = Math.min(baseM, Math.max(0, halt.toM));
  if (typeof departPosition === 'number') {
    const atM = departPosition < 0 ? laneM + departPosition : departPosition;
    return put(state, row, lane, Math.min(atM, laneM), speed, mayLower);
  }
  if (departPosition === 'random' || departPosition === 'random-free' || departPosition === 'free') {
    for (let i = 0; i < (departPosition === 'random' ? 1 : PLACES_TRIED); i++) {
      const share = luck.uniform(PLACE, PLACES_TRIED * totals.steps + i, key);
      if (put(state, row, lane, share * laneM, speed, mayLower)) return true;
    }
    return departPosition !== 'random' && put(state, row, lane, baseM, speed, mayLower);
  }
  if (departPosition === 'stop' && halt?.lane === lane) return put(state, row, lane, halt.toM, speed, mayLower);
  if (departPosition === 'last') {
    const last = state.tracks.last[lane];
    if (last >= 0) {
      const behindM =
        vehicles.positionM[last] -
        drivers.lengthM[vehicles.type[last]] -
        drivers.minGapM[type] -
        secureGap(
          drivers,
          type,
          state.pace,
          Math.min(speed, vehicles.speedMps[last]),
          vehicles.speedMps[last],
          drivers.decelMps2[vehicles.type[last]],
        );
      return put(state, row, lane, Math.max(baseM, behindM), speed, true);
    }
  }
  return put(state, row, lane, baseM, speed, mayLower);
}

/** Of the lanes that lead furthest, or of all, the one that least is on. */
function emptiest(state: TrafficState, row: number, first: number, count: number, leading: boolean): number {
  const { vehicles, tracks, drivers } = state;
  const classes = drivers.classes[vehicles.type[row]];
  vehicles.track[row] = first;
  planLanes(state, row);
  vehicles.track[row] = -1;
  const base = row * vehicles.laneStride;
  let best = -1;
  let bestM = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    if (!mayUse(state, first + i, classes)) continue;
    if (leading && vehicles.laneOffset[base + i] !== 0) continue;
    let takenM = 0;
    for (let other = tracks.first[first + i]; other >= 0; other = vehicles.behind[other]) {
      takenM += drivers.lengthM[vehicles.type[other]] + drivers.minGapM[vehicles.type[other]];
    }
    if (takenM < bestM) {
      bestM = takenM;
      best = first + i;
    }
  }
  return best;
}

/** On the road there, at that speed or, if it may be lowered, at what is safe; false where there is no room for it. */
function put(
  state: TrafficState,
  row: number,
  lane: number,
  atM: number,
  wantedMps: number,
  mayLower: boolean,
): boolean {
  const { vehicles, tracks, drivers, pace, network, signals, links } = state;
  const { trackLengthM, laneCount, turnToLane } = network.roads;
  const type = vehicles.type[row];
  const decel = drivers.decelMps2[type];
  const minGapM = drivers.minGapM[type];
  const top = laneMps(state, row, lane);
  let mps = wantedMps;
  let ahead = tracks.last[lane];
  let behind = -1;
  while (ahead >= 0 && vehicles.positionM[ahead] < atM) {
    behind = ahead;
    ahead = vehicles.ahead[ahead];
  }
  const limit = (safe: number): boolean => {
    if (safe >= mps - 1e-9) return true;
    if (!mayLower || safe < 0) return false;
    mps = safe;
    return true;
  };
  const behindLeader = (backM: number, other: number): boolean => {
    const gapM = backM - minGapM;
    if (gapM < 0) return false;
    const w = vehicles.speedMps[other];
    return limit(insertFollow(drivers, type, pace, mps, gapM, w, drivers.decelMps2[vehicles.type[other]], top));
  };
  if (ahead >= 0) {
    if (!behindLeader(vehicles.positionM[ahead] - drivers.lengthM[vehicles.type[ahead]] - atM, ahead)) return false;
  } else if (leaverOn(state, lane) && met.row !== row) {
    if (!behindLeader(met.backM - atM, met.row)) return false;
  } else {
    let seenM = trackLengthM[lane] - atM;
    let place = 0;
    const horizonM = brakeGap(pace, mps, decel, drivers.headwayS[type]) + mps * pace.stepS;
    for (let k = 0; seenM < horizonM && k < CHAIN; k++) {
      if (edgeOnRoute(vehicles, row, place + 1) < 0) break;
      const turn = vehicles.chain[row * CHAIN + k];
      const stop = safeStop(pace, seenM, decel, mps, drivers.headwayS[type], true);
      if (turn < 0 || signals.shown[turn] === RED || signals.shown[turn] === YELLOW || links.givesWay[turn] === 1) {
        if (!limit(stop)) return false;
        break;
      }
      for (const track of [laneCount + turn, turnToLane[turn]]) {
        if (lastOn(state, track, row)) {
          if (!behindLeader(seenM + met.backM, met.row)) return false;
          seenM = Number.POSITIVE_INFINITY;
          break;
        }
        if (!limit(freeSpeed(drivers, type, pace, mps, seenM, laneMps(state, row, track), top))) return false;
        seenM += trackLengthM[track];
      }
      place++;
    }
  }
  const tailM = atM - drivers.lengthM[type];
  const isSafe = (other: number, gapM: number): boolean => {
    const free = gapM - drivers.minGapM[vehicles.type[other]];
    return free >= secureGap(drivers, vehicles.type[other], pace, vehicles.speedMps[other], mps, decel);
  };
  if (behind >= 0) {
    if (!isSafe(behind, tailM - vehicles.positionM[behind])) return false;
  } else {
    for (let k = network.feedStart[lane]; k < network.feedStart[lane + 1]; k++) {
      const track = laneCount + network.feedTurns[k];
      let next = tracks.first[track];
      let awayM = trackLengthM[track];
      if (next < 0) {
        const from = network.roads.turnFromLane[network.feedTurns[k]];
        next = tracks.first[from];
        if (next >= 0 && vehicles.chain[next * CHAIN] !== network.feedTurns[k]) next = -1;
        awayM += trackLengthM[from];
      }
      if (next >= 0 && !isSafe(next, tailM + awayM - vehicles.positionM[next])) return false;
    }
  }
  vehicles.positionM[row] = atM;
  vehicles.speedMps[row] = mps;
  insertByPosition(tracks, vehicles, lane, row);
  vehicles.lookMps[row] = 0;
  return true;
}
