/**
 * On which lane of the edge to come a vehicle queues: of those that lead on, and have room, the one with fewest on it. It
 * keeps to the lane that its turn ends on unless another is worth the change.
 */
import { along, driveAlong, holdBest, takeBest } from './drive-along';
import { hasRoom, roomAtS } from './room';
import type { MesoRun } from './run';

/** What was found: the lane and the turn that leaves it (−1 where the way ends); room may be there only later. */
export const chosen = { lane: -1, turn: -1, roomAtS: Number.POSITIVE_INFINITY };

/** A change of lane is worth it for so many fewer ahead. */
const CHANGE_VEHICLES = 0.5;
/** What one more before him costs at the line: about the headway of a queue. */
const QUEUES_S = 1.9;
const MOST_CHOICES = 8;
/** On a piece that is shorter nobody changes lanes: a change takes some three seconds, and room. */
const SHORT_M = 60;

/** All that were found with room. */
const choices = { count: 0, lane: new Int32Array(MOST_CHOICES), turn: new Int32Array(MOST_CHOICES) };

function mayUse({ place }: MesoRun, lane: number, classes: number): boolean {
  return place.closures.laneClosed[lane] === 0 && (place.network.roads.laneAllows[lane] & classes) !== 0;
}

/** Whether some turn of a link leaves that lane. */
function leadsBy({ movements, place }: MesoRun, lane: number, link: number): boolean {
  for (let k = movements.turnStart[link]; k < movements.turnStart[link + 1]; k++) {
    if (place.network.roads.turnFromLane[movements.turns[k]] === lane) return true;
  }
  return false;
}

/**
 * For a row that is to go onto place `at` of its way. True where there is room now. If not, `chosen.lane` is the one to
 * wait for and `chosen.roomAtS` when its room will do, as far as that is known; lane −1: none leads there at all.
 */
export function chooseLane(run: MesoRun, row: number, at: number, needM: number, nowS: number): boolean {
  const { trips, place, movements } = run;
  const { roads, linkEdge } = place.network;
  const classes = place.drivers.classes[trips.type[row]];
  const straightOn = trips.turn[row] < 0 ? -1 : roads.turnToLane[trips.turn[row]];
  choices.count = 0;
  chosen.lane = -1;
  chosen.turn = -1;
  chosen.roomAtS = Number.POSITIVE_INFINITY;
  least = Number.POSITIVE_INFINITY;
  const from = trips.linkFrom[row];
  if (at === trips.linkCount[row]) {
    const edge = at === 0 ? trips.firstEdge[row] : linkEdge[trips.links[from + at - 1]];
    const first = roads.edgeFirstLane[edge];
    for (let lane = first; lane < first + roads.edgeLaneCount[edge]; lane++) {
      if (mayUse(run, lane, classes)) consider(run, lane, -1, straightOn, needM, nowS);
    }
    return choices.count > 0;
  }
  const link = trips.links[from + at];
  const next = at + 1 < trips.linkCount[row] ? trips.links[from + at + 1] : -1;
  const looksOn = next >= 0 && roads.trackLengthM[roads.edgeFirstLane[linkEdge[link]]] < SHORT_M;
  const keepsTo =
    straightOn >= 0 &&
    roads.trackLengthM[straightOn] < SHORT_M &&
    mayUse(run, straightOn, classes) &&
    leadsBy(run, straightOn, link);
  for (let pass = looksOn ? 0 : 1; pass < 2 && chosen.lane < 0; pass++) {
    for (let k = movements.turnStart[link]; k < movements.turnStart[link + 1]; k++) {
      const turn = movements.turns[k];
      const lane = roads.turnFromLane[turn];
      if (keepsTo && lane !== straightOn) continue;
      if (!mayUse(run, lane, classes) || !mayUse(run, roads.turnToLane[turn], classes)) continue;
      // Nobody gets over on a short piece: he is on the lane that he will need beyond it.
      if (pass === 0 && !leadsBy(run, roads.turnToLane[turn], next)) continue;
      consider(run, lane, turn, straightOn, needM, nowS);
    }
  }
  return choices.count > 0;
}

let least = Number.POSITIVE_INFINITY;

function consider(run: MesoRun, lane: number, turn: number, straightOn: number, needM: number, nowS: number): void {
  if (hasRoom(run, lane, needM, nowS)) {
    const { count } = choices;
    // Of two ways out of a lane to the same edge the first will do.
    if (count === MOST_CHOICES || (count > 0 && choices.lane[count - 1] === lane)) return;
    choices.lane[count] = lane;
    choices.turn[count] = turn;
    choices.count++;
    const cost = run.count[lane] + (straightOn >= 0 && lane !== straightOn ? CHANGE_VEHICLES : 0);
    if (cost >= least) return;
    least = cost;
  } else {
    if (choices.count > 0) return;
    const backS = roomAtS(run, lane, needM);
    if (chosen.lane >= 0 && backS >= chosen.roomAtS) return;
    chosen.roomAtS = backS;
  }
  chosen.lane = lane;
  chosen.turn = turn;
}

/**
 * Of the lanes just found with room the one that he gets along best: a driver on several lanes overtakes. Changes
 * `chosen`; true where the way along it has been looked at.
 */
export function preferQuickest(
  run: MesoRun,
  row: number,
  overTrack: number,
  fromS: number,
  fromM: number,
  fromMps: number,
): boolean {
  if (choices.count < 2) return false;
  const { trackLengthM } = run.place.network.roads;
  let bestS = Number.POSITIVE_INFINITY;
  for (let i = 0; i < choices.count; i++) {
    const lane = choices.lane[i];
    driveAlong(run, row, lane, overTrack, fromS, fromM, fromMps, trackLengthM[lane]);
    const costS = along.atS + QUEUES_S * run.count[lane];
    if (costS >= bestS) continue;
    bestS = costS;
    chosen.lane = lane;
    chosen.turn = choices.turn[i];
    holdBest();
  }
  takeBest();
  return true;
}

/** Whether lanes that a row may use lead along the whole of its way. */
export function canDriveWay(run: MesoRun, row: number): boolean {
  for (let at = 0; at <= run.trips.linkCount[row]; at++) {
    chooseLane(run, row, at, 0, run.nowS);
    if (chosen.lane < 0) return false;
  }
  return true;
}
