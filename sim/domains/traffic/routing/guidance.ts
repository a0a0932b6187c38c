/**
 * Guidance: a share of the drivers is told how fast the roads are, and goes over to a way that is clearly quicker. What
 * they are told is what everybody expects of a road, which follows the last minute with a minute's lag; so those who are
 * told at once leave together, and where all are, they may meet again on the other way.
 */
import { streamOf } from '../../../kernel';
import type { TrafficState } from '../state';
import { committedPlaces, countDiverted, takeFoundWay } from './route';
import { findWay } from './search';
import { secondsAlong } from './seconds-along';

const INFORMED = streamOf('traffic.informed');
/** Nobody leaves his way for less than a fifth of what is left of it, and a minute: less is told of a signal that was red. */
const WORTH_DIVERTING = 0.8;
const LEAST_GAIN_S = 60;

/** Whether telecom reaches this driver on the road that he has come onto, and he is one of those who are told. */
export function isTold(state: TrafficState, row: number, edge: number): boolean {
  const { closures, luck, vehicles } = state;
  const [share] = closures.knobs['city.route-guidance'].values;
  if (!(share > 0)) return false;
  if (closures.driversReached !== null && closures.driversReached[edge] <= 0) return false;
  // Who is told at a share is told at every larger one.
  return luck.uniform(INFORMED, 0, vehicles.tripKey[row]) < share;
}

/** Takes the way that is quickest now, where it is worth leaving one's own for; counts once as diverted. */
export function heedGuidance(state: TrafficState, row: number): void {
  const { vehicles, network, closures, edges, search, drivers } = state;
  const classes = drivers.classes[vehicles.type[row]];
  const keep = committedPlaces(state, row);
  const base = vehicles.routeFrom[row] + vehicles.routeAt[row];
  const left = vehicles.routeLength[row] - vehicles.routeAt[row];
  const from = vehicles.route[base + keep];
  const to = vehicles.destinationEdge[row];
  if (keep >= left - 1 || vehicles.route[base + left - 1] !== to) return;
  const prices = closures.linkChargeSeconds;
  const ownSeconds = secondsAlong(state, edges.expectedMps, vehicles.route, base + keep, base + left, prices);
  const freeSeconds = secondsAlong(state, network.roads.edgeSpeedMps, vehicles.route, base + keep, base + left, prices);
  if (!isWorth(ownSeconds, freeSeconds)) return; // nothing on it costs time
  if (!findWay(search, network, closures, edges, from, to, vehicles.whim[row], classes)) return;
  if (!isWorth(ownSeconds, secondsAlong(state, edges.expectedMps, search.way, 0, search.wayLength, prices))) return;
  takeFoundWay(state, row, keep);
  countDiverted(state, row);
}

function isWorth(ownSeconds: number, otherSeconds: number): boolean {
  return otherSeconds <= WORTH_DIVERTING * ownSeconds && otherSeconds <= ownSeconds - LEAST_GAIN_S;
}
