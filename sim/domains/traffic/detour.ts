/**
 * Out of a dead lock, openly: who stands at the stop line of a lane that does not lead his way, or for a minute before a
 * road that is full, takes another turn that his lane allows and goes on from there by the best way. Each is counted.
 */
import { hasRoom } from './keep-clear';
import { isTooShortToChange, mayDrive, planLane } from './lane-plan';
import { takeFoundWay } from './routing/route';
import { findWay } from './routing/search';
import type { TrafficState } from './state';
import { CIRCULATES, edgeOnRoute, FIXED } from './vehicles';
import { STUCK_AFTER_S } from './watch';

const WRONG_LANE_S = 12;
const FULL_ROAD_S = 60;
const TURNING_BACK = 3;
const TURNING_BACK_S = 120;

export function takeDetours(state: TrafficState): void {
  const { vehicles, totals } = state;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const waited = vehicles.roomSeconds[row];
    if (waited < WRONG_LANE_S || vehicles.track[row] < 0) continue;
    const wrongLane = vehicles.nextTurn[row] < 0;
    if (!wrongLane && waited < FULL_ROAD_S) continue;
    if ((vehicles.flags[row] & FIXED) !== 0 && !giveWayUp(state, row, waited)) continue;
    vehicles.roomSeconds[row] = 0;
    if ((vehicles.flags[row] & CIRCULATES) !== 0 || !takeOtherTurn(state, row, wrongLane)) continue;
    if (wrongLane) totals.wrongLaneTurns++;
    else totals.jamDetours++;
  }
}

/** Who has a way of his own keeps to it as long as anyone would wait, or where no change of lane can ever come. */
function giveWayUp(state: TrafficState, row: number, waitedSeconds: number): boolean {
  return waitedSeconds >= STUCK_AFTER_S || isTooShortToChange(state, state.vehicles.track[row]);
}

function takeOtherTurn(state: TrafficState, row: number, anyRoom: boolean): boolean {
  const { vehicles, network, closures, edges, search } = state;
  const { laneTurnStart, laneTurns, turnToLane, laneEdge, turnDirection } = network.roads;
  const lane = vehicles.track[row];
  const planned = edgeOnRoute(vehicles, row, 1);
  const destination = vehicles.destinationEdge[row];
  let best = -1;
  let bestSeconds = Number.POSITIVE_INFINITY;
  for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
    const turn = laneTurns[k];
    const edge = laneEdge[turnToLane[turn]];
    if (edge === planned || !mayDrive(state, turnToLane[turn], vehicles.kind[row])) continue;
    if (!anyRoom && !hasRoom(state, row, turn)) continue;
    const back = turnDirection[turn] === TURNING_BACK ? TURNING_BACK_S : 0;
    if (edge !== destination && !findWay(search, network, closures, edges, edge, destination, vehicles.whim[row]))
      continue;
    const seconds = back + (edge === destination ? 0 : search.seconds[destination]);
    if (seconds >= bestSeconds) continue;
    bestSeconds = seconds;
    best = edge;
  }
  if (best < 0) return false;
  if (best === destination) {
    search.way[0] = best;
    search.wayLength = 1;
  } else findWay(search, network, closures, edges, best, destination, vehicles.whim[row]);
  vehicles.flags[row] &= ~FIXED;
  takeFoundWay(state, row, 1);
  planLane(state, row);
  return true;
}
