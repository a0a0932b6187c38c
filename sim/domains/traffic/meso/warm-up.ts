/**
 * The hours before a run, driven by queues: the demand's own releases fill the origins, people who arrive go on with
 * their day, and who is under way at the end is handed over to the driving.
 */

import type { TellShare } from '../../../ports';
import { FIRST_PLACE, PLACES } from '../demand/people/person';
import { arrive, startProgress } from '../demand/people/progress';
import { releaseDepartures } from '../demand/release';
import type { Trip } from '../demand/trips';
import { queueTrip, unqueueFirst } from '../demand/waiting';
import { laneLengthM } from '../network';
import type { TrafficState } from '../state';
import { advanceMeso, release } from './advance';
import { type HandedOver, handOver } from './hand-over';
import { createRun, type MesoRun } from './run';
import { takeTrip } from './take-demand';

/** What drivers expect follows what was so much within a minute, with a time constant of as much. As in `edge-speeds`. */
const LOOKS_EVERY_S = 60;
const FOLLOWS = 0.63;
/** Trips are taken from the demand so often; each sets out at its own time. */
const TAKES_EVERY_S = 5;

export interface WarmedUp extends HandedOver {
  readonly run: MesoRun;
  readonly arrived: number;
  /** Trips that no way served: they wait at their origins as they do in the driving. */
  readonly withoutWay: number;
}

/** On a state that is still empty: drives so many seconds up to its present time, and hands over. */
export function warmUpByQueues(state: TrafficState, seconds: number, lived?: TellShare): WarmedUp {
  const { settings, totals, people, progress } = state;
  const untilS = settings.startSeconds + totals.elapsedSeconds;
  const run = createRun(state, untilS - seconds);
  if (people !== null && progress !== null) startProgress(people, progress, run.nowS);
  run.recent = {
    seconds: new Float64Array(run.firstAtOrigin.length),
    count: new Float64Array(run.firstAtOrigin.length),
  };
  let looksAtS = run.nowS + LOOKS_EVERY_S;
  const held: Held[] = [];
  for (let fromS = run.nowS; fromS < untilS; fromS += TAKES_EVERY_S) {
    const toS = Math.min(untilS, fromS + TAKES_EVERY_S);
    releaseDepartures(state, fromS, toS);
    takeWaiting(run, state, held);
    advanceMeso(run, toS);
    tellArrivals(run, state);
    if (toS < looksAtS) continue;
    looksAtS += LOOKS_EVERY_S;
    expect(run, state);
    lived?.(1 - (untilS - toS) / seconds);
  }
  const handed = handOver(run, state);
  for (const { hour, key, trip, dueS } of held) queueTrip(state.waiting, hour, key, trip, dueS);
  return { ...handed, run, arrived: run.tally.arrived, withoutWay: held.length };
}

interface Held {
  readonly hour: number;
  readonly key: number;
  readonly trip: Trip;
  readonly dueS: number;
}

/** Out of the origins of the driving into those of the queues. */
function takeWaiting(run: MesoRun, state: TrafficState, held: Held[]): void {
  const { waiting, network, settings } = state;
  for (let edge = 0; edge < network.roads.edgeCount && waiting.count > 0; edge++) {
    while (waiting.first[edge] >= 0) {
      const at = waiting.first[edge];
      const hour = waiting.tripHour[at];
      const key = waiting.tripKey[at];
      const dueS = waiting.dueS[at];
      const trip: Trip = {
        originEdge: edge,
        originPlace: waiting.originPlace[at],
        destinationEdge: waiting.destinationEdge[at],
        destinationPlace: waiting.destinationPlace[at],
        kind: waiting.kind[at],
      };
      unqueueFirst(waiting, edge);
      const row = takeTrip(state, run.trips, hour, key, trip, dueS + settings.startSeconds);
      if (row < 0) held.push({ hour, key, trip, dueS });
      else release(run, row);
    }
  }
}

function tellArrivals({ trips, arrivals, place }: MesoRun, { people, progress }: TrafficState): void {
  if (people !== null && progress !== null) {
    for (const row of arrivals) {
      const count = trips.linkCount[row];
      const edge =
        count === 0 ? trips.firstEdge[row] : place.network.linkEdge[trips.links[trips.linkFrom[row] + count - 1]];
      const share = trips.destinationPlace[row] < 0 ? 1 : trips.destinationPlace[row];
      const within = Math.max(FIRST_PLACE, Math.min(FIRST_PLACE + PLACES, share));
      arrive(people, progress, trips.hour[row], trips.key[row], edge, within, trips.arrivedS[row]);
    }
  }
  arrivals.length = 0;
}

/** Drivers hear how the last minute was. */
function expect({ recent }: MesoRun, { edges, closures, network }: TrafficState): void {
  if (recent === null) return;
  const { edgeCount, edgeFirstLane } = network.roads;
  for (let edge = 0; edge < edgeCount; edge++) {
    const limitMps = closures.trackLimitMps[edgeFirstLane[edge]];
    const { seconds, count } = recent;
    const seenMps =
      count[edge] > 0 ? Math.min(limitMps, (laneLengthM(network, edge) * count[edge]) / seconds[edge]) : limitMps;
    edges.expectedMps[edge] += FOLLOWS * (seenMps - edges.expectedMps[edge]);
  }
  recent.seconds.fill(0);
  recent.count.fill(0);
}
