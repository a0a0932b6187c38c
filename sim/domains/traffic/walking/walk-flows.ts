/**
 * How many people come to each crossing in each hour of the day: everybody's ways on foot, and the ways to the bus and
 * from it, by the shortest walk from street to street. Counted once for a day of plans; each working day is the same.
 * Left out: walks to and from a parked car (it stands before the door), rounds for pleasure, and how people who know a
 * busy crossing walk round it.
 */
import type { CompiledScene } from '../../../scene/compiled';
import { NEAREST_STOP } from '../demand/people/on-foot';
import type { DayDepartures, People } from '../demand/people/people';
import type { Network } from '../network';
import { type Pavements, pavementsOf } from './pavements';
import { beginWalks, createWalkSearch, nearerEnd, nearestOf, type WalkSearch } from './walk-search';

export const HOURS = 24;

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

function countWalks(scene: CompiledScene, network: Network, people: People): WalkFlows {
  const pavements = knownPavements.get(scene) ?? pavementsOf(scene, network);
  knownPavements.set(scene, pavements);
  const flows = new Float64Array(2 * HOURS * network.roads.crossingJunction.length);
  const { edge: edges, other: others, second } = people.departures.onFoot;
  const stops = stopEdges(scene);
  const search = createWalkSearch(pavements);
  let stop: number | null = null;
  for (let i = 0; i < edges.length; i++) {
    if (i === 0 || edges[i] !== edges[i - 1]) {
      beginWalks(search, edges[i]);
      stop = null;
    }
    if (others[i] === NEAREST_STOP) stop ??= nearestOf(search, stops);
    const other = others[i] === NEAREST_STOP ? (stop as number) : others[i];
    if (other >= 0 && other !== edges[i]) addWalk(search, other, second[i], flows);
  }
  return flows;
}

function stopEdges(scene: CompiledScene): number[] {
  const edges = new Set<number>();
  for (const { lane } of scene.scene.roads?.stops ?? []) {
    const slot = scene.elements.lane.slotOf(lane);
    if (slot !== undefined) edges.add(scene.roads.laneEdge[slot]);
  }
  return [...edges].sort((a, b) => a - b);
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
