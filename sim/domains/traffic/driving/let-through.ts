/**
 * Junctions that shut one another stay shut where everybody keeps to the rules. Who has stood for so long as the first of
 * his lane, or within a junction, is let through by the others: he goes to the beginning of the next road of his way as
 * soon as it has room for him at a standstill, and is counted. Where a list says so alone, after the time when SUMO takes
 * somebody off the road (time-to-teleport); with us nobody ever is off it, and who finds no room waits on.
 */
import { perRun } from '../per-run';
import { insertByPosition, takeOff } from '../tracks';
import { edgeOnRoute, goesOn, takeNextEdge } from '../vehicles';
import { laneChoice } from './best-lanes';
import { secureGap } from './follow';

const TAIL_M = 0.1;

export const lettingThrough = perRun((state) => {
  const { mayUse, planLanes } = laneChoice(state);

  /** Whoever is the first on his track and has stood for so long that the others let him through, if there is room. */
  function letThrough(row: number): void {
    const { vehicles, network, drivers, totals } = state;
    const { trackLengthM, edgeFirstLane, edgeLaneCount } = network.roads;
    if (vehicles.ahead[row] >= 0 || vehicles.haltAt[row] >= 0 || !goesOn(vehicles, row, 1)) return;
    const edge = edgeOnRoute(vehicles, row, 1);
    const type = vehicles.type[row];
    const track = vehicles.track[row];
    const atM = drivers.lengthM[type] + TAIL_M;
    const lane = roomOn(row, edgeFirstLane[edge], edgeLaneCount[edge], atM);
    if (lane < 0) return;
    forgetTails(row);
    takeOff(state.tracks, vehicles, row);
    vehicles.odometerM[row] += Math.max(0, trackLengthM[track] - vehicles.positionM[row]) + atM;
    vehicles.positionM[row] = atM;
    vehicles.waitS[row] = 0;
    vehicles.stillSeconds[row] = 0;
    insertByPosition(state.tracks, vehicles, lane, row);
    takeNextEdge(vehicles, row);
    planLanes(row);
    vehicles.waitsAhead[row] = 0;
    vehicles.lateralM[row] = 0;
    totals.letThrough++;
  }

  /** The lane of an edge that leads on from there and has room at its beginning; of several the one that he would take. */
  function roomOn(row: number, first: number, count: number, atM: number): number {
    const { vehicles, drivers } = state;
    const classes = drivers.classes[vehicles.type[row]];
    for (const leadsOn of [true, false]) {
      for (let lane = first; lane < first + count; lane++) {
        if (mayUse(lane, classes) && leads(row, lane) === leadsOn && hasRoom(row, lane, atM)) return lane;
      }
    }
    return -1;
  }

  /** Whether a lane of the next edge leads to the one after it. */
  function leads(row: number, lane: number): boolean {
    const { laneTurnStart, laneTurns, turnToLane, laneEdge } = state.network.roads;
    const after = edgeOnRoute(state.vehicles, row, 2);
    if (after < 0) return true;
    for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
      if (laneEdge[turnToLane[laneTurns[k]]] === after) return true;
    }
    return false;
  }

  function hasRoom(row: number, lane: number, atM: number): boolean {
    const { vehicles, tracks, drivers, network, pace } = state;
    const { laneCount, trackLengthM } = network.roads;
    const type = vehicles.type[row];
    const last = tracks.last[lane];
    const freeM = last < 0 ? trackLengthM[lane] : vehicles.positionM[last] - drivers.lengthM[vehicles.type[last]];
    if (freeM < atM + drivers.minGapM[type]) return false;
    // Nobody who comes through the junction is made to brake hard.
    for (let k = network.feedStart[lane]; k < network.feedStart[lane + 1]; k++) {
      const turn = laneCount + network.feedTurns[k];
      const next = tracks.first[turn];
      if (next < 0 || next === row) continue;
      const his = vehicles.type[next];
      const needsM = secureGap(drivers, his, pace, vehicles.speedMps[next], 0, drivers.decelMps2[type]);
      if (trackLengthM[turn] - vehicles.positionM[next] + TAIL_M < needsM + drivers.minGapM[his]) return false;
    }
    return true;
  }

  /** Nowhere behind him is his tail left. */
  function forgetTails(row: number): void {
    const { vehicles, tracks } = state;
    for (const field of ['trackBefore', 'trackBefore2', 'trackBefore3'] as const) {
      const left = vehicles[field][row];
      if (left >= 0 && tracks.lastLeft[left] === row) tracks.lastLeft[left] = -1;
      vehicles[field][row] = -1;
    }
  }

  return letThrough;
});
