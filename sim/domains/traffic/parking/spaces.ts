/** Spaces for anybody, street by street, and where a driver looks next when a street is full. */
import type { CompiledScene } from '../../../scene/compiled';
import type { Network } from '../network';
import { middlesApartM2 } from '../routing/search';

export interface Spaces {
  /** By edge. */
  readonly count: Int32Array;
  /** For edge e with spaces the nearest others that have some: near[k], k from nearStart[e] to nearStart[e + 1] − 1. */
  readonly nearStart: Uint32Array;
  readonly near: Uint32Array;
}

/** A driver who searches knows so many streets around, and no further away than he would walk back. */
const KNOWS = 6;
const WALKS_BACK_M = 600;

const known = new WeakMap<CompiledScene, Spaces>();

/** Null where the scene has none. */
export function spacesOf(scene: CompiledScene, network: Network): Spaces | null {
  const parking = scene.scene.roads?.parking ?? [];
  if (parking.length === 0) return null;
  const before = known.get(scene);
  if (before) return before;
  const { edgeCount } = network.roads;
  const count = new Int32Array(edgeCount);
  for (const { edge, spaces } of parking) count[scene.elements.edge.slotOf(edge)!] += spaces;
  const withSpaces = [...count.keys()].filter((edge) => count[edge] > 0 && network.carEdge[edge] === 1);
  const nearStart = new Uint32Array(edgeCount + 1);
  const near: number[] = [];
  for (let edge = 0; edge < edgeCount; edge++) {
    if (count[edge] > 0) near.push(...nearestTo(network, edge, withSpaces));
    nearStart[edge + 1] = near.length;
  }
  const spaces = { count, nearStart, near: Uint32Array.from(near) };
  known.set(scene, spaces);
  return spaces;
}

function nearestTo(network: Network, edge: number, among: readonly number[]): number[] {
  return among
    .filter((other) => other !== edge)
    .map((other) => ({ other, m2: middlesApartM2(network, edge, other) }))
    .filter(({ m2 }) => m2 <= WALKS_BACK_M * WALKS_BACK_M)
    .sort((a, b) => a.m2 - b.m2 || a.other - b.other)
    .slice(0, KNOWS)
    .map(({ other }) => other);
}
