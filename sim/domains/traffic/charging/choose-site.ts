/**
 * Where to charge: within a walk of where one wants to go the nearest site with a free plug, or the one with the fewest
 * cars waiting for each of its plugs, or the nearest of all. Drivers see in their telephones what is free when they set out.
 */
import { CAR_BIT } from '../closures';
import type { Trip } from '../demand/trips';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { WAITS } from './cars';
import type { Charging } from './charging';
import { NOBODY, plugCount } from './stands';

/** As far as one walks from the car; beyond it the nearest site has to do. Ours. */
const WALKS_M = 500;
const FAR = 1e6;

/** −1 where none can be driven to, or the car stands in that street already. */
export function chooseSite(state: TrafficState, charging: Charging, trip: Trip): number {
  const { network, closures, edges, search } = state;
  const { sites, cars } = charging;
  const waiting = charging.waitingNow.fill(0);
  for (let car = 0; car < cars.count; car++) if (cars.doing[car] === WAITS) waiting[cars.site[car]]++;
  const to = trip.destinationEdge;
  const xM = (network.edgeStartXM[to] + network.edgeEndXM[to]) / 2;
  const yM = (network.edgeStartYM[to] + network.edgeEndYM[to]) / 2;
  let best = NOBODY;
  let bestWorth = Number.POSITIVE_INFINITY;
  for (let site = 0; site < sites.siteCount; site++) {
    const edge = sites.edge[site];
    if (edge === trip.originEdge || closures.edgeClosed[edge] === 1 || network.carEdge[edge] === 0) continue;
    const dx = sites.xM[site] - xM;
    const dy = sites.yM[site] - yM;
    const farM = Math.sqrt(dx * dx + dy * dy);
    const worth = farM > WALKS_M ? FAR * (1 + farM) : FAR * queuePerPlug(charging, site) + farM;
    if (worth >= bestWorth) continue;
    bestWorth = worth;
    best = site;
  }
  if (best === NOBODY) return NOBODY;
  const isReached = findWay(search, network, closures, edges, trip.originEdge, sites.edge[best], 0, CAR_BIT);
  return isReached ? best : NOBODY;
}

/** 0 where a plug is free. */
function queuePerPlug({ stands, waitingNow }: Charging, site: number): number {
  const plugs = plugCount(stands, site);
  return stands.inUse[site] < plugs ? 0 : (1 + waitingNow[site]) / plugs;
}
