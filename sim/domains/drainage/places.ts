/** What stands by which street cell: edges of road, the mouths of galleries, switchgear. Nearest in plan. */
import { slotIn } from '../../scene/compile/element-tables';
import { nearestOnLine } from '../../scene/compile/near-line';
import type { CompiledScene } from '../../scene/compiled';

type Point = readonly [number, number];

export interface Openings {
  readonly node: Int32Array;
  readonly section: Int32Array;
  readonly areaM2: Float64Array;
  /** 1: louvres above a sill; 0: a cover in the ground. */
  readonly isLouvre: Uint8Array;
}

export interface Places {
  /** Nodes on edge e: edgeNode[k], k from edgeStart[e] to edgeStart[e + 1] − 1. */
  readonly edgeStart: Int32Array;
  readonly edgeNode: Int32Array;
  /** By bus, its node; −1 where water does not come to it. */
  readonly busNode: Int32Array;
  readonly openings: Openings;
}

const ROAD_WITHIN_M = 25;
const OPENING_WITHIN_M = 80;
const BUS_WITHIN_M = 60;
/** Above this voltage gear stands in substations of its own, raised above floods. */
const STREET_KV = 35;

export function findPlaces(scene: CompiledScene, street: Int32Array): Places {
  const { elements } = scene;
  const nodes = (scene.scene.drainage?.nodes ?? [])
    .map(({ id, at, edge }) => ({ n: slotIn(elements['drain-node'], id), at: at as Point, edge }))
    .filter(({ n }) => street[n] >= 0)
    .sort((a, b) => a.n - b.n);
  const nearest = (at: Point, withinM: number): number => {
    let best = withinM;
    let found = -1;
    for (const { n, at: there } of nodes) {
      const off = apartM(at, there);
      if (off < best) {
        best = off;
        found = n;
      }
    }
    return found;
  };
  const edges = scene.scene.roads?.edges ?? [];
  const on: number[][] = Array.from({ length: elements.edge.count }, () => []);
  for (const { id, shape, opposite } of edges) {
    const list = on[slotIn(elements.edge, id)];
    const xs = shape.map(([x]) => x);
    const ys = shape.map(([, y]) => y);
    const [west, east] = [Math.min(...xs) - ROAD_WITHIN_M, Math.max(...xs) + ROAD_WITHIN_M];
    const [south, north] = [Math.min(...ys) - ROAD_WITHIN_M, Math.max(...ys) + ROAD_WITHIN_M];
    for (const { n, at, edge } of nodes) {
      const isOwn = edge === id || (edge !== undefined && edge === opposite);
      const isNear = at[0] >= west && at[0] <= east && at[1] >= south && at[1] <= north;
      if (isOwn || (isNear && nearestOnLine(shape as readonly Point[], at).offM <= ROAD_WITHIN_M)) list.push(n);
    }
  }
  const edgeStart = new Int32Array(on.length + 1);
  on.forEach((list, e) => {
    edgeStart[e + 1] = edgeStart[e] + list.length;
  });
  const busNode = new Int32Array(elements.bus.count).fill(-1);
  for (const { id, at, kilovolts } of scene.scene.electricity?.buses ?? []) {
    if (kilovolts <= STREET_KV) busNode[slotIn(elements.bus, id)] = nearest(at as Point, BUS_WITHIN_M);
  }
  return { edgeStart, edgeNode: Int32Array.from(on.flat()), busNode, openings: openingsOf(scene, nearest) };
}

function openingsOf({ scene, elements }: CompiledScene, nearest: (at: Point, withinM: number) => number): Openings {
  const rows: { node: number; section: number; areaM2: number; isLouvre: number }[] = [];
  for (const { path, compartments } of scene.galleries?.galleries ?? []) {
    for (const { sections, shafts } of compartments) {
      for (const { atM, kind, areaM2 } of shafts) {
        const node = nearest(along(path as readonly Point[], atM), OPENING_WITHIN_M);
        const section = sections.find((each) => atM >= each.fromM && atM < each.toM) ?? sections[sections.length - 1];
        if (node < 0) continue;
        const isLouvre = kind === 'inlet' || kind === 'exhaust' ? 1 : 0;
        rows.push({ node, section: slotIn(elements['gallery-section'], section.id), areaM2, isLouvre });
      }
    }
  }
  return {
    node: Int32Array.from(rows, (each) => each.node),
    section: Int32Array.from(rows, (each) => each.section),
    areaM2: Float64Array.from(rows, (each) => each.areaM2),
    isLouvre: Uint8Array.from(rows, (each) => each.isLouvre),
  };
}

const apartM = ([ax, ay]: Point, [bx, by]: Point): number => Math.sqrt((ax - bx) * (ax - bx) + (ay - by) * (ay - by));

function along(path: readonly Point[], atM: number): Point {
  let left = atM;
  for (let i = 1; i < path.length; i++) {
    const lengthM = apartM(path[i - 1], path[i]);
    if (left <= lengthM && lengthM > 0) {
      const share = left / lengthM;
      const [[ax, ay], [bx, by]] = [path[i - 1], path[i]];
      return [ax + share * (bx - ax), ay + share * (by - ay)];
    }
    left -= lengthM;
  }
  return path[path.length - 1];
}
