/** How quickly help comes: measured by the calls there were, and expected for every road there is. */
import type { KpiName } from '../../../ports';
import { UNREACHABLE_S, WALKS_MPS } from '../routing/on-foot';
import { searchFromMany } from '../routing/search-all';
import type { TrafficState } from '../state';
import { EMERGENCY } from '../vehicle-kinds';
import { AMBULANCE, FIRE_ENGINE } from './response-fleet';
import { responseFigures } from './response-times';

const EMERGENCY_BIT = 1 << EMERGENCY;

export function measureResponse(state: TrafficState, add: (kpi: KpiName, value: number) => void): void {
  const { response, totals } = state;
  if (response === null) return;
  const ambulances = responseFigures(response.calls, AMBULANCE, totals.elapsedSeconds);
  const engines = responseFigures(response.calls, FIRE_ENGINE, totals.elapsedSeconds);
  if (ambulances.calls > 0) {
    add('traffic.ambulance-response', ambulances.meanSeconds);
    add('traffic.ambulance-response-90', ambulances.p90Seconds);
  }
  if (engines.calls > 0) add('traffic.fire-response', engines.meanSeconds);
  const { fleet } = response;
  if (fleet.service.includes(AMBULANCE)) add('traffic.ambulance-reach', meanReachSeconds(state, AMBULANCE));
  if (fleet.service.includes(FIRE_ENGINE)) add('traffic.fire-reach', meanReachSeconds(state, FIRE_ENGINE));
}

/**
 * From the nearest station to every road at the speeds of the moment, mean over the roads' length. Onto a road that cannot
 * be driven the crew walks from its nearer end, half of it on average; one that cannot be got to at all counts an hour,
 * so that cutting a place off never looks like an improvement.
 */
function meanReachSeconds(state: TrafficState, service: number): number {
  const { network, response, search } = state;
  const { edgeCount, edgeLengthM, edgeFromJunction, edgeToJunction, junctionControl } = network.roads;
  const { fleet } = response!;
  const homes = fleet.homeEdge.filter((_, unit) => fleet.service[unit] === service);
  searchFromMany(search, network, state.closures, state.edges, homes, EMERGENCY_BIT);
  const junctionSeconds = new Float64Array(junctionControl.length).fill(UNREACHABLE_S);
  for (let edge = 0; edge < edgeCount; edge++) {
    const end = edgeToJunction[edge];
    if (end < 0 || search.settledIn[edge] !== search.run) continue;
    junctionSeconds[end] = Math.min(junctionSeconds[end], search.seconds[edge]);
  }
  const toJunction = (junction: number) => (junction < 0 ? UNREACHABLE_S : junctionSeconds[junction]);
  let lengthM = 0;
  let weighted = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    const nearestEndS = Math.min(toJunction(edgeFromJunction[edge]), toJunction(edgeToJunction[edge]));
    const seconds =
      search.settledIn[edge] === search.run
        ? search.seconds[edge]
        : Math.min(UNREACHABLE_S, nearestEndS + (0.5 * edgeLengthM[edge]) / WALKS_MPS);
    lengthM += edgeLengthM[edge];
    weighted += seconds * edgeLengthM[edge];
  }
  return lengthM > 0 ? weighted / lengthM : 0;
}
