/**
 * Listed vehicles that are due come onto the road: on the lane, at the place and at the speed that each asks for, if those
 * ahead and behind leave room. Who is refused holds up only those who want onto the same lane.
 */
import { streamOf } from '../../../kernel';
import { isOfBus } from '../buses/bus-runs';
import { bearTrip } from '../demand/bear-trip';
import { LISTED_HOUR } from '../demand/listed';
import { drawPlace } from '../demand/listed-plan';
import { LISTED_TYPE, LISTED_WAY } from '../demand/release-listed';
import { drawWhim } from '../demand/trips';
import { unqueue } from '../demand/waiting';
import { isFixedWayShut, takeFixedWay } from '../routing/fixed-way';
import { openEdgeNear, takeFoundWay } from '../routing/route';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { BUS } from '../vehicle-kinds';
import { DIVERTED, FIXED, giveRowBack, takeRow } from '../vehicles';
import { mayUse, planLanes } from './best-lanes';
import { FIRST_LISTED } from './drivers';
import { secureGap } from './follow';
import { laneMps } from './plan';
import { putOnRoad } from './put-on-road';

const SPEED = streamOf('traffic.listed.speed');
const LANE = streamOf('traffic.listed.lane');
const PLACE = streamOf('traffic.listed.place');
const RETRY_SECONDS = 30;
const PLACES_TRIED = 10;
const TAIL_M = 0.1;
const ALL_CLASSES = 255;
/** A lane that leads so far is as good as any. */
const LEADS_FAR_M = 3_000;

/** After so many on one edge who find no room nobody more is tried in this step. */
const REFUSED_AT_MOST = 16;

/** Lanes of the edge at hand, counted from its first, where somebody has been refused in this step; as bits. */
let refusedLanes = 0;

/** Those who wait before an edge, in their order; a bus in the queue has its turn once it is the first. */
export function listedComeIn(state: TrafficState, edge: number): void {
  const { waiting, totals } = state;
  refusedLanes = 0;
  let left = REFUSED_AT_MOST;
  let at = waiting.first[edge];
  while (at >= 0 && left > 0 && !isOfBus(waiting.tripHour[at]) && waiting.retrySeconds[edge] <= totals.elapsedSeconds) {
    const next = waiting.next[at];
    if (!comesIn(state, edge, at)) left--;
    at = next;
  }
}

