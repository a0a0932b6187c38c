/** Who is due comes onto the road: of each edge's queue the first goes first. In a city of ours nobody is tried after one who finds no room. */

import { busComesIn } from '../buses/bus-comes-in';
import { isOfBus } from '../buses/bus-runs';
import { LISTED_HOUR } from '../demand/listed';
import type { TrafficState } from '../state';
import { cityComesIn } from './come-in-city';
import { listedComeIn } from './come-in-listed';

export function comeIn(state: TrafficState): void {
  const { waiting, network, totals, closures } = state;
  if (waiting.count === 0) return;
  const { edgeCount, edgeLaneCount } = network.roads;
  for (let edge = 0; edge < edgeCount; edge++) {
    if (waiting.first[edge] < 0 || closures.edgeClosed[edge] === 1) continue;
    // Out of driveways one a step, by a gate one a lane; a list says itself how many at once.
    let left = edgeLaneCount[edge];
    while (waiting.first[edge] >= 0 && waiting.retrySeconds[edge] <= totals.elapsedSeconds) {
      const at = waiting.first[edge];
      if (isOfBus(waiting.tripHour[at])) {
        if (busComesIn(state, edge)) continue;
        break;
      }
      if (waiting.tripHour[at] === LISTED_HOUR) {
        listedComeIn(state, edge);
        break;
      }
      const fromDriveway = waiting.originPlace[at] >= 0;
      if (!cityComesIn(state, edge) || fromDriveway || --left === 0) break;
    }
  }
}
