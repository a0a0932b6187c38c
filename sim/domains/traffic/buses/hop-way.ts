/** The quickest way of a bus from stop to stop at the limits, over lanes that take buses and roads that are built. */
import type { CompiledScene } from '../../../scene/compiled';
import type { Network } from '../network';
import { createHeap, type Heap, pop, push } from '../routing/heap';
import { BUS } from '../vehicle-kinds';

export interface HopSearch {
  readonly network: Network;
  readonly planned: Uint8Array;
  readonly seconds: Float64Array;
  readonly parent: Int32Array;
  readonly heap: Heap;
  /** A turn from lane to lane that takes buses; −1 where none leads from one edge to the other. */
  turnBetween(from: number, to: number): number;
}

const BUS_BIT = 1 << BUS;

export function createHopSearch(scene: CompiledScene, network: Network): HopSearch {
  const { roads, linkEdge } = network;
  const planned = new Uint8Array(roads.edgeCount);
  for (const { id, planned: is } of scene.scene.roads?.edges ?? []) {
    if (is === true) planned[scene.elements.edge.slotOf(id)!] = 1;
  }
  return {
    network,
    planned,
    seconds: new Float64Array(roads.edgeCount),
    parent: new Int32Array(roads.edgeCount),
    heap: createHeap(linkEdge.length + 1),
    turnBetween(from, to) {
      for (let i = 0; i < roads.edgeLaneCount[from]; i++) {
        const lane = roads.edgeFirstLane[from] + i;
        if ((roads.laneAllows[lane] & BUS_BIT) === 0) continue;
        for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
          const target = roads.turnToLane[roads.laneTurns[k]];
          if (roads.laneEdge[target] === to && (roads.laneAllows[target] & BUS_BIT) !== 0) return roads.laneTurns[k];
        }
      }
      return -1;
    },
  };
}

/** Edges from one to the other, both included; one edge alone where the stop there lies ahead on it; null where no way leads. */
export function hopWay(search: HopSearch, from: number, to: number, isAhead: boolean): Uint32Array | null {
  if (from === to && isAhead) return Uint32Array.of(from);
  const { network, planned, seconds, parent, heap } = search;
  const { roads, linkStart, linkEdge } = network;
  seconds.fill(Number.POSITIVE_INFINITY);
  heap.size = 0;
  // The edge that it begins on is not settled: a way may lead round and come back to it.
  const reach = (at: number, sofarS: number, before: number): void => {
    for (let link = linkStart[at]; link < linkStart[at + 1]; link++) {
      const next = linkEdge[link];
      if (planned[next] === 1 || search.turnBetween(at, next) < 0) continue;
      const laterS = sofarS + roads.edgeLengthM[next] / roads.edgeSpeedMps[next];
      if (laterS >= seconds[next]) continue;
      seconds[next] = laterS;
      parent[next] = before;
      push(heap, next, laterS);
    }
  };
  reach(from, 0, -1);
  while (heap.size > 0) {
    const keyS = heap.keys[0];
    const at = pop(heap);
    if (keyS > seconds[at]) continue;
    if (at === to) return wayTo(parent, from, to);
    reach(at, seconds[at], at);
  }
  return null;
}

function wayTo(parent: Int32Array, from: number, to: number): Uint32Array {
  const way = [to];
  for (let at = parent[to]; at >= 0; at = parent[at]) way.push(at);
  way.push(from);
  return Uint32Array.from(way.reverse());
}
