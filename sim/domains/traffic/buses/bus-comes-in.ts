/** A bus begins its run standing at its first stop, as soon as those who drive there leave room for it. */
import { bearTrip } from '../demand/bear-trip';
import { drawWhim } from '../demand/trips';
import { unqueueFirst } from '../demand/waiting';
import { planLanes } from '../driving/best-lanes';
import { putOnRoad } from '../driving/put-on-road';
import { kerbLane, mayDrive } from '../open-lanes';
import { roomForWay } from '../routing/way-room';
import type { TrafficState } from '../state';
import { BUS } from '../vehicle-kinds';
import { FIXED, giveRowBack, takeRow } from '../vehicles';
import { BUS_HOUR, runOfKey } from './bus-runs';

export function busComesIn(state: TrafficState, edge: number): boolean {
  const { waiting, vehicles, totals } = state;
  const { plan, runs, runOfRow } = state.buses!;
  const at = waiting.first[edge];
  const key = waiting.tripKey[at];
  const run = runOfKey(runs, key);
  const halt = plan.halts[plan.lines[runs.line[run]].stops[runs.next[run]]];
  // Where its own lane has been shut since it was due it begins beside it, and goes on.
  const lane = mayDrive(state, halt.lane, BUS) ? halt.lane : kerbLane(state, edge, BUS);
  if (!mayDrive(state, lane, BUS)) return false;
  const row = takeRow(vehicles);
  if (row < 0) return false;
  vehicles.kind[row] = BUS;
  vehicles.type[row] = BUS;
  bearTrip(state, row, BUS_HOUR, key, drawWhim(state.chance.coming, BUS_HOUR, key), edge, -1);
  vehicles.flags[row] |= FIXED;
  const from = roomForWay(vehicles, row, 1);
  vehicles.route[from] = edge;
  vehicles.routeLength[row] = 1;
  vehicles.haltAt[row] = runs.next[run];
  runOfRow[row] = run;
  vehicles.track[row] = lane;
  planLanes(state, row);
  vehicles.track[row] = -1;
  if (!putOnRoad(state, row, lane, Math.min(halt.toM, state.network.roads.trackLengthM[lane]), 0, false)) {
    runOfRow[row] = -1;
    giveRowBack(vehicles, row);
    return false;
  }
  vehicles.dueS[row] = waiting.dueS[at];
  vehicles.departedS[row] = totals.elapsedSeconds;
  totals.delaySeconds += totals.elapsedSeconds - waiting.dueS[at];
  totals.inserted++;
  totals.busesInserted++;
  unqueueFirst(waiting, edge);
  return true;
}
