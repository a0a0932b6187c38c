import { planLanes } from '../driving/best-lanes';
import { kerbLane } from '../open-lanes';
import { roomForWay } from '../routing/way-room';
import type { TrafficState } from '../state';
import { insertByPosition } from '../tracks';
import { CAR, kindLengthM } from '../vehicle-kinds';
import { CIRCULATES, MOST_WAY_EDGES, takeRow } from '../vehicles';
import { bearTrip } from './bear-trip';
import { drawWhim, MOST_GROUPS, tripKey } from './trips';

/** Puts the cars of a closed way on it, evenly spaced and standing. Nobody stands on the short pieces between its edges. */
export function placeCirculating(state: TrafficState): void {
  const { demand, network, vehicles, luck } = state;
  const { trackLengthM } = network.roads;
  demand?.circulating.forEach(({ edges, count }, ring) => {
    if (edges.length > MOST_WAY_EDGES)
      throw new RangeError(`met a ring of ${edges.length} edges, expected ≤ ${MOST_WAY_EDGES}`);
    const lanes = edges.map((edge) => kerbLane(state, edge, CAR));
    const totalM = lanes.reduce((sum, lane) => sum + trackLengthM[lane], 0);
    for (let car = 0; car < count; car++) {
      let atM = ((car + 0.5) * totalM) / count;
      let place = 0;
      while (place < lanes.length - 1 && atM >= trackLengthM[lanes[place]]) atM -= trackLengthM[lanes[place++]];
      const row = takeRow(vehicles);
      if (row < 0)
        throw new RangeError(`met more circulating cars than the roads hold, expected at most ${vehicles.capacity}`);
      const key = tripKey(MOST_GROUPS - 1 - ring, car);
      vehicles.kind[row] = CAR;
      vehicles.flags[row] = CIRCULATES;
      vehicles.positionM[row] = Math.max(atM, Math.min(kindLengthM[CAR], trackLengthM[lanes[place]] / 2));
      bearTrip(state, row, 0, key, drawWhim(luck, 0, key), edges[place], -1);
      const from = roomForWay(vehicles, row, edges.length);
      vehicles.route.set(edges, from);
      vehicles.routeAt[row] = place;
      vehicles.routeLength[row] = edges.length;
      insertByPosition(state.tracks, vehicles, lanes[place], row);
      planLanes(state, row);
    }
  });
}
