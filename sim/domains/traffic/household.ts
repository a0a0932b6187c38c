/**
 * A household for whoever asks about it: who lives there, how long each one's way to work or school takes now, and how
 * fast its street is driven. Asking changes nothing. Ways on foot, by cycle and by bus take what their day was planned
 * with: no road before them is slower for what the cars do.
 */
import type { Commute, HomeStreet, HouseholdWays } from '../../ports';
import { RESIDENT, wordOf } from './demand/people/identity';
import { type People, planOf, takesPart } from './demand/people/people';
import type { Residents } from './demand/people/residents';
import { ACTIVITIES, DRIVE, MODES, PASSENGER, SCHOOL, TYPES, WORK } from './demand/people/survey';
import type { Network } from './network';
import { createSearch, findWay, type Search } from './routing/search';
import { secondsAlong } from './routing/seconds-along';
import { SEVERITY_AT_50 } from './severity';
import type { TrafficState } from './state';

export function householdOf(state: TrafficState, building: number, number: number): HouseholdWays | null {
  const { people } = state;
  if (people === null) return null;
  const { residents } = people;
  const living = livingIn(residents, building).filter((person) => takesPart(people, wordOf(RESIDENT, person)));
  const homes = [...new Set(living.map((person) => residents.household[person]))];
  const home = homes[number];
  if (home === undefined) return null;
  const members = living.filter((person) => residents.household[person] === home);
  return {
    number,
    count: homes.length,
    members: members.map((person) => ({
      type: TYPES[residents.type[person]],
      commute: commuteOf(state, people, wordOf(RESIDENT, person)),
    })),
    street: streetAt(state, residents.homeEdge[members[0]]),
  };
}

function livingIn({ count, homeBuilding }: Residents, building: number): number[] {
  // People of one building follow one another.
  const first = homeBuilding.indexOf(building);
  if (first < 0) return [];
  let end = first;
  while (end < count && homeBuilding[end] === building) end++;
  return Array.from({ length: end - first }, (_, i) => first + i);
}

function commuteOf(state: TrafficState, people: People, word: number): Commute | null {
  planOf(people, word);
  const { plan, ground } = people;
  for (let leg = 0; leg < plan.legs; leg++) {
    const activity = plan.activity[leg];
    if (activity !== WORK && activity !== SCHOOL) continue;
    const isOutside = plan.gate[leg] >= 0;
    const fromGate = leg === 0 ? plan.homeGate : plan.gate[leg - 1];
    const from = fromGate >= 0 ? ground.gateInEdge[fromGate] : leg === 0 ? plan.homeEdge : plan.edge[leg - 1];
    const to = isOutside ? ground.gateOutEdge[plan.gate[leg]] : plan.edge[leg];
    const mode = plan.mode[leg];
    const isDriven = mode === DRIVE || mode === PASSENGER;
    const driven = isDriven ? drivenNow(state, from, to) : null;
    return {
      purpose: ACTIVITIES[activity] as Commute['purpose'],
      mode: MODES[mode],
      toEdge: state.scene.elements.edge.ids[to],
      toOutside: isOutside,
      departSeconds: plan.departSeconds[leg],
      seconds: isDriven ? (driven?.seconds ?? null) : plan.arriveSeconds[leg] - plan.departSeconds[leg],
      freeSeconds: driven?.freeSeconds ?? null,
    };
  }
  return null;
}

const searches = new WeakMap<Network, Search>();

/** Along the way that is quickest now, from the end of the first edge; null where none leads there. */
function drivenNow(state: TrafficState, from: number, to: number) {
  const { network, closures, edges } = state;
  if (from === to) return { seconds: 0, freeSeconds: 0 };
  const search = searches.get(network) ?? createSearch(network);
  searches.set(network, search);
  if (!findWay(search, network, closures, edges, from, to, 0)) return null;
  const along = (mps: Float64Array) => secondsAlong(state, mps, search.way, 0, search.wayLength, null);
  return { seconds: along(edges.expectedMps), freeSeconds: along(network.roads.edgeSpeedMps) };
}

function streetAt({ edges, closures, network, scene }: TrafficState, edge: number): HomeStreet {
  const isDriven = edges.meanMps[edge] >= 0;
  const speedMps = isDriven ? edges.meanMps[edge] : closures.trackLimitMps[network.roads.edgeFirstLane[edge]];
  const square = speedMps * speedMps;
  return { edge: scene.elements.edge.ids[edge], speedMps, isDriven, severity: (square * square) / SEVERITY_AT_50 };
}
