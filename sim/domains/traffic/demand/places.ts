/** Where trips begin and end: each building's people on the edge that its nearest kerb belongs to. */
import type { CompiledScene } from '../../../scene/compiled';
import type { Building, BuildingUse } from '../../../scene/schema/buildings';
import type { Network } from '../network';
import { accessOf, nearestAccess } from './access-edges';

/** A weighted choice of edges: running sums, for a draw by bisection. */
export interface Choice {
  readonly edges: Uint32Array;
  readonly sums: Float64Array;
}

export interface Places {
  readonly residents: Float64Array;
  readonly jobs: Float64Array;
  readonly pupils: Float64Array;
  /** Floor that people shop on, and that they spend their evenings on. */
  readonly shopM2: Float64Array;
  readonly leisureM2: Float64Array;
  /** Buildings by name: edges that they are reached by, −1 where none is near. */
  readonly buildings: readonly { readonly building: Building; readonly slot: number; readonly edge: number }[];
}

/** Share of a use's floor that draws people who have the evening free; the rest of it works. Ours. */
const LEISURE_SHARE: Partial<Record<BuildingUse, number>> = { culture: 1, hotel: 0.5, commerce: 0.35, civic: 0.1 };

const known = new WeakMap<CompiledScene, Places>();

export function placesOf(scene: CompiledScene, network: Network): Places {
  const places = known.get(scene) ?? findPlaces(scene, network);
  known.set(scene, places);
  return places;
}

function findPlaces(scene: CompiledScene, network: Network): Places {
  const { edgeCount } = network.roads;
  const found: { building: Building; slot: number; edge: number }[] = [];
  const places = {
    residents: new Float64Array(edgeCount),
    jobs: new Float64Array(edgeCount),
    pupils: new Float64Array(edgeCount),
    shopM2: new Float64Array(edgeCount),
    leisureM2: new Float64Array(edgeCount),
    buildings: found,
  };
  const buildings = scene.scene.buildings?.buildings ?? [];
  if (buildings.length === 0) return places;
  const access = accessOf(scene, network);
  // By name, so that who is who does not hang on the order in a file.
  for (const building of buildings.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const people = (building.residents ?? 0) + (building.jobs ?? 0) + (building.pupils ?? 0);
    if (people === 0) continue;
    const [x, y] = middleOf(building.outline);
    const edge = nearestAccess(network, access, x, y);
    found.push({ building, slot: scene.elements.building.slotOf(building.id)!, edge });
    if (edge < 0) continue;
    places.residents[edge] += building.residents ?? 0;
    places.jobs[edge] += building.jobs ?? 0;
    places.pupils[edge] += building.pupils ?? 0;
    if (building.use === 'commerce') places.shopM2[edge] += building.floorAreaM2;
    places.leisureM2[edge] += building.floorAreaM2 * (LEISURE_SHARE[building.use] ?? 0);
  }
  return places;
}

export function choose(choice: Choice, uniform: number): number {
  const { sums, edges } = choice;
  const wanted = uniform * sums[sums.length - 1];
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > wanted) high = middle;
    else low = middle + 1;
  }
  return edges[low];
}

/** Null where no edge has any weight. */
export function choiceOf(weights: Float64Array): Choice | null {
  const edges: number[] = [];
  const sums: number[] = [];
  let sum = 0;
  for (let edge = 0; edge < weights.length; edge++) {
    if (!(weights[edge] > 0)) continue;
    sum += weights[edge];
    edges.push(edge);
    sums.push(sum);
  }
  return edges.length === 0 ? null : { edges: Uint32Array.from(edges), sums: Float64Array.from(sums) };
}

/** Mean of the corners: near enough to find a road by. */
function middleOf(outline: readonly (readonly number[])[]): [number, number] {
  let x = 0;
  let y = 0;
  for (const corner of outline) {
    x += corner[0];
    y += corner[1];
  }
  return [x / outline.length, y / outline.length];
}
