/**
 * Places for buses that have none: every island a tree by breadth from its best connected bus, each branch of the tree
 * with a share of the circle as large as its share of the leaves. Islands stand beside each other. The same graph always
 * gives the same places, and no two buses share one.
 */
import { cos, PI, sin } from '../../kernel';
import type { Point } from '../../scene';

/** From one ring to the next. */
const RING_M = 400;
/** A scene reaches 200 km from its origin. */
const LARGEST_RADIUS_M = 60_000;

export function layOut(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Point[] {
  const beside: number[][] = Array.from({ length: count }, () => []);
  for (let k = 0; k < from.length; k++) {
    beside[from[k]].push(to[k]);
    beside[to[k]].push(from[k]);
  }
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => beside[b].length - beside[a].length || a - b);
  const places: Point[] = new Array(count);
  const depth = new Int32Array(count).fill(-1);
  const islands: { readonly buses: readonly number[]; readonly radiusM: number; readonly polar: readonly Polar[] }[] =
    [];
  for (const root of order) {
    if (depth[root] >= 0) continue;
    const buses = [root];
    const children = new Map<number, number[]>();
    depth[root] = 0;
    let deepest = 0;
    for (let head = 0; head < buses.length; head++) {
      const bus = buses[head];
      const mine: number[] = [];
      for (const other of beside[bus]) {
        if (depth[other] >= 0) continue;
        depth[other] = depth[bus] + 1;
        deepest = Math.max(deepest, depth[other]);
        mine.push(other);
        buses.push(other);
      }
      children.set(bus, mine);
    }
    const leaves = new Map<number, number>();
    for (const bus of [...buses].reverse()) {
      leaves.set(
        bus,
        Math.max(
          1,
          children.get(bus)!.reduce((sum, child) => sum + leaves.get(child)!, 0),
        ),
      );
    }
    const turns = new Map<number, readonly [number, number]>([[root, [0, 1]]]);
    const polar = buses.map((bus) => {
      const [begin, end] = turns.get(bus)!;
      let at = begin;
      for (const child of children.get(bus)!) {
        const share = ((end - begin) * leaves.get(child)!) / leaves.get(bus)!;
        turns.set(child, [at, at + share]);
        at += share;
      }
      return { ring: depth[bus], turn: (begin + end) / 2 };
    });
    // Rings wide enough that neighbours on the outermost do not touch.
    const widest = Math.max(1, deepest, leaves.get(root)! / 24);
    islands.push({ buses, radiusM: RING_M * widest, polar });
  }
  const widthM = islands.reduce((sum, { radiusM }) => sum + 2 * radiusM + RING_M, 0);
  const scale = Math.min(1, (2 * LARGEST_RADIUS_M) / widthM);
  let leftM = -(widthM * scale) / 2;
  for (const { buses, radiusM, polar } of islands) {
    const rings = polar.reduce((most, { ring }) => Math.max(most, ring), 1);
    const middleM = leftM + (radiusM + RING_M / 2) * scale;
    buses.forEach((bus, i) => {
      const reachM = (scale * radiusM * polar[i].ring) / rings;
      const angle = 2 * PI * polar[i].turn;
      places[bus] = [toCentimetre(middleM + reachM * cos(angle)), toCentimetre(reachM * sin(angle))];
    });
    leftM += (2 * radiusM + RING_M) * scale;
  }
  return places;
}

interface Polar {
  readonly ring: number;
  readonly turn: number;
}

function toCentimetre(metres: number): number {
  return Math.round(metres * 100) / 100;
}
