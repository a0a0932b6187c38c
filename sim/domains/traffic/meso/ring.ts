/**
 * Lanes that are full, each with a first who waits for the next, around in a ring: nobody can begin. As on a real
 * roundabout of queues all move at once: each goes onto the lane he waits for, if the lengths allow it. Nobody is taken
 * off the road, and no lane takes more than it holds.
 */
import { awaitLine, pass, STEADY } from './line';
import { laneRoomM, roomOf } from './room';
import type { MesoRun } from './run';

const LONGEST_RING = 256;
const MOVE_MPS = 2;
const ring = new Int32Array(LONGEST_RING);

/** To be asked when the first of a lane has begun to wait for room that nobody has left. */
export function turnRing(run: MesoRun, lane: number, nowS: number): void {
  let length = 0;
  for (let at = lane; ; at = run.waitsFor[at]) {
    if (at < 0 || length === LONGEST_RING) return;
    if (length > 0 && at === lane) break;
    for (let i = 1; i < length; i++) if (ring[i] === at) return; // a ring that this lane only leads to
    ring[length++] = at;
  }
  if (length < 2) return;
  for (let i = 0; i < length; i++) {
    const onto = ring[(i + 1) % length];
    if (run.firstHole[onto] >= 0) return; // room is coming
    const comes = roomOf(run, run.first[ring[i]]);
    const goes = roomOf(run, run.first[onto]);
    if (run.takenM[onto] - goes + comes > laneRoomM(run, onto)) return;
  }
  const rows = Array.from({ length }, (_, i) => run.first[ring[i]]);
  const lanes = Array.from(ring.subarray(0, length));
  const turns = rows.map((row, i) => turnFrom(run, row, lanes[(i + 1) % length]));
  if (turns.includes(-2)) return;
  run.tally.turnedRings++;
  for (let i = 0; i < length; i++) {
    run.takenM[lanes[i]] -= roomOf(run, rows[i]);
    pass(run, rows[i], lanes[i], lanes[(i + 1) % length], turns[i], nowS, MOVE_MPS, STEADY, false);
  }
  // What they left was taken at once: no room runs back.
  for (const each of lanes) {
    dropLastHole(run, each);
    awaitLine(run, each, nowS);
  }
}

/** The turn by which a row would leave that lane; −1 where its way ends there, −2 where the lane does not serve it. */
function turnFrom(run: MesoRun, row: number, lane: number): number {
  const { trips, movements, place } = run;
  const at = trips.at[row] + 1;
  if (at === trips.linkCount[row]) return -1;
  const link = trips.links[trips.linkFrom[row] + at];
  for (let k = movements.turnStart[link]; k < movements.turnStart[link + 1]; k++) {
    if (place.network.roads.turnFromLane[movements.turns[k]] === lane) return movements.turns[k];
  }
  return -2;
}

function dropLastHole(run: MesoRun, lane: number): void {
  const hole = run.firstHole[lane];
  run.firstHole[lane] = -1;
  run.lastHole[lane] = -1;
  run.holeNext[hole] = run.freeHole;
  run.freeHole = hole;
}
