/** Edges that one may turn into from a building, and the nearest of them to a place. */
import type { CompiledScene } from '../../../scene/compiled';
import type { Network } from '../network';
import { mainPart } from './main-part';

/** Nobody has a driveway on these. */
const NO_ACCESS = new Set(['expressway', 'ramp']);
const SHORTEST_ACCESS_M = 20;

interface AccessEdge {
  readonly edge: number;
  readonly box: readonly [number, number, number, number];
}

export interface Access {
  readonly edges: readonly AccessEdge[];
  /** Places in `edges` by the square of a grid that their boxes touch. */
  readonly squares: ReadonlyMap<number, readonly number[]>;
}

const SQUARE_M = 200;
/** More squares than any city is wide. */
const COLUMNS = 1 << 20;
/** Rounding may not decide which edges are looked at. */
const ROOM_M = 1;

export function accessOf(scene: CompiledScene, network: Network): Access {
  const edges = accessEdges(scene, network);
  const squares = new Map<number, number[]>();
  edges.forEach(({ box }, place) => {
    for (let row = squareOf(box[1]); row <= squareOf(box[3]); row++) {
      for (let column = squareOf(box[0]); column <= squareOf(box[2]); column++) {
        const places = squares.get(row * COLUMNS + column);
        if (places) places.push(place);
        else squares.set(row * COLUMNS + column, [place]);
      }
    }
  });
  return { edges, squares };
}

function squareOf(atM: number): number {
  return Math.floor(atM / SQUARE_M);
}

function accessEdges(scene: CompiledScene, network: Network): AccessEdge[] {
  const { roads } = network;
  const classes = new Map(scene.scene.roads?.edges.map((edge) => [edge.id, edge.class]));
  const main = mainPart(network);
  const access: AccessEdge[] = [];
  for (let edge = 0; edge < roads.edgeCount; edge++) {
    const roadClass = classes.get(scene.elements.edge.ids[edge]);
    if (roadClass === undefined || NO_ACCESS.has(roadClass)) continue;
    if (main[edge] === 0 || network.carEdge[edge] === 0 || roads.edgeLengthM[edge] < SHORTEST_ACCESS_M) continue;
    const lane = roads.edgeFirstLane[edge];
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    for (let p = roads.trackPointStart[lane]; p < roads.trackPointStart[lane + 1]; p++) {
      minX = Math.min(minX, roads.trackPoints[2 * p]);
      maxX = Math.max(maxX, roads.trackPoints[2 * p]);
      minY = Math.min(minY, roads.trackPoints[2 * p + 1]);
      maxY = Math.max(maxY, roads.trackPoints[2 * p + 1]);
    }
    access.push({ edge, box: [minX, minY, maxX, maxY] });
  }
  return access;
}

/** −1 where there is none; of several that are equally near the first. */
export function nearestAccess(network: Network, { edges, squares }: Access, x: number, y: number): number {
  for (let reach = 1; reach < edges.length; reach *= 4) {
    const places = new Set<number>();
    for (let row = squareOf(y) - reach; row <= squareOf(y) + reach; row++) {
      for (let column = squareOf(x) - reach; column <= squareOf(x) + reach; column++) {
        for (const place of squares.get(row * COLUMNS + column) ?? []) places.add(place);
      }
    }
    const near = [...places].sort((a, b) => a - b).map((place) => edges[place]);
    const found = nearestOf(network, near, x, y);
    // Whatever was not looked at is further away than the squares reach.
    if (Math.sqrt(found.distanceM2) < reach * SQUARE_M - ROOM_M) return found.edge;
  }
  return nearestOf(network, edges, x, y).edge;
}

function nearestOf(network: Network, access: readonly AccessEdge[], x: number, y: number) {
  const { edgeFirstLane, trackPointStart, trackPoints } = network.roads;
  let best = -1;
  let bestM2 = Number.POSITIVE_INFINITY;
  for (const { edge, box } of access) {
    const outsideX = Math.max(0, box[0] - x, x - box[2]);
    const outsideY = Math.max(0, box[1] - y, y - box[3]);
    if (outsideX * outsideX + outsideY * outsideY >= bestM2) continue;
    const lane = edgeFirstLane[edge];
    for (let p = trackPointStart[lane]; p < trackPointStart[lane + 1] - 1; p++) {
      const ax = trackPoints[2 * p];
      const ay = trackPoints[2 * p + 1];
      const alongX = trackPoints[2 * p + 2] - ax;
      const alongY = trackPoints[2 * p + 3] - ay;
      const lengthM2 = alongX * alongX + alongY * alongY;
      const t = lengthM2 > 0 ? Math.max(0, Math.min(1, ((x - ax) * alongX + (y - ay) * alongY) / lengthM2)) : 0;
      const dx = x - ax - t * alongX;
      const dy = y - ay - t * alongY;
      const distanceM2 = dx * dx + dy * dy;
      if (distanceM2 >= bestM2) continue;
      bestM2 = distanceM2;
      best = edge;
    }
  }
  return { edge: best, distanceM2: bestM2 };
}