function comesIn(state: TrafficState, edge: number, at: number): boolean {
  const { waiting, listed, vehicles, luck, chance, totals, closures, settings } = state;
  const { plan } = listed!;
  const key = waiting.tripKey[at];
  const going = listed!.going[key];
  const wanted = plan.goings[going];
  const type = drawPlace(plan.typeOf[going], luck.uniform(LISTED_TYPE, LISTED_HOUR, key));
  const row = takeRow(vehicles);
  if (row < 0) return false;
  vehicles.kind[row] = plan.kinds[type];
  vehicles.type[row] = FIRST_LISTED + type;
  const whim = drawWhim(chance.coming, LISTED_HOUR, key);
  bearTrip(state, row, LISTED_HOUR, key, whim, waiting.destinationEdge[at], -1);
  const { mean, deviation, min, max } = plan.types[type].speedFactor;
  vehicles.speedFactor[row] = Math.max(
    min,
    Math.min(max, mean + deviation * chance.coming.normal(SPEED, LISTED_HOUR, key)),
  );
  if (plan.halts[going].length > 0) vehicles.haltAt[row] = 0;
  const draw = plan.wayOf[going];
  if (draw !== null) takeFixedWay(state, row, drawPlace(draw, luck.uniform(LISTED_WAY, LISTED_HOUR, key)));
  if (draw === null || (state.drivers.classes[vehicles.type[row]] !== ALL_CLASSES && isFixedWayShut(state, row, 0))) {
    const classes = state.drivers.classes[vehicles.type[row]];
    const to = openEdgeNear(state, waiting.destinationEdge[at], classes);
    const found =
      to === edge || (to >= 0 && findWay(state.search, state.network, closures, state.edges, edge, to, whim, classes));
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
  if (vehicles.kind[row] === BUS) totals.busesInserted++;
  unqueue(waiting, edge, at);
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
  const { vehicles, network, drivers, chance, totals } = state;
  const { edgeFirstLane, edgeLaneCount } = network.roads;
  const type = vehicles.type[row];
  const first = edgeFirstLane[edge];
  const count = edgeLaneCount[edge];
  const classes = drivers.classes[type];
  let lane = -1;
  if (typeof departLane === 'number') {
    lane = first + Math.min(departLane, count - 1);
  } else if (departLane === 'random') {
    // Drawn anew each time he tries.
    const from = Math.floor(count * chance.coming.uniform(LANE, totals.steps, key));
    for (let i = 0; i < count && lane < 0; i++)
      if (mayUse(state, first + ((from + i) % count), classes)) lane = first + ((from + i) % count);
  } else if (departLane === 'best' || departLane === 'free') {
    lane = roomiest(state, row, first, count, departLane === 'best', departPosition);
  } else {
    for (let i = 0; i < count && lane < 0; i++) if (mayUse(state, first + i, classes)) lane = first + i;
  }
  if (lane < 0 || !mayUse(state, lane, classes)) return false;
  const bit = 1 << (lane - first);
  if ((refusedLanes & bit) !== 0) return false;
  if (takesPlaceOn(state, row, lane, departPosition, departSpeed, key)) return true;
  refusedLanes |= bit;
  return false;
}

function takesPlaceOn(
  state: TrafficState,
  row: number,
  lane: number,
  departPosition: Wanted,
  departSpeed: Wanted,
  key: number,
): boolean {
  const { vehicles, network, drivers, chance, totals } = state;
  const { trackLengthM } = network.roads;
  const type = vehicles.type[row];
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
    return putOnRoad(state, row, lane, Math.min(atM, laneM), speed, mayLower);
  }
  if (departPosition === 'random' || departPosition === 'random-free' || departPosition === 'free') {
    for (let i = 0; i < (departPosition === 'random' ? 1 : PLACES_TRIED); i++) {
      const share = chance.coming.uniform(PLACE, PLACES_TRIED * totals.steps + i, key);
      if (putOnRoad(state, row, lane, share * laneM, speed, mayLower)) return true;
    }
    return departPosition !== 'random' && putOnRoad(state, row, lane, baseM, speed, mayLower);
  }
  if (departPosition === 'stop' && halt?.lane === lane) return putOnRoad(state, row, lane, halt.toM, speed, mayLower);
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
      return putOnRoad(state, row, lane, Math.max(baseM, behindM), speed, true);
    }
  }
  return putOnRoad(state, row, lane, baseM, speed, mayLower);
}

/** Of the lanes that lead furthest, or of all, the one whose last vehicle is furthest from where one would come in. */
function roomiest(
  state: TrafficState,
  row: number,
  first: number,
  count: number,
  leading: boolean,
  departPosition: Wanted,
): number {
  const { vehicles, tracks, drivers, network } = state;
  const classes = drivers.classes[vehicles.type[row]];
  vehicles.track[row] = first;
  planLanes(state, row);
  vehicles.track[row] = -1;
  const base = row * vehicles.laneStride;
  let furthestM = 0;
  for (let i = 0; i < count; i++) furthestM = Math.max(furthestM, vehicles.laneReachM[base + i]);
  const given = typeof departPosition === 'number' ? departPosition : 0;
  let best = -1;
  let mostM = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    if (!mayUse(state, first + i, classes)) continue;
    const laneM = network.roads.trackLengthM[first + i];
    const atM = given < 0 ? laneM + given : given;
    if (leading && vehicles.laneReachM[base + i] - atM < Math.min(furthestM, LEADS_FAR_M)) continue;
    const last = tracks.last[first + i];
    const roomM = (last < 0 ? laneM : vehicles.positionM[last]) - atM;
    if (roomM > mostM) {
      mostM = roomM;
      best = first + i;
    }
  }
  return best >= 0 || !leading ? best : roomiest(state, row, first, count, false, departPosition);
}
