/**
 * A crash: the first car or lorry to come by a place stops there as hard as it can and stays, and whoever is behind
 * finds his way around it. When the place is cleared it drives on: nobody is taken off the road, and its own time lost
 * counts like that of the others. Work on clearing it begins when
 * somebody knows of it: what telecom says that takes is added to the time after which it would be cleared. Left out: that
 * passers-by slow down to look, that the car is towed away, and that help is called later too.
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
export function stepCrashes(
  state: TrafficState,
  stepS: number,
  foundS: Float64Array | null,
  happen: Happen | null,
): void {
  const { closures, network, scene } = state;
  if (!closures.anyCrash) return;
  const { values, causes } = closures.knobs['lane.crash'];
  for (let lane = 0; lane < values.length; lane++) {
    const row = closures.crashRow[lane];
    if (row >= 0 && closures.crashUnknownS[lane] > 0) comeToKnow(state, lane, stepS, happen);
    if (Number.isNaN(values[lane])) {
      if (row >= 0 && closures.crashLateS[lane] <= 0) clear(state, lane, row, happen);
      else if (row >= 0) closures.crashLateS[lane] = Math.max(0, closures.crashLateS[lane] - stepS);
      continue;
    }
    if (row >= 0) continue;
    const found = whoComesBy(state, lane, values[lane] * network.roads.trackLengthM[lane]);
    if (found < 0) continue;
    closures.crashRow[lane] = found;
    state.vehicles.haltAt[found] = WRECKED;
    state.vehicles.haltLeftS[found] = STANDS_S;
    const slot = network.roads.laneEdge[lane];
    const edge = scene.elements.edge.ids[slot];
    const cause = causes[lane] === 0 ? [] : [causes[lane]];
    if (happen) closures.crashHappening[lane] = happen('traffic.crash', edge, cause, {});
    closures.crashUnknownS[lane] = foundS === null ? 0 : foundS[slot];
    closures.crashLateS[lane] = closures.crashUnknownS[lane];
  }
}

/** Nearer to the moment in which somebody knows of it. */
function comeToKnow(
  { closures, network, scene }: TrafficState,
  lane: number,
  stepS: number,
  happen: Happen | null,
): void {
  closures.crashUnknownS[lane] = Math.max(0, closures.crashUnknownS[lane] - stepS);
  if (closures.crashUnknownS[lane] > 0 || happen === null) return;
  const crashed = closures.crashHappening[lane];
  happen(
    'traffic.crash-known',
    scene.elements.edge.ids[network.roads.laneEdge[lane]],
    crashed === 0 ? [] : [crashed],
    {},
  );
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
