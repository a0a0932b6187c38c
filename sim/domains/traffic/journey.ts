/**
 * A vehicle's journey for whoever asks about it: what its row holds, and what its trip was drawn or planned as. Who sets
 * out from elsewhere than planned, since he could not get there, is told as planned.
 */
import type { Journey, JourneyReason } from '../../ports';
import { isOfBus } from './buses/bus-runs';
import { carLegOfKey, classOfWord, isPeopleHour, LORRY, wordOfKey } from './demand/people/identity';
import { planOf } from './demand/people/people';
import { ACTIVITIES } from './demand/people/survey';
import { isOfResponse } from './levels/response';
import type { TrafficState } from './state';
import { CIRCULATES } from './vehicles';

const LEAST_MPS = 0.5;

interface Origin {
  readonly reason: JourneyReason;
  readonly edge: number;
  readonly isOutside: boolean;
}

export function journeyOf(state: TrafficState, row: number): Journey | null {
  const { vehicles, network, edges, scene } = state;
  if (row < 0 || row >= vehicles.rowEnd || vehicles.track[row] < 0) return null;
  const { ids } = scene.elements.edge;
  const base = vehicles.routeFrom[row];
  const way = Array.from(vehicles.route.subarray(base + vehicles.routeAt[row], base + vehicles.routeLength[row]));
  const { reason, edge, isOutside } = originOf(state, row);
  // A bus ends its run wherever its line does, and its row does not tell.
  const toOutside = reason !== 'bus' && vehicles.destinationM[row] === Number.POSITIVE_INFINITY;
  const track = vehicles.track[row];
  let leftM = 0;
  let leftSeconds = 0;
  for (const [at, each] of way.entries()) {
    const lengthM = network.roads.edgeLengthM[each];
    // On a junction the edge that it came from lies behind.
    const fromM = at > 0 ? 0 : track < network.roads.laneCount ? vehicles.positionM[row] : lengthM;
    const isEnd = at === way.length - 1 && each === vehicles.destinationEdge[row];
    const drivenM = Math.max(0, (isEnd ? Math.min(lengthM, vehicles.destinationM[row]) : lengthM) - fromM);
    leftM += drivenM;
    leftSeconds += drivenM / Math.max(LEAST_MPS, edges.expectedMps[each]);
  }
  return {
    reason,
    edges: way,
    fromEdge: edge < 0 ? null : ids[edge],
    toEdge: reason === 'round' ? null : ids[vehicles.destinationEdge[row]],
    fromOutside: isOutside,
    toOutside,
    departedSeconds: vehicles.departedS[row],
    leftM,
    leftSeconds,
  };
}

function originOf({ vehicles, people }: TrafficState, row: number): Origin {
  const hour = vehicles.tripHour[row];
  const unknown = (reason: JourneyReason): Origin => ({ reason, edge: -1, isOutside: false });
  if ((vehicles.flags[row] & CIRCULATES) !== 0) return unknown('round');
  if (isOfBus(hour)) return unknown('bus');
  if (isOfResponse(hour)) return unknown('call');
  if (people === null || !isPeopleHour(hour)) return unknown('other');
  const word = wordOfKey(vehicles.tripKey[row]);
  const leg = carLegOfKey(vehicles.tripKey[row]);
  planOf(people, word);
  const { plan, ground } = people;
  const gate = plan.fromGate[leg];
  return {
    reason: classOfWord(word) === LORRY ? 'freight' : ACTIVITIES[plan.activity[plan.carLeg[leg]]],
    edge: gate >= 0 ? ground.gateInEdge[gate] : plan.fromEdge[leg],
    isOutside: gate >= 0,
  };
}
