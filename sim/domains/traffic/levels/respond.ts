/**
 * Once a second: calls are placed and called off, units are chosen and sent, and what happened is said. Several units
 * wanted at one place are several calls. How long crews work is our assumption, about what services report.
 */
import { causeOfClosure } from '../closures';
import { stopBefore } from '../routing/on-foot';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { EMERGENCY } from '../vehicle-kinds';
import type { Happen } from '../watch';
import { callOff, stepResponse, type TravelTimes } from './dispatch';
import { LOOKS_EVERY_S, type Response, SERVICES } from './response';
import { AMBULANCE, addCall, FIRE_ENGINE } from './response-fleet';
import { followUnits, sendUnit } from './send-unit';

const WORK_S = [900, 1_800] as const;
const HAND_OVER_S = 1_200;
const URGENCY = 1;
const EMERGENCY_BIT = 1 << EMERGENCY;
const ROUNDING_S = 1e-9;

/** Units called by a gallery to each road, and the happening behind each. */
export interface GalleryCalls {
  readonly values: Float64Array;
  readonly causes: Int32Array;
}

export function respond(
  state: TrafficState,
  stepSeconds: number,
  galleries: readonly GalleryCalls[],
  happen: Happen,
): void {
  const { response, totals } = state;
  if (response === null) return;
  response.inSeconds -= stepSeconds;
  if (response.inSeconds > ROUNDING_S) return;
  response.inSeconds += LOOKS_EVERY_S;
  const nowSeconds = totals.elapsedSeconds;
  const { fleet, calls, orders, rules } = response;
  hearHazards(state, response, nowSeconds, galleries[FIRE_ENGINE].values, happen);
  hearCrashes(state, response, nowSeconds, happen);
  followUnits(state, response);
  stepResponse(fleet, calls, nowSeconds, rules, travelOf(state), orders);
  hearCalls(state, response, nowSeconds, galleries, happen);
  for (let i = 0; i < orders.count; i++) sendUnit(state, response, orders.unit[i], orders.edge[i], nowSeconds);
  announceArrivals(state, response, happen);
}

/**
 * What shuts several roads at one moment is one fire: the first of them is where help is sent, unless whoever shuts it
 * calls for help there himself.
 */
function hearHazards(
  state: TrafficState,
  response: Response,
  nowSeconds: number,
  called: Float64Array,
  happen: Happen,
): void {
  const { hazard, shutHappening } = state.closures;
  let isNew = true;
  for (let edge = 0; edge < hazard.length; edge++) {
    if (hazard[edge] === 1 && response.hazardSeen[edge] === 0 && called[edge] > 0) isNew = false;
  }
  for (let edge = 0; edge < hazard.length; edge++) {
    if (hazard[edge] === response.hazardSeen[edge]) continue;
    response.hazardSeen[edge] = hazard[edge];
    if (hazard[edge] === 0 || !isNew) continue;
    isNew = false;
    place(state, response, FIRE_ENGINE, edge, shutHappening[edge], nowSeconds, happen);
  }
}

/** A crash over several lanes of a road is one, and calls one ambulance. */
function hearCrashes(state: TrafficState, response: Response, nowSeconds: number, happen: Happen): void {
  const { crashHappening } = state.closures;
  const { laneEdge } = state.network.roads;
  let heardEdge = -1;
  for (let lane = 0; lane < crashHappening.length; lane++) {
    const crashed = crashHappening[lane] === 0 ? 0 : 1;
    if (crashed === response.crashSeen[lane]) continue;
    response.crashSeen[lane] = crashed;
    if (crashed === 0 || laneEdge[lane] === heardEdge) continue;
    heardEdge = laneEdge[lane];
    place(state, response, AMBULANCE, heardEdge, crashHappening[lane], nowSeconds, happen);
  }
}

/**
 * As many calls at an edge as its knob and a gallery below it ask for; fewer than before, and the newest that nobody has
 * reached are called off.
 */
