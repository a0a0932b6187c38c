/**
 * Which lane leads how far along one's way without a change: for every lane of the edge one is on, the way that can be
 * driven from it, and how many lanes lie between it and the best. Looked up once an edge, over the next kilometres, as
 * SUMO's strategic choice does. And the turns to take from where one is, as far as one will look ahead.
 */

import { isOfBus } from '../buses/bus-runs';
import type { Closures } from '../closures';
import { perRun } from '../per-run';
import type { TrafficState } from '../state';
import { edgeOnRoute } from '../vehicles';
import { CHAIN, LEADS, LEADS_ENDS, LEADS_NOWHERE, NOT_LOOKED } from './chain';
import { brakeGap } from './follow';
import { nextHalt } from './halts';
import { LinkState, linkStates } from './link-state';

const LOOK_M = 3_000;
const LEAST_EDGES = 4;
const TOWN_EDGES = 8;
const NEAR_M = 200;
const MOST_EDGES = 24;
export const MOST_LANES = 16;

const depthEdge = new Int32Array(MOST_EDGES);
const reach = new Float64Array(MOST_EDGES * MOST_LANES);
const offset = new Int8Array(MOST_EDGES * MOST_LANES);
const turnFrom = new Int32Array(MOST_EDGES * MOST_LANES);
const isBest = new Uint8Array(MOST_LANES);
/** By a list's rules: 1 where a lane leads on with the right of way, 0 without it, −1 nowhere. */
const priority = new Int8Array(MOST_EDGES * MOST_LANES);
const next = { longestM: -1, connectedM: -1 };

/** A lane that is kept for others leads nowhere, unless no other leads his way: who turns off from it may. Answers the best. */
function keepOffReserved(
  closures: Closures,
  classes: number,
  level: number,
  first: number,
  count: number,
  bestOfAll: number,
): number {
  const base = level * MOST_LANES;
  const isHeldOff = (i: number) => (closures.laneHoldsOff[first + i] & classes) === classes;
  let best = -1;
  for (let i = 0; i < count; i++) {
    const at = base + i;
    if (isHeldOff(i) || reach[at] <= 0) continue;
    if (best >= 0 && turnFrom[best] >= 0 && turnFrom[at] < 0) continue;
    const leads = best >= 0 && turnFrom[best] < 0 && turnFrom[at] >= 0;
    const nearer = best >= 0 && reach[at] === reach[best] && Math.abs(offset[at]) < Math.abs(offset[best]);
    if (best < 0 || leads || reach[at] > reach[best] || nearer) best = at;
  }
  if (best < 0 || (turnFrom[best] < 0 && turnFrom[bestOfAll] >= 0)) return bestOfAll;
  for (let i = 0; i < count; i++) if (isHeldOff(i) && reach[base + i] > 0) reach[base + i] = 0;
  return best;
}

/** Of several best lanes the nearest counts; of two as near, the one towards the kerb. */
function toNearestBest(i: number, count: number): number {
  for (let away = 0; away < count; away++) {
    if (i - away >= 0 && isBest[i - away] === 1) return -away;
    if (i + away < count && isBest[i + away] === 1) return away;
  }
  return 0;
}

/** How far ahead lanes are looked at; a listed vehicle in town sees some edges less. */
function looksOn(listed: boolean, depth: number, seenM: number, brakeM: number): boolean {
  if (!listed) return depth < LEAST_EDGES || seenM < LOOK_M;
  const most = brakeM > LOOK_M ? brakeM : LOOK_M;
  const near = brakeM > NEAR_M ? brakeM : NEAR_M;
  return (depth <= LEAST_EDGES || seenM < most) && (depth <= TOWN_EDGES || seenM < near);
}

