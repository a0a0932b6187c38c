/**
 * The queue model: a vehicle drives along its lane as `drive-along` says, then stands in the lane's queue, and crosses the
 * line when its turn comes, its light is green, those with the right of way leave a gap, and the lane beyond has room.
 * Only these moments are computed; between them nothing is. Ideas: Gawron (1998) and MATSim's queues with storage and
 * room that runs backwards, SUMO's meso; headways, start-up, gaps and waves come out of the drivers of `driving`, never
 * from figures of its own. Left out: changes of lane within an edge, halts on the way, priority at signals.
 */

import { comeIn } from './come-in';
import { endWithin } from './ends';
import { growEventHeap, schedule } from './event-heap';
import { crossLine } from './line';
import { joinOrigin } from './lists';
import { leavePocket } from './pocket';
import { itemOfRow, type MesoRun } from './run';
import { AT_ORIGIN } from './trips';

/** Lets a trip wait before its first edge from its time on; call it in the order of times, after `advanceMeso` to then. */
export function release(run: MesoRun, row: number): void {
  const { trips, heap, place } = run;
  const { laneCount } = place.network.roads;
  const items = itemOfRow(run, trips.type.length);
  if (heap.atS.length < items) growEventHeap(heap, items);
  const edge = trips.firstEdge[row];
  trips.state[row] = AT_ORIGIN;
  run.tally.released++;
  joinOrigin(run, edge, row);
  if (run.firstAtOrigin[edge] === row) schedule(heap, laneCount + edge, Math.max(run.nowS, trips.dueS[row]));
}

/** Deals with everything that is due before a time. */
export function advanceMeso(run: MesoRun, untilS: number): void {
  const { heap, place } = run;
  const { laneCount, edgeCount, turnCount } = place.network.roads;
  while (heap.size > 0) {
    const item = heap.items[0];
    const atS = heap.atS[item];
    if (atS > untilS) break;
    run.nowS = atS;
    run.tally.events++;
    if (item < laneCount) crossLine(run, item, atS);
    else if (item < laneCount + edgeCount) comeIn(run, item - laneCount, atS);
    else if (item < laneCount + edgeCount + turnCount) leavePocket(run, item - laneCount - edgeCount, atS);
    else endWithin(run, item - laneCount - edgeCount - turnCount, atS);
  }
  run.nowS = untilS;
}
