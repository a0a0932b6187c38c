/** What the queue model derives once from the place as it is: ways through junctions by link, and how queues leave. */
import { type Discharge, dischargeOf } from './discharge';
import type { MesoPlace } from './place';

export interface Movements {
  /** Turns of link l: turns[k], k from turnStart[l] to turnStart[l + 1] − 1. */
  readonly turnStart: Uint32Array;
  readonly turns: Uint32Array;
  /** By turn and type: number of its discharge, −1 until it is asked for. */
  readonly dischargeAt: Int32Array;
  readonly discharges: Discharge[];
  readonly dischargeBy: Map<string, number>;
  readonly types: number;
  /** By lane: seconds until the room that one leaves at the line has come to its beginning. */
  readonly backS: Float64Array;
}

const CAR_TYPE = 0;

export function movementsOf(place: MesoPlace): Movements {
  const { network, closures, drivers } = place;
  const { roads, linkStart, linkEdge } = network;
  const lists: number[][] = Array.from({ length: linkEdge.length }, () => []);
  for (let turn = 0; turn < roads.turnCount; turn++) {
    const from = roads.laneEdge[roads.turnFromLane[turn]];
    const to = roads.laneEdge[roads.turnToLane[turn]];
    for (let link = linkStart[from]; link < linkStart[from + 1]; link++) if (linkEdge[link] === to) lists[link].push(turn);
  }
  const turnStart = new Uint32Array(lists.length + 1);
  for (let link = 0; link < lists.length; link++) turnStart[link + 1] = turnStart[link] + lists[link].length;
  const movements: Movements = {
    turnStart,
    turns: Uint32Array.from(lists.flat()),
    dischargeAt: new Int32Array(roads.turnCount * drivers.count).fill(-1),
    discharges: [],
    dischargeBy: new Map(),
    types: drivers.count,
    backS: new Float64Array(roads.laneCount),
  };
  for (let lane = 0; lane < roads.laneCount; lane++) {
    const mps = closures.trackLimitMps[lane];
    const { waveMps } = movements.discharges[numberOf(movements, place, CAR_TYPE, mps, mps, 0)];
    movements.backS[lane] = roads.trackLengthM[lane] / waveMps;
  }
  return movements;
}

/** How a queue of that type leaves by that turn. */
export function dischargeBy(movements: Movements, place: MesoPlace, turn: number, type: number): Discharge {
  const at = turn * movements.types + type;
  if (movements.dischargeAt[at] < 0) {
    const { roads } = place.network;
    const { trackLimitMps } = place.closures;
    const laneMps = trackLimitMps[roads.turnFromLane[turn]];
    const turnM = roads.trackLengthM[roads.laneCount + turn];
    movements.dischargeAt[at] = numberOf(movements, place, type, laneMps, trackLimitMps[roads.laneCount + turn], turnM);
  }
  return movements.discharges[movements.dischargeAt[at]];
}

/** Ways alike to half a metre a second and five metres share one. */
function numberOf(
  { discharges, dischargeBy: known }: Movements,
  { drivers, pace }: MesoPlace,
  type: number,
  laneMps: number,
  turnMps: number,
  turnM: number,
): number {
  const lane = Math.max(1, Math.round(2 * laneMps)) / 2;
  const turn = Math.min(lane, Math.max(1, Math.round(2 * turnMps)) / 2);
  const lengthM = turn === lane ? 0 : 5 * Math.max(1, Math.round(turnM / 5));
  const key = `${type} ${lane} ${turn} ${lengthM}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  discharges.push(dischargeOf(drivers, type, pace, lane, turn, lengthM));
  known.set(key, discharges.length - 1);
  return discharges.length - 1;
}
