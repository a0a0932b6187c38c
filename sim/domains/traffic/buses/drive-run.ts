/** The bus of a run on the road: it stands at a stop, gets the way to the next, and is taken off the road at the end. */
import { planLanes } from '../driving/best-lanes';
import { mayDrive } from '../open-lanes';
import { isFixedWayShut } from '../routing/fixed-way';
import { reroute } from '../routing/route';
import { roomForWay } from '../routing/way-room';
import type { TrafficState } from '../state';
import { BUS } from '../vehicle-kinds';
import { FIXED, MOST_WAY_EDGES } from '../vehicles';
import { giveRunBack, isOfBus } from './bus-runs';
import { callAtStop, letMoreOn, putDown } from './call-at-stop';

/** So long a bus tries to get to the kerb from the lane beside; then it goes on to the next stop. */
const GIVES_STOP_UP_S = 60;

export function standAtStop({ buses, totals }: TrafficState, row: number): number {
  const run = buses!.runOfRow[row];
  buses!.runs.stands[run] = 1;
  return callAtStop(buses!, run, totals.elapsedSeconds);
}

export function standLonger({ buses, totals }: TrafficState, row: number): number {
  return letMoreOn(buses!, buses!.runOfRow[row], totals.elapsedSeconds);
}

/** Whether it has stood too long in a lane that is not its stop's. */
export function givesStopUp({ vehicles }: TrafficState, row: number): boolean {
  return isOfBus(vehicles.tripHour[row]) && vehicles.waitS[row] > GIVES_STOP_UP_S;
}

/** From one stop, made or passed, to the next that is open; from the last the run is over as soon as the road lets. */
export function driveToNextStop(state: TrafficState, row: number, isMade: boolean): void {
  const { vehicles, network } = state;
  const { plan, runs, sums, runOfRow } = state.buses!;
  const run = runOfRow[row];
  const line = plan.lines[runs.line[run]];
  if (!isMade) sums.stopsSkipped++;
  const left = runs.next[run]++;
  runs.stands[run] = 0;
  while (runs.next[run] < line.stops.length && isStopShut(state, line.stops[runs.next[run]])) {
    runs.next[run]++;
    sums.stopsSkipped++;
  }
  const here = network.trackEdge[vehicles.track[row]];
  vehicles.flags[row] |= FIXED;
  if (runs.next[run] >= line.stops.length) {
    takeWay(state, row, [here]);
    vehicles.haltAt[row] = -1;
    vehicles.destinationM[row] = vehicles.positionM[row];
  } else {
    vehicles.haltAt[row] = runs.next[run];
    vehicles.destinationM[row] = Number.POSITIVE_INFINITY;
    const way = line.ways[left];
    const asDrawn = runs.next[run] === left + 1 && way[0] === here && way.length <= MOST_WAY_EDGES;
    takeWay(state, row, asDrawn ? way : [here]);
    if (!asDrawn || isFixedWayShut(state, row, 0)) {
      vehicles.destinationEdge[row] = plan.halts[line.stops[runs.next[run]]].edge;
      reroute(state, row);
    }
  }
  planLanes(state, row);
}

function takeWay({ vehicles }: TrafficState, row: number, way: ArrayLike<number>): void {
  const base = roomForWay(vehicles, row, way.length);
  for (let i = 0; i < way.length; i++) vehicles.route[base + i] = way[i];
  vehicles.routeAt[row] = 0;
  vehicles.routeLength[row] = way.length;
  vehicles.destinationEdge[row] = way[way.length - 1];
}

export function isStopShut(state: TrafficState, stop: number): boolean {
  const { lane, edge } = state.buses!.plan.halts[stop];
  return state.closures.edgeClosed[edge] === 1 || !mayDrive(state, lane, BUS);
}

/** Roads have been shut or opened: a bus whose next stop is shut, and that does not stand there, goes on to another. */
export function heedShutStops(state: TrafficState): void {
  const { buses, vehicles } = state;
  if (buses === null) return;
  const { plan, runs, runOfRow, sums } = buses;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] < 0 || !isOfBus(vehicles.tripHour[row])) continue;
    const run = runOfRow[row];
    const { stops } = plan.lines[runs.line[run]];
    if (vehicles.haltAt[row] < 0 || vehicles.haltLeftS[row] >= 0 || !isStopShut(state, stops[runs.next[run]])) continue;
    while (runs.next[run] < stops.length && isStopShut(state, stops[runs.next[run]])) {
      runs.next[run]++;
      sums.stopsSkipped++;
    }
    // With no stop left to make it ends its run where it was going, or as near to it as it comes.
    if (runs.next[run] >= stops.length) vehicles.haltAt[row] = -1;
    else {
      vehicles.haltAt[row] = runs.next[run];
      vehicles.destinationEdge[row] = plan.halts[stops[runs.next[run]]].edge;
    }
    reroute(state, row);
  }
}

/** To be told of every vehicle that ends its journey, before its row is cleared. */
export function tellBus(state: TrafficState, row: number): void {
  const { buses, vehicles, totals, pace } = state;
  if (buses === null || !isOfBus(vehicles.tripHour[row])) return;
  const { plan, runs, runOfRow, readyS } = buses;
  const run = runOfRow[row];
  const line = plan.lines[runs.line[run]];
  putDown(buses, run);
  readyS[runs.bus[run]] = totals.elapsedSeconds + pace.stepS + line.returnS;
  giveRunBack(runs, run);
  runOfRow[row] = -1;
}
