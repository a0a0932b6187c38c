/**
 * Out of a dead lock, openly: who stands first in a lane that does not lead his way, or for long before a road that is
 * full, takes another turn that his lane allows and goes on from there by the best way. Each is counted. Those whose way
 * is given keep to it as long as anyone would wait; where a list of vehicles says how they drove, nobody leaves his way.
 */
import { planLanes } from './driving/best-lanes';
import { LinkState, linkState } from './driving/link-state';
import { mayDrive } from './open-lanes';
import { takeFoundWay } from './routing/route';
import { findWay } from './routing/search';
import type { TrafficState } from './state';
import { CIRCULATES, edgeOnRoute, FIXED } from './vehicles';
import { STUCK_AFTER_S } from './watch';

const WRONG_LANE_S = 40;
const FULL_ROAD_S = 120;
const TURNING_BACK = 3;
const TURNING_BACK_S = 120;

export function takeDetours(state: TrafficState): void {
  if (state.isListedDriving) return;
  const { vehicles, totals, network } = state;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const waited = vehicles.waitS[row];
    if (waited < WRONG_LANE_S || vehicles.ahead[row] >= 0) continue;
    const track = vehicles.track[row];
    if (track < 0 || track >= network.roads.laneCount || (vehicles.flags[row] & CIRCULATES) !== 0) continue;
    if (edgeOnRoute(vehicles, row, 1) < 0) continue;
    const turn = vehicles.nextTurn[row];
    if (turn >= 0 && (waited < FULL_ROAD_S || !waitsForRoom(state, row, turn))) continue;
    if ((vehicles.flags[row] & FIXED) !== 0 && waited < STUCK_AFTER_S) continue;
    if (!takeOtherTurn(state, row, turn < 0)) continue;
    if (turn < 0) totals.wrongLaneTurns++;
    else totals.jamDetours++;
  }
}

/** Whether it is neither the light nor anyone's right of way that holds him, but the road beyond. */
function waitsForRoom(state: TrafficState, row: number, turn: number): boolean {
  const { intents } = state;
  const said = linkState(state, turn);
  if (said === LinkState.red || said === LinkState.yellow || intents.length[row] === 0) return false;
  const at = intents.start[row];
  return intents.link[at] === turn && intents.asks[at] === 0;
}

function takeOtherTurn(state: TrafficState, row: number, anyRoom: boolean): boolean {
  const { vehicles, network, closures, edges, search } = state;
  const { laneTurnStart, laneTurns, turnToLane, laneEdge, turnDirection } = network.roads;
  const lane = vehicles.track[row];
  const planned = edgeOnRoute(vehicles, row, 1);
  const destination = vehicles.destinationEdge[row];
  const whim = vehicles.whim[row];
  const classes = state.drivers.classes[vehicles.type[row]];
  let best = -1;
  let bestSeconds = Number.POSITIVE_INFINITY;
  for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
    const turn = laneTurns[k];
    const target = turnToLane[turn];
    const edge = laneEdge[target];
    if (edge === planned || !mayDrive(state, target, vehicles.kind[row])) continue;
    if (!anyRoom && !hasRoom(state, row, target)) continue;
    const back = turnDirection[turn] === TURNING_BACK ? TURNING_BACK_S : 0;
    if (edge !== destination && !findWay(search, network, closures, edges, edge, destination, whim, classes)) continue;
    const seconds = back + (edge === destination ? 0 : search.seconds[destination]);
    if (seconds >= bestSeconds) continue;
    bestSeconds = seconds;
    best = edge;
  }
  if (best < 0) return false;
  if (best === destination) {
    search.way[0] = best;
    search.wayLength = 1;
  } else findWay(search, network, closures, edges, best, destination, whim, classes);
  vehicles.flags[row] &= ~FIXED;
  takeFoundWay(state, row, 1);
  planLanes(state, row);
  vehicles.waitS[row] = 0;
  return true;
}

function hasRoom({ tracks, vehicles, drivers }: TrafficState, row: number, lane: number): boolean {
  const last = tracks.last[lane];
  if (last < 0) return true;
  const type = vehicles.type[row];
  const backM = vehicles.positionM[last] - drivers.lengthM[vehicles.type[last]];
  return backM > drivers.lengthM[type] + drivers.minGapM[type];
}
