/** What the queue model derives once from the place as it is: ways through junctions by link, and how queues leave. */

import { FIRST_LISTED } from '../driving/drivers';
import { GREEN, GREEN_YIELDS, STOP_THEN_YIELD } from '../signals';
import { shownIn } from '../signals/shown';
import { type Discharge, dischargeOf } from './discharge';
import type { MesoPlace } from './place';

export interface Movements {
  /** Turns of link l: turns[k], k from turnStart[l] to turnStart[l + 1] − 1. */
  readonly turnStart: Uint32Array;
  readonly turns: Uint32Array;
  /** By turn: 1 where one gives way there, unless a light says otherwise throughout its green. */
  readonly looks: Uint8Array;
  /** By turn and type: number of its discharge, −1 until it is asked for. */
  readonly dischargeAt: Int32Array;
  readonly discharges: Discharge[];
  readonly dischargeBy: Map<string, number>;
  readonly types: number;
  /** By lane: seconds until the room that one leaves at the line has come to its beginning. */
  readonly backS: Float64Array;
}

const CAR_TYPE = 0;
/** Has the right of way: looks at nobody. */
const FIRST = Number.POSITIVE_INFINITY;

export function movementsOf(place: MesoPlace): Movements {
  const { network, closures, drivers } = place;
  const { roads, linkStart, linkEdge } = network;
  const lists: number[][] = Array.from({ length: linkEdge.length }, () => []);
  for (let turn = 0; turn < roads.turnCount; turn++) {
    const from = roads.laneEdge[roads.turnFromLane[turn]];
    const to = roads.laneEdge[roads.turnToLane[turn]];
    for (let link = linkStart[from]; link < linkStart[from + 1]; link++)
      if (linkEdge[link] === to) lists[link].push(turn);
  }
  const turnStart = new Uint32Array(lists.length + 1);
  for (let link = 0; link < lists.length; link++) turnStart[link + 1] = turnStart[link] + lists[link].length;
  const movements: Movements = {
    turnStart,
    turns: Uint32Array.from(lists.flat()),
    looks: new Uint8Array(roads.turnCount),
    dischargeAt: new Int32Array(roads.turnCount * drivers.count).fill(-1),
    ...knownOf(drivers),
    types: drivers.count,
    backS: new Float64Array(roads.laneCount),
  };
  for (let turn = 0; turn < roads.turnCount; turn++) {
    if (place.links.givesWay[turn] === 1 && !isProtected(network, turn)) movements.looks[turn] = 1;
  }
  for (let lane = 0; lane < roads.laneCount; lane++) {
    const mps = closures.trackLimitMps[lane];
    const { waveMps } = movements.discharges[numberOf(movements, place, CAR_TYPE, mps, mps, 0, FIRST)];
    movements.backS[lane] = roads.trackLengthM[lane] / waveMps;
  }
  return movements;
}

/** Queues let go once for good: they follow from the drivers and the numbers of the key alone. */
const known = new WeakMap<MesoPlace['drivers'], Pick<Movements, 'discharges' | 'dischargeBy'>>();

function knownOf(drivers: MesoPlace['drivers']): Pick<Movements, 'discharges' | 'dischargeBy'> {
  const before = known.get(drivers) ?? { discharges: [], dischargeBy: new Map<string, number>() };
  known.set(drivers, before);
  return before;
}

/** Some phase gives it the right of way, and none lets it go without. */
function isProtected({ roads }: MesoPlace['network'], turn: number): boolean {
  const signal = roads.turnSignalIndex[turn] < 0 ? -1 : roads.junctionSignal[roads.turnJunction[turn]];
  if (signal < 0) return false;
  let isFirst = false;
  for (let p = roads.signalPhaseStart[signal]; p < roads.signalPhaseStart[signal + 1]; p++) {
    const shown = shownIn(roads, p, roads.turnSignalIndex[turn]);
    if (shown === GREEN_YIELDS || shown === STOP_THEN_YIELD || shown === 0) return false;
    if (shown === GREEN) isFirst = true;
  }
  return isFirst;
}

/** How a queue of that type leaves by that turn. */
export function dischargeBy(movements: Movements, place: MesoPlace, turn: number, type: number): Discharge {
  const at = turn * movements.types + type;
  if (movements.dischargeAt[at] < 0) {
    const { roads } = place.network;
    const { trackLimitMps } = place.closures;
    const laneMps = trackLimitMps[roads.turnFromLane[turn]];
    const turnM = roads.trackLengthM[roads.laneCount + turn];
    const turnMps = trackLimitMps[roads.laneCount + turn];
    const looksAtM = movements.looks[turn] === 1 ? Math.max(0, place.links.holdM[turn]) : FIRST;
    movements.dischargeAt[at] = numberOf(movements, place, type, laneMps, turnMps, turnM, looksAtM);
  }
  return movements.discharges[movements.dischargeAt[at]];
}

/** Types that drive alike share what is known of them. */
function sortOf(d: MesoPlace['drivers'], type: number): string {
  const figures = [
    d.model,
    d.lengthM,
    d.minGapM,
    d.maxMps,
    d.accelMps2,
    d.decelMps2,
    d.emergencyMps2,
    d.headwayS,
    d.sigma,
  ];
  return `${type < FIRST_LISTED} ${figures.map((of) => of[type]).join(' ')}`;
}

/** Ways alike to half a metre a second and five metres share one. */
function numberOf(
  { discharges, dischargeBy: known }: Movements,
  { drivers, pace }: MesoPlace,
  type: number,
  laneMps: number,
  turnMps: number,
  turnM: number,
  looksAtM: number,
): number {
  const lane = Math.max(1, Math.round(2 * laneMps)) / 2;
  const turn = Math.min(lane, Math.max(1, Math.round(2 * turnMps)) / 2);
  const lengthM = turn === lane && looksAtM === FIRST ? 0 : 5 * Math.max(1, Math.round(turnM / 5));
  const looks = Math.round(looksAtM);
  const key = `${pace.stepS} ${pace.isBallistic} ${sortOf(drivers, type)} ${lane} ${turn} ${lengthM} ${looks}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  discharges.push(dischargeOf(drivers, type, pace, lane, turn, lengthM, looks));
  known.set(key, discharges.length - 1);
  return discharges.length - 1;
}
