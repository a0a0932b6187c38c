/** Who stands behind whom: on a lane, before an edge that he wants to come in by, and for room on a lane. */
import type { MesoRun } from './run';

/** Puts a row onto a lane where its time at the line belongs, looking from the rear. */
export function joinLane(run: MesoRun, lane: number, row: number): void {
  const { trips, first, last } = run;
  const { ahead, freeS } = trips;
  let follower = -1;
  let leader = last[lane];
  while (leader >= 0 && freeS[leader] > freeS[row]) {
    follower = leader;
    leader = ahead[leader];
  }
  link(run, lane, row, leader, follower);
  if (leader < 0) first[lane] = row;
}

/** At the end of a lane's queue, whatever the times: whoever came on by the line before overtakes nobody. */
export function joinEnd(run: MesoRun, lane: number, row: number): void {
  link(run, lane, row, run.last[lane], -1);
}

function link(run: MesoRun, lane: number, row: number, leader: number, follower: number): void {
  const { trips, first, last, count } = run;
  trips.lane[row] = lane;
  trips.ahead[row] = leader;
  trips.behind[row] = follower;
  if (leader < 0) first[lane] = row;
  else trips.behind[leader] = row;
  if (follower < 0) last[lane] = row;
  else trips.ahead[follower] = row;
  count[lane]++;
}

export function leaveLane(run: MesoRun, row: number): void {
  const { trips, first, last, count } = run;
  const lane = trips.lane[row];
  const leader = trips.ahead[row];
  const follower = trips.behind[row];
  if (leader < 0) first[lane] = follower;
  else trips.behind[leader] = follower;
  if (follower < 0) last[lane] = leader;
  else trips.ahead[follower] = leader;
  trips.lane[row] = -1;
  trips.ahead[row] = -1;
  trips.behind[row] = -1;
  count[lane]--;
}

/** `behind` links those who wait at an origin too: nobody is at both places. */
export function joinOrigin(run: MesoRun, edge: number, row: number): void {
  const last = run.lastAtOrigin[edge];
  if (last < 0) run.firstAtOrigin[edge] = row;
  else run.trips.behind[last] = row;
  run.lastAtOrigin[edge] = row;
}

export function leaveOrigin(run: MesoRun, edge: number): void {
  const row = run.firstAtOrigin[edge];
  run.firstAtOrigin[edge] = run.trips.behind[row];
  run.trips.behind[row] = -1;
  if (run.firstAtOrigin[edge] < 0) run.lastAtOrigin[edge] = -1;
}

export function waitForRoom(run: MesoRun, lane: number, on: number): void {
  if (run.waitsFor[lane] === on) return;
  if (run.waitsFor[lane] >= 0) stopWaiting(run, lane);
  run.waitsFor[lane] = on;
  run.nextWaiting[lane] = -1;
  const last = run.lastWaiting[on];
  if (last < 0) run.firstWaiting[on] = lane;
  else run.nextWaiting[last] = lane;
  run.lastWaiting[on] = lane;
}

export function stopWaiting(run: MesoRun, lane: number): void {
  const on = run.waitsFor[lane];
  if (on < 0) return;
  let before = -1;
  let at = run.firstWaiting[on];
  while (at !== lane) {
    before = at;
    at = run.nextWaiting[at];
  }
  if (before < 0) run.firstWaiting[on] = run.nextWaiting[lane];
  else run.nextWaiting[before] = run.nextWaiting[lane];
  if (run.lastWaiting[on] === lane) run.lastWaiting[on] = before;
  run.nextWaiting[lane] = -1;
  run.waitsFor[lane] = -1;
}