function hearCalls(
  state: TrafficState,
  response: Response,
  nowSeconds: number,
  galleries: readonly GalleryCalls[],
  happen: Happen,
): void {
  const { wanted, asked } = response;
  const edges = asked.length / SERVICES.length;
  for (let k = 0; k < SERVICES.length; k++) {
    const { values } = wanted[SERVICES[k]];
    const called = galleries[SERVICES[k]].values;
    for (let edge = 0; edge < edges; edge++) {
      const byKnob = values[edge] > 0 ? values[edge] : 0;
      const want = called[edge] === 0 ? byKnob : byKnob + Math.round(called[edge]);
      if (want !== asked[k * edges + edge]) hearAt(state, response, nowSeconds, galleries, happen, k, edge, want);
    }
  }
}

function hearAt(
  state: TrafficState,
  response: Response,
  nowSeconds: number,
  galleries: readonly GalleryCalls[],
  happen: Happen,
  k: number,
  edge: number,
  want: number,
): void {
  const { wanted, asked, fleet, calls, orders } = response;
  const service = SERVICES[k];
  const { values, causes } = wanted[service];
  const at = (k * asked.length) / SERVICES.length + edge;
  while (asked[at] < want) {
    const cause = asked[at] < values[edge] ? causes[edge] : galleries[service].causes[edge];
    place(state, response, service, edge, cause, nowSeconds, happen);
    asked[at]++;
  }
  for (let call = calls.count - 1; call >= 0 && asked[at] > want; call--) {
    if (calls.service[call] !== service || calls.edge[call] !== edge) continue;
    callOff(fleet, calls, call, nowSeconds, orders);
    asked[at]--;
  }
}

function place(
  { scene }: TrafficState,
  response: Response,
  service: number,
  edge: number,
  cause: number,
  nowSeconds: number,
  happen: Happen,
): void {
  const id = scene.elements.edge.ids[edge];
  const causes = cause === 0 ? [] : [cause];
  const code = service === AMBULANCE ? 'traffic.ambulance-called' : 'traffic.fire-engine-called';
  const called = happen(code, id, causes, {});
  const call = addCall(response.calls, {
    service,
    edge,
    urgency: URGENCY,
    calledSeconds: nowSeconds,
    workSeconds: WORK_S[service],
    handOverSeconds: service === AMBULANCE ? HAND_OVER_S : 0,
    cause: called,
  });
  if (call >= 0) {
    response.arrival[call] = 0;
    return;
  }
  response.refused++;
  happen('traffic.call-unheard', id, [called], { calls: response.calls.capacity });
}

/** Because of the call; and where the road itself is shut, so that one gets only as near as one can, of what shut it. */
function announceArrivals(
  { scene, closures, network }: TrafficState,
  { calls, arrival }: Response,
  happen: Happen,
): void {
  for (let call = 0; call < calls.count; call++) {
    if (arrival[call] !== 0 || calls.arrivedSeconds[call] < 0) continue;
    const edge = calls.edge[call];
    const shut = closures.edgeClosed[edge] === 1 ? causeOfClosure(closures, network, edge) : 0;
    const code = calls.service[call] === AMBULANCE ? 'traffic.ambulance-arrived' : 'traffic.fire-engine-arrived';
    const seconds = calls.arrivedSeconds[call] - calls.calledSeconds[call];
    const causes = shut > 0 && shut !== calls.cause[call] ? [calls.cause[call], shut] : [calls.cause[call]];
    arrival[call] = happen(code, scene.elements.edge.ids[edge], causes, { seconds });
  }
}

/** By what drivers expect now, without a whim; to a road that is shut, as near as one can drive and then on foot. */
function travelOf(state: TrafficState): TravelTimes {
  const { search, network, closures, edges } = state;
  return {
    expectedSeconds(from, to) {
      if (from !== to && closures.edgeClosed[to] === 1) {
        return stopBefore(state, from, to)?.seconds ?? Number.POSITIVE_INFINITY;
      }
      if (from === to) return 0;
      const found = findWay(search, network, closures, edges, from, to, 0, EMERGENCY_BIT);
      return found ? search.seconds[to] : Number.POSITIVE_INFINITY;
    },
  };
}
