/**
 * The quickest way for a time of departure, by what each edge will take when one comes to it: A* over edges with times
 * that change. Who sets out later never arrives earlier by it as long as no edge's time falls faster than time goes by,
 * which quarter hours' means practically never do.
 */
import { createHeap, type Heap, pop, push } from '../../routing/heap';
import type { MesoPlace } from '../place';
import type { MesoTrips } from '../trips';
import { type LinkTimes, linkSecondsAt } from './link-times';

export interface TimedSearch {
  readonly atS: Float64Array;
  readonly byLink: Int32Array;
  readonly reachedIn: Uint32Array;
  readonly settledIn: Uint32Array;
  readonly heap: Heap;
  run: number;
  /** The way found: links after the first edge. */
  readonly links: number[];
}

/** Nobody drives faster than this share above the fastest limit. */
const OVER_LIMIT = 1.2;
const KEY_SECONDS = 3_600;

export function createTimedSearch({ network }: MesoPlace): TimedSearch {
  const { edgeCount } = network.roads;
  return {
    atS: new Float64Array(edgeCount),
    byLink: new Int32Array(edgeCount),
    reachedIn: new Uint32Array(edgeCount),
    settledIn: new Uint32Array(edgeCount),
    heap: createHeap(network.linkEdge.length + 1),
    run: 0,
    links: [],
  };
}

/** What a trip's own way takes by those times, charges and all. */
export function secondsOfWay(place: MesoPlace, trips: MesoTrips, row: number, times: LinkTimes): number {
  let atS = trips.dueS[row];
  let costS = 0;
  const count = trips.linkCount[row];
  const { linkEdge } = place.network;
  const to = count === 0 ? trips.firstEdge[row] : linkEdge[trips.links[trips.linkFrom[row] + count - 1]];
  for (let i = 0; i < count; i++) {
    const link = trips.links[trips.linkFrom[row] + i];
    const share = i === 0 && trips.originPlace[row] >= 0 ? 1 - trips.originPlace[row] : 1;
    atS += share * linkSecondsAt(times, link, atS);
    costS += extraSeconds(place, trips, row, link, to);
  }
  return atS - trips.dueS[row] + costS + endSeconds(trips, row, times, to);
}

function endSeconds(trips: MesoTrips, row: number, times: LinkTimes, to: number): number {
  return (trips.destinationPlace[row] < 0 ? 1 : trips.destinationPlace[row]) * times.emptyEdgeS[to];
}

/** Charges, and the price of driving through where it is not for everybody; no part of the time itself. */
function extraSeconds(place: MesoPlace, trips: MesoTrips, row: number, link: number, to: number): number {
  const { closures, drivers, network } = place;
  const classes = drivers.classes[trips.type[row]];
  const next = network.linkEdge[link];
  return (
    closures.linkChargeSeconds[link] + (next === to || (closures.edgeThrough[next] & classes) !== 0 ? 0 : KEY_SECONDS)
  );
}

/** Seconds of the quickest way of a trip, which stands in `search.links` then; infinite where there is none. */
export function findTimedWay(
  search: TimedSearch,
  place: MesoPlace,
  trips: MesoTrips,
  row: number,
  to: number,
  times: LinkTimes,
): number {
  const { network, closures, drivers } = place;
  const { linkStart, linkEdge, linkFromEdge, edgeStartXM, edgeStartYM, fastestMps } = network;
  const { atS, byLink, reachedIn, settledIn, heap } = search;
  const classes = drivers.classes[trips.type[row]];
  const first = trips.firstEdge[row];
  const run = ++search.run;
  const secondsPerM = 1 / (OVER_LIMIT * fastestMps);
  const targetX = edgeStartXM[to];
  const targetY = edgeStartYM[to];
  heap.size = 0;
  search.links.length = 0;
  let current = first;
  let nowS = trips.dueS[row];
  let share = trips.originPlace[row] >= 0 ? 1 - trips.originPlace[row] : 1;
  for (;;) {
    for (let link = linkStart[current]; link < linkStart[current + 1]; link++) {
      const next = linkEdge[link];
      if ((closures.linkOpen[link] & classes) === 0 || settledIn[next] === run) continue;
      const thereS = nowS + share * linkSecondsAt(times, link, nowS) + extraSeconds(place, trips, row, link, to);
      if (reachedIn[next] === run && atS[next] <= thereS) continue;
      reachedIn[next] = run;
      atS[next] = thereS;
      byLink[next] = link;
      const dx = targetX - edgeStartXM[next];
      const dy = targetY - edgeStartYM[next];
      push(heap, next, thereS + Math.sqrt(dx * dx + dy * dy) * secondsPerM);
    }
    share = 1;
    do {
      if (heap.size === 0) return Number.POSITIVE_INFINITY;
      current = pop(heap);
    } while (settledIn[current] === run);
    settledIn[current] = run;
    nowS = atS[current];
    if (current === to) break;
  }
  // The first edge may be on the way again only as its end: links lead back to where it was first left.
  let edge = to;
  do {
    search.links.push(byLink[edge]);
    edge = linkFromEdge[byLink[edge]];
  } while (edge !== first);
  search.links.reverse();
  return nowS - trips.dueS[row] + endSeconds(trips, row, times, to);
}
