/** The trips of a run as it stands: those that have arrived from the ledger, the others from the road and the queues. */
import type { TripTable } from '../../../ports';
import { isOfBus } from '../buses/bus-runs';
import { isPeopleHour, wordOfKey } from '../demand/people/identity';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { CIRCULATES, FIXED } from '../vehicles';
import { tripNumber } from './paired-trips';
import { isOfResponse } from './response';
import { knownFromSeconds, noteArrival, type OpenTrip, tripTable } from './trip-ledger';

const NOBODY = -1;

export function personOf(hour: number, key: number): number {
  return isPeopleHour(hour) ? wordOfKey(key) : NOBODY;
}

/** Help that drives is nobody's trip, and a bus is those of its passengers. */
const isNobodys = (hour: number) => isOfResponse(hour) || isOfBus(hour);

/** To be told of every vehicle that ends its journey, before its row is cleared. */
export function tellTrip({ vehicles, totals, ledger, pace }: TrafficState, row: number): void {
  const hour = vehicles.tripHour[row];
  const arrivedSeconds = totals.elapsedSeconds + pace.stepS;
  if (arrivedSeconds <= 0 || isNobodys(hour)) return;
  const key = vehicles.tripKey[row];
  const person = personOf(hour, key);
  const freeSeconds = vehicles.freeSeconds[row];
  const { dueS, departedS } = vehicles;
  noteArrival(ledger, tripNumber(hour, key), person, dueS[row], departedS[row], arrivedSeconds, freeSeconds);
}

export function tripsOfRun(state: TrafficState): TripTable {
  const { vehicles, waiting, network } = state;
  const open: OpenTrip[] = [];
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const hour = vehicles.tripHour[row];
    if (vehicles.track[row] < 0 || (vehicles.flags[row] & CIRCULATES) !== 0 || isNobodys(hour)) continue;
    const key = vehicles.tripKey[row];
    open.push({
      trip: tripNumber(hour, key),
      person: personOf(hour, key),
      dueSeconds: vehicles.dueS[row],
      enteredSeconds: vehicles.departedS[row],
      drivenFreeSeconds: vehicles.freeSeconds[row],
      restSeconds: restOfWay(state, row),
    });
  }
  for (let edge = 0; edge < network.roads.edgeCount; edge++) {
    for (let at = waiting.first[edge]; at >= 0; at = waiting.next[at]) {
      const hour = waiting.tripHour[at];
      if (isNobodys(hour)) continue;
      const key = waiting.tripKey[at];
      open.push({
        trip: tripNumber(hour, key),
        person: personOf(hour, key),
        dueSeconds: waiting.dueS[at],
        enteredSeconds: -1,
        drivenFreeSeconds: 0,
        restSeconds: wholeWay(state, edge, waiting.destinationEdge[at]),
      });
    }
  }
  return tripTable(state.ledger, open, knownFromSeconds(state.totals.elapsedSeconds));
}

/** What is left of a row's way on an empty road; of a way that the row does not hold to its end, that too. */
function restOfWay(state: TrafficState, row: number): number {
  const { vehicles, network, listed } = state;
  const { roads, freeSecondsPerM } = network;
  const track = vehicles.track[row];
  const onLane = track < roads.laneCount;
  const place = vehicles.routeAt[row];
  const end = vehicles.routeLength[row];
  const isLast = onLane && place === end - 1;
  const toM = isLast ? Math.min(roads.trackLengthM[track], vehicles.destinationM[row]) : roads.trackLengthM[track];
  let seconds = Math.max(0, toM - vehicles.positionM[row]) * freeSecondsPerM[track];
  for (let at = place + 1; at < end; at++) {
    const edge = vehicles.route[vehicles.routeFrom[row] + at];
    const lengthM = roads.edgeLengthM[edge];
    const wayM = at === end - 1 ? Math.min(lengthM, vehicles.destinationM[row]) : lengthM;
    seconds += wayM / roads.edgeSpeedMps[edge];
  }
  if ((vehicles.flags[row] & FIXED) === 0 || listed === null) return seconds;
  const way = listed.plan.ways[vehicles.fixedWay[row]];
  for (let at = vehicles.wayLoaded[row]; at < way.length; at++) {
    seconds += roads.edgeLengthM[way[at]] / roads.edgeSpeedMps[way[at]];
  }
  return seconds;
}

/** By the way that would be taken now; where none is open, as the crow flies at the fastest limit: it takes no less. */
function wholeWay({ network, closures, edges, search }: TrafficState, from: number, to: number): number {
  const { roads } = network;
  let seconds = 0;
  if (from === to) return roads.edgeLengthM[to] / roads.edgeSpeedMps[to];
  if (findWay(search, network, closures, edges, from, to, 0)) {
    for (let at = 0; at < search.wayLength; at++) {
      const edge = search.way[at];
      seconds += roads.edgeLengthM[edge] / roads.edgeSpeedMps[edge];
    }
    return seconds;
  }
  const dx = network.edgeStartXM[from] - network.edgeEndXM[to];
  const dy = network.edgeStartYM[from] - network.edgeEndYM[to];
  return Math.sqrt(dx * dx + dy * dy) / network.fastestMps;
}
