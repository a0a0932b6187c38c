/**
 * How many people come to each crossing in each hour of the day: everybody's ways on foot, and the ways to the bus and
 * from it, by the shortest walk from street to street. Counted once for a day of plans; each working day is the same.
 * Left out: walks to and from a parked car (it stands before the door), rounds for pleasure, and how people who know a
 * busy crossing walk round it.
 */
import type { CompiledScene } from '../../../scene/compiled';
import { type DayDepartures, eachPerson, type People } from '../demand/people/people';
import { BUS, WALK } from '../demand/people/survey';
import type { Network } from '../network';
import { type Pavements, pavementsOf } from './pavements';
import { createWalkSearch, nearerEnd, searchWalks, type WalkSearch, walkSecondsTo } from './walk-search';

export const HOURS = 24;
const DAY_SECONDS = 86_400;

/** Persons an hour by crossing, direction (0 as the path is drawn) and hour: [(2 · crossing + direction) · 24 + hour]. */
export type WalkFlows = Float64Array;

const knownFlows = new WeakMap<DayDepartures, WalkFlows>();
const knownPavements = new WeakMap<CompiledScene, Pavements>();

export function walkFlowsOf(scene: CompiledScene, network: Network, people: People): WalkFlows {
  const before = knownFlows.get(people.departures);
  if (before) return before;
  const flows = countWalks(scene, network, people);
  knownFlows.set(people.departures, flows);
  return flows;
}

/** A way on foot between two streets, as seen from the one: the other, or the nearest stop, and when it is walked. */
interface Walks {
  readonly edge: number[];
  readonly other: number[];
  /** Leaves `edge` at that second, or, where it is negative, comes to it at minus that. */
  readonly second: number[];
}

const NEAREST_STOP = -1;

function countWalks(scene: CompiledScene, network: Network, people: People): WalkFlows {
  const pavements = knownPavements.get(scene) ?? pavementsOf(scene, network);
  knownPavements.set(scene, pavements);
  const flows = new Float64Array(2 * HOURS * network.roads.crossingJunction.length);
  const walks = walksOf(people);
  const stops = stopEdges(scene);
  const search = createWalkSearch(pavements);
  const order = Uint32Array.from(walks.edge.keys()).sort((a, b) => walks.edge[a] - walks.edge[b] || a - b);
  let searched = -1;
  let stop = -1;
  for (const i of order) {
    const edge = walks.edge[i];
    if (edge !== searched) {
      searchWalks(search, edge);
      searched = edge;
      stop = nearestOf(search, stops);
    }
    const other = walks.other[i] === NEAREST_STOP ? stop : walks.other[i];
    if (other >= 0 && other !== edge) addWalk(search, other, walks.second[i], flows);
  }
  return flows;
}

function walksOf(people: People): Walks {
  const { gateInEdge, gateOutEdge } = people.ground;
  const walks: Walks = { edge: [], other: [], second: [] };
  const add = (edge: number, other: number, second: number) => {
    walks.edge.push(edge);
    walks.other.push(other);
    walks.second.push(second);
  };
  eachPerson(people, () => {
    const { plan } = people;
    let [from, fromGate] = [plan.homeEdge, plan.homeGate];
    for (let leg = 0; leg < plan.legs; leg++) {
      const [to, toGate] = [plan.edge[leg], plan.gate[leg]];
      if (plan.mode[leg] === WALK) {
        const begins = fromGate >= 0 ? gateInEdge[fromGate] : from;
        const ends = toGate >= 0 ? gateOutEdge[toGate] : to;
        // Always seen from the same one of the two, so that he goes home by the way that he came.
        const isKnown = begins >= 0 && ends >= 0;
        if (isKnown && begins <= ends) add(begins, ends, positive(plan.departSeconds[leg]));
        else if (isKnown) add(ends, begins, -positive(plan.arriveSeconds[leg]));
      } else if (plan.mode[leg] === BUS) {
        if (fromGate < 0 && from >= 0) add(from, NEAREST_STOP, positive(plan.departSeconds[leg]));
        if (toGate < 0 && to >= 0) add(to, NEAREST_STOP, -positive(plan.arriveSeconds[leg]));
      }
      [from, fromGate] = [to, toGate];
    }
  });
  return walks;
}

/** The same time of day, after midnight of the day before. */
function positive(seconds: number): number {
  return DAY_SECONDS + (((seconds % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS);
}

function stopEdges(scene: CompiledScene): number[] {
  const edges = new Set<number>();
  for (const { lane } of scene.scene.roads?.stops ?? []) {
    const slot = scene.elements.lane.slotOf(lane);
    if (slot !== undefined) edges.add(scene.roads.laneEdge[slot]);
  }
  return [...edges].sort((a, b) => a - b);
}

function nearestOf(search: WalkSearch, edges: readonly number[]): number {
  let best = -1;
  let bestSeconds = Number.POSITIVE_INFINITY;
  for (const edge of edges) {
    const seconds = walkSecondsTo(search, edge);
    if (seconds < bestSeconds) {
      bestSeconds = seconds;
      best = edge;
    }
  }
  return best;
}

/** One person over every crossing between the street searched from and another, at the hour when he gets there. */
function addWalk(search: WalkSearch, other: number, second: number, flows: WalkFlows): void {
  const { pavements, seconds, byLink, from } = search;
  for (let node = nearerEnd(search, other); node >= 0 && byLink[node] >= 0; node = from[node]) {
    const crossing = pavements.linkCrossing[byLink[node]];
    if (crossing < 0) continue;
    const comesBack = second < 0;
    const at = comesBack ? -second - seconds[node] : second + seconds[from[node]];
    const hour = Math.floor(at / 3_600) % HOURS;
    flows[(comesBack ? crossing ^ 1 : crossing) * HOURS + hour]++;
  }
}
