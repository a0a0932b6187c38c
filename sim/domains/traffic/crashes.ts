/**
 * A crash: the first car or lorry to come by a place stops there as hard as it can and stays, and whoever is behind
 * finds his way around it. When the place is cleared it drives on: nobody is taken off the road, and its own time lost
 * counts like that of the others. Left out: that passers-by slow down to look, and that the car is towed away.
 */
import { WRECKED } from './driving/halts';
import type { TrafficState } from './state';
import { CAR, TRUCK } from './vehicle-kinds';
import type { Happen } from './watch';

/** Who is to crash is looked for so far before the place: he has to stop on the way there. */
const LOOKS_BACK_M = 60;
/** Enough to stand for a day; taken away when the place is cleared. */
const STANDS_S = 86_400;

/** Lets crash who is due to, and clears what is over. */
export function stepCrashes(state: TrafficState, happen: Happen | null): void {
  const { closures, network, scene } = state;
  if (!closures.anyCrash) return;
  const { values, causes } = closures.knobs['lane.crash'];
  for (let lane = 0; lane < values.length; lane++) {
    const row = closures.crashRow[lane];
    if (Number.isNaN(values[lane])) {
      if (row >= 0) clear(state, lane, row, happen);
      continue;
    }
    if (row >= 0) continue;
    const found = whoComesBy(state, lane, values[lane] * network.roads.trackLengthM[lane]);
    if (found < 0) continue;
    closures.crashRow[lane] = found;
    state.vehicles.haltAt[found] = WRECKED;
    state.vehicles.haltLeftS[found] = STANDS_S;
    const edge = scene.elements.edge.ids[network.roads.laneEdge[lane]];
    const cause = causes[lane] === 0 ? [] : [causes[lane]];
    if (happen) closures.crashHappening[lane] = happen('traffic.crash', edge, cause, {});
  }
}

/** Of those who are about to pass the place, the nearest; −1 where nobody comes. */
function whoComesBy({ vehicles, tracks }: TrafficState, lane: number, atM: number): number {
  for (let row = tracks.first[lane]; row >= 0; row = vehicles.behind[row]) {
    if (vehicles.positionM[row] > atM) continue;
    if (vehicles.positionM[row] < atM - LOOKS_BACK_M) return -1;
    const isOrdinary = vehicles.kind[row] === CAR || vehicles.kind[row] === TRUCK;
    if (isOrdinary && vehicles.haltAt[row] < 0) return row;
  }
  return -1;
}

function clear(state: TrafficState, lane: number, row: number, happen: Happen | null): void {
  const { closures, vehicles, network, scene } = state;
  vehicles.haltAt[row] = -1;
  vehicles.haltLeftS[row] = -1;
  const crashed = closures.crashHappening[lane];
  closures.crashRow[lane] = -1;
  closures.crashHappening[lane] = 0;
  const edge = scene.elements.edge.ids[network.roads.laneEdge[lane]];
  if (happen) happen('traffic.crash-cleared', edge, crashed === 0 ? [] : [crashed], {});
}
