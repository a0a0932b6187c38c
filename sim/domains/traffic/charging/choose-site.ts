/**
 * Where to charge: within a walk of where one wants to go the nearest site with a free plug, or the one with the fewest
 * cars waiting for each of its plugs; who must charge takes the nearest of all where there is none so near. Drivers see
 * in their telephones what is free when they set out.
 */
import { CAR_BIT } from '../closures';
import type { Trip } from '../demand/trips';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { WAITS } from './cars';
import type { Charging } from './charging';
import { NOBODY, plugCount } from './stands';

/** As far as one walks from the car; beyond it only who must. Ours. */
const WALKS_M = 500;
const FAR = 1e6;
const WALKS_MPS = 1.25; // as people of plans do

/** −1 where none can be driven to, or the car stands in that street already. */
export function chooseSite(state: TrafficState, charging: Charging, trip: Trip, mustCharge: boolean): number {
  const { network, closures, edges, search } = state;
  const { sites, cars } = charging;
  const waiting = charging.waitingNow.fill(0);
  for (let car = 0; car < cars.count; car++) if (cars.doing[car] === WAITS) waiting[cars.site[car]]++;
  const to = trip.destinationEdge;
  let best = NOBODY;
  let bestWorth = Number.POSITIVE_INFINITY;
  for (let site = 0; site < sites.siteCount; site++) {
    const edge = sites.edge[site];
    if (edge === trip.originEdge || closures.edgeClosed[edge] === 1 || network.carEdge[edge] === 0) continue;
    const farM = metresFrom(state, charging, site, to);
    if (farM > WALKS_M && !mustCharge) continue;
    const worth = farM > WALKS_M ? FAR * (1 + farM) : FAR * queuePerPlug(charging, site) + farM;
    if (worth >= bestWorth) continue;
    bestWorth = worth;
    best = site;
  }
  if (best === NOBODY) return NOBODY;
  const isReached = findWay(search, network, closures, edges, trip.originEdge, sites.edge[best], 0, CAR_BIT);
  return isReached ? best : NOBODY;
}

/** On foot from a site to where one wants to be. */
export function walkSeconds(state: TrafficState, charging: Charging, site: number, edge: number): number {
  return metresFrom(state, charging, site, edge) / WALKS_MPS;
}

/** Straight from a site to the middle of a street. */
function metresFrom({ network }: TrafficState, { sites }: Charging, site: number, edge: number): number {
  const dx = sites.xM[site] - (network.edgeStartXM[edge] + network.edgeEndXM[edge]) / 2;
  const dy = sites.yM[site] - (network.edgeStartYM[edge] + network.edgeEndYM[edge]) / 2;
  return Math.sqrt(dx * dx + dy * dy);
}

/** 0 where a plug is free. */
function queuePerPlug({ stands, waitingNow }: Charging, site: number): number {
  const plugs = plugCount(stands, site);
  return stands.inUse[site] < plugs ? 0 : (1 + waitingNow[site]) / plugs;
}