export const laneChoice = perRun((state) => {
  const linkState = linkStates(state);

  function mayUse(lane: number, classes: number): boolean {
    return state.closures.laneClosed[lane] === 0 && (state.network.roads.laneAllows[lane] & classes) !== 0;
  }

  /** Writes how far each lane of an edge leads, from a place of the row's route on; returns the number of edges looked at. */
  function look(row: number, place: number): number {
    const { vehicles, network } = state;
    const { edgeFirstLane, edgeLaneCount, trackLengthM, laneTurnStart, laneTurns, turnToLane, laneEdge } =
      network.roads;
    const { closures } = state;
    const classes = state.drivers.classes[vehicles.type[row]];
    let depth = 0;
    let seenM = 0;
    const listed = state.isListedDriving;
    const brakeM = listed ? brakesWithinM(row, edgeOnRoute(vehicles, row, 0)) : 0;
    // As far as he has seen from the edge that he is on or came from.
    for (let further = 0; further < MOST_EDGES && looksOn(listed, further, seenM, brakeM); further++) {
      const edge = edgeOnRoute(vehicles, row, further);
      if (edge < 0) break;
      if (further >= place) depthEdge[depth++] = edge;
      seenM += trackLengthM[edgeFirstLane[edge]];
    }
    // As far as the next halt: of its edge only its own lane leads there, the others to where its place begins.
    const halt = vehicles.haltAt[row] >= 0 ? nextHalt(state, row) : undefined;
    let haltLevel = -1;
    for (let level = 0; halt !== undefined && level < depth && haltLevel < 0; level++) {
      if (depthEdge[level] === halt.edge) haltLevel = level;
    }
    if (haltLevel >= 0) depth = haltLevel + 1;
    const isEnd = depth > 0 && edgeOnRoute(vehicles, row, place + depth) < 0;
    const berth =
      isEnd && vehicles.haltAt[row] >= 0 && isOfBus(vehicles.tripHour[row]) ? nextHalt(state, row) : undefined;
    for (let level = depth - 1; level >= 0; level--) {
      const edge = depthEdge[level];
      const first = edgeFirstLane[edge];
      const count = edgeLaneCount[edge];
      const base = level * MOST_LANES;
      if (listed && level < depth - 1) measureNext(edge, depthEdge[level + 1], base + MOST_LANES);
      let best = -1;
      for (let i = 0; i < count; i++) {
        const lane = first + i;
        const at = base + i;
        priority[at] = -1;
        turnFrom[at] = -1;
        offset[at] = 0;
        if (!mayUse(lane, classes)) {
          reach[at] = level === 0 ? 0 : -1;
          // Whoever is on a shut lane may still take its turn, but would rather be elsewhere.
          if (level > 0) continue;
        } else reach[at] = level === haltLevel && lane !== halt!.lane ? halt!.fromM : trackLengthM[lane];
        if (level === depth - 1) {
          // The last that is seen: any of its lanes will do; the lane to arrive on is the kerb's. A bus arrives at its stop.
          if (!isEnd) offset[at] = 0;
          else if (berth?.edge === edge && lane !== berth.lane) reach[at] = Math.min(reach[at], berth.toM);
        } else {
          const nextBase = base + MOST_LANES;
          const nextFirst = edgeFirstLane[depthEdge[level + 1]];
          let longest = -1;
          for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
            const turn = laneTurns[k];
            const target = turnToLane[turn];
            if (laneEdge[target] !== depthEdge[level + 1] || !mayUse(target, classes)) continue;
            const to = nextBase + target - nextFirst;
            if (reach[to] < 0) continue;
            if (
              longest < 0 ||
              reach[to] > reach[longest] ||
              (reach[to] === reach[longest] && Math.abs(offset[to]) < Math.abs(offset[longest]))
            ) {
              longest = to;
              turnFrom[at] = turn;
            }
          }
          if (longest >= 0) {
            // By a list's rules who comes one lane beside the best is as good as on it.
            const isBeside = listed && reach[longest] === next.connectedM && Math.abs(offset[longest]) < 2;
            reach[at] += isBeside ? next.longestM : reach[longest];
            offset[at] = offset[longest];
            if (listed) priority[at] = linkState(turnFrom[at]) === LinkState.major ? 1 : 0;
          }
        }
        if (
          best < 0 ||
          reach[at] > reach[best] ||
          (reach[at] === reach[best] &&
            (Math.abs(offset[at]) < Math.abs(offset[best]) ||
              (listed && Math.abs(offset[at]) === Math.abs(offset[best]) && priority[at] > priority[best])))
        ) {
          best = at;
        }
      }
      if (closures.anyHeldOff) best = keepOffReserved(closures, classes, level, first, count, best);
      if (best < 0) continue;
      if (listed) {
        toListedBest(first, base, count, best, level === depth - 1);
        continue;
      }
      const bestReach = reach[best];
      const bestOffset = Math.abs(offset[best]);
      for (let i = 0; i < count; i++) {
        isBest[i] = reach[base + i] === bestReach && Math.abs(offset[base + i]) === bestOffset ? 1 : 0;
      }
      for (let i = 0; i < count; i++) offset[base + i] = reach[base + i] < 0 ? 0 : toNearestBest(i, count);
    }
    return depth;
  }

  /** How far a listed vehicle sees at least, at the fastest that it can drive. */
  function brakesWithinM(row: number, edge: number): number {
    if (edge < 0) return 0;
    const { drivers, vehicles, network, pace } = state;
    const type = vehicles.type[row];
    const most = drivers.maxMps[type];
    const startM = network.roads.trackLengthM[network.roads.edgeFirstLane[edge]];
    return startM + brakeGap(pace, most, drivers.decelMps2[type], drivers.headwayS[type]) + drivers.minGapM[type];
  }

  /** Of the lanes of the edge that comes next: how far the best leads, and the best that this edge leads onto. */
  function measureNext(edge: number, nextEdge: number, nextBase: number): void {
    const { edgeFirstLane, edgeLaneCount, laneTurnStart, laneTurns, turnToLane, laneEdge } = state.network.roads;
    const nextFirst = edgeFirstLane[nextEdge];
    next.longestM = -1;
    next.connectedM = -1;
    for (let i = 0; i < edgeLaneCount[nextEdge]; i++) {
      if (reach[nextBase + i] > next.longestM) next.longestM = reach[nextBase + i];
    }
    for (let i = 0; i < edgeLaneCount[edge]; i++) {
      const lane = edgeFirstLane[edge] + i;
      for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
        const target = turnToLane[laneTurns[k]];
        if (laneEdge[target] !== nextEdge) continue;
        const m = reach[nextBase + target - nextFirst];
        if (m > next.connectedM) next.connectedM = m;
      }
    }
  }

  /** By a list's rules: towards the nearer end of the best lanes; one that leads on without the right of way where a best one has it is left before it ends. */
  function toListedBest(first: number, base: number, count: number, best: number, isLast: boolean): void {
    const { trackLengthM } = state.network.roads;
    const [bestM, bestOffset, bestPriority] = [reach[best], Math.abs(offset[best]), priority[best]];
    const from = best - base;
    let to = from;
    for (let i = from; i < count; i++) {
      const at = base + i;
      if (reach[at] === bestM && Math.abs(offset[at]) === bestOffset && priority[at] === bestPriority) to = i;
    }
    for (let i = 0; i < count; i++) {
      const at = base + i;
      if (reach[at] < 0) {
        offset[at] = 0;
        continue;
      }
      const isLess = !isLast && priority[at] < bestPriority;
      if (reach[at] < bestM || Math.abs(offset[at]) > bestOffset || isLess) {
        offset[at] = Math.abs(from - i) < Math.abs(to - i) ? from - i : to - i;
        if (isLess) reach[at] = Math.min(reach[at], trackLengthM[first + i]);
      } else offset[at] = 0;
    }
  }

  /** Call it on lanes only: plans the row's lanes and turns anew. */
  function planLanes(row: number): void {
    const { vehicles, network } = state;
    const { edgeFirstLane, edgeLaneCount } = network.roads;
    const { laneStride } = vehicles;
    const lane = vehicles.track[row];
    const edge = network.trackEdge[lane];
    const first = edgeFirstLane[edge];
    const depth = look(row, 0);
    const count = edgeLaneCount[edge];
    for (let i = 0; i < count; i++) {
      vehicles.laneReachM[row * laneStride + i] = reach[i];
      vehicles.laneOffset[row * laneStride + i] = offset[i];
      if (vehicles.leads.length > 0) keepLeads((row * laneStride + i) * LEADS, depth, first + i, i);
    }
    chainFrom(row, depth, lane - first);
  }

  /**
   * On one of several ways abreast through a junction: what is known of the lanes that these lead to, in their order, and
   * the turns to take from there. Nothing where there is but one way.
   */
  function planWithin(row: number): void {
    const { vehicles, network, links } = state;
    const { laneCount, turnToLane, laneEdge, edgeFirstLane } = network.roads;
    const { laneStride } = vehicles;
    const turn = vehicles.track[row] - laneCount;
    const { group, place, start, turns } = links.abreast!;
    const g = group[turn];
    if (g < 0) return;
    const depth = look(row, 1);
    const first = edgeFirstLane[laneEdge[turnToLane[turn]]];
    const count = start[g + 1] - start[g];
    for (let i = 0; i < count; i++) {
      const lane = turnToLane[turns[start[g] + i]];
      const to = offset[lane - first];
      vehicles.laneReachM[row * laneStride + i] = reach[lane - first];
      vehicles.laneOffset[row * laneStride + i] = Math.max(-i, Math.min(count - 1 - i, to));
      keepLeads((row * laneStride + i) * LEADS, depth, lane, lane - first);
    }
    chainFrom(row, depth, turnToLane[turns[start[g] + place[turn]]] - first);
    vehicles.nextTurn[row] = -1;
  }

  /** Which lanes follow one of one's edge, as far as it leads. */
  function keepLeads(begin: number, depth: number, firstLane: number, laneIndex: number): void {
    const { leads } = state.vehicles;
    const { laneTurnStart, turnToLane, edgeFirstLane } = state.network.roads;
    let lane = firstLane;
    let i = laneIndex;
    for (let k = 0; k < LEADS; k++) {
      const turn = k < depth - 1 && i >= 0 ? turnFrom[k * MOST_LANES + i] : -1;
      if (turn < 0) {
        leads[begin + k] = LEADS_ENDS;
        i = -1;
        continue;
      }
      leads[begin + k] = placeAmong(turn, laneTurnStart[lane]);
      lane = turnToLane[turn];
      i = lane - edgeFirstLane[depthEdge[k + 1]];
    }
  }

  function placeAmong(turn: number, begin: number): number {
    const { laneTurns } = state.network.roads;
    let k = begin;
    while (laneTurns[k] !== turn) k++;
    return k - begin;
  }

  function chainFrom(row: number, depth: number, laneIndex: number): void {
    const { vehicles, network } = state;
    const { turnToLane, edgeFirstLane } = network.roads;
    let i = laneIndex;
    let turn = 0;
    for (let k = 0; k < CHAIN; k++) {
      if (turn >= 0) turn = k < depth - 1 ? turnFrom[k * MOST_LANES + i] : NOT_LOOKED;
      vehicles.chain[row * CHAIN + k] = turn;
      if (turn >= 0) i = turnToLane[turn] - edgeFirstLane[depthEdge[k + 1]];
    }
    vehicles.nextTurn[row] = Math.max(LEADS_NOWHERE, vehicles.chain[row * CHAIN]);
  }

  /** The first turn by which a lane leads onto the next edge of the way. */
  function turnTowards(row: number, lane: number): number {
    const { laneTurnStart, laneTurns, laneEdge, turnToLane } = state.network.roads;
    const next = edgeOnRoute(state.vehicles, row, 1);
    if (next < 0) return -1;
    for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
      if (laneEdge[turnToLane[laneTurns[k]]] === next) return laneTurns[k];
    }
    return -1;
  }

  return { mayUse, planLanes, planWithin, turnTowards };
});

export function mayUse(state: TrafficState, lane: number, classes: number): boolean {
  return laneChoice(state).mayUse(lane, classes);
}

export function planLanes(state: TrafficState, row: number): void {
  laneChoice(state).planLanes(row);
}
