/** Which stretches of road lie above a section: what is shut when it burns or leaks, and where a crew comes to. */
import { nearestOnLine } from '../../../scene/compile/near-line';
import type { CompiledScene } from '../../../scene/compiled';

type Point = readonly [number, number];

export interface RoadsAbove {
  /** Edges above section s: edge[k], k from start[s] to start[s + 1] − 1. */
  readonly start: Int32Array;
  readonly edge: Int32Array;
  /** Where one drives up to: the nearest edge, whatever its street; −1 in a scene without roads. */
  readonly access: Int32Array;
  /** Where else a crew may get to, the road above being shut: approach[k], k from APPROACHES · s, nearest first, −1 for none; and how far from there. */
  readonly approach: Int32Array;
  readonly approachM: Float64Array;
}

export const APPROACHES = 12;

const SAMPLE_M = 20;
/** From a gallery's line to the reference lines of its street's roads: half of a wide street, and the gallery's offset. */
const WITHIN_M = 40;

export function findRoadsAbove({ scene, elements, roads }: CompiledScene): RoadsAbove {
  const sections = elements['gallery-section'];
  const above: number[][] = Array.from({ length: sections.count }, () => []);
  const access = new Int32Array(sections.count).fill(-1);
  const approach = new Int32Array(APPROACHES * sections.count).fill(-1);
  const approachM = new Float64Array(APPROACHES * sections.count);
  const edges = (scene.roads?.edges ?? []).map(({ id, street, shape }) => ({
    slot: elements.edge.slotOf(id) as number,
    street,
    shape,
  }));
  for (const gallery of scene.galleries?.galleries ?? []) {
    const own = edges.filter(({ street }) => gallery.street === undefined || street === gallery.street);
    const samples = pointsAlong(gallery.path);
    // Every compartment of a gallery lies under the same roads.
    const near = samples.map((point) => own.filter(({ shape }) => offM(shape, point) <= WITHIN_M));
    const closest = samples.map((point) => nearestOf(own.length > 0 ? own : edges, point));
    const few = samples.map((): ReturnType<typeof nearestFew> | null => null);
    for (const { sections: parts } of gallery.compartments) {
      for (const { id, fromM, toM } of parts) {
        const slot = sections.slotOf(id) as number;
        const first = Math.ceil(fromM / SAMPLE_M);
        const last = Math.min(samples.length - 1, Math.floor(toM / SAMPLE_M));
        const found = new Set<number>();
        for (let k = first; k <= last; k++) for (const each of near[k]) found.add(each.slot);
        above[slot] = [...found].sort((a, b) => a - b);
        const middle = Math.min(samples.length - 1, Math.round((fromM + toM) / 2 / SAMPLE_M));
        access[slot] = closest[middle]?.slot ?? -1;
        few[middle] ??= nearestFew(edges, samples[middle]);
        few[middle].forEach(({ slot: edge, metres }, k) => {
          approach[APPROACHES * slot + k] = edge;
          approachM[APPROACHES * slot + k] = metres;
        });
      }
    }
  }
  const start = new Int32Array(sections.count + 1);
  for (let s = 0; s < sections.count; s++) start[s + 1] = start[s] + above[s].length;
  return {
    start,
    edge: Int32Array.from(above.flat()),
    access: roads.edgeCount > 0 ? access : access.fill(-1),
    approach,
    approachM,
  };
}

function nearestFew(edges: readonly { readonly slot: number; readonly shape: readonly Point[] }[], point: Point) {
  return edges
    .map(({ slot, shape }) => ({ slot, metres: offM(shape, point) }))
    .sort((a, b) => a.metres - b.metres || a.slot - b.slot)
    .slice(0, APPROACHES);
}

function nearestOf<Edge extends { readonly shape: readonly Point[] }>(edges: readonly Edge[], point: Point) {
  let best = Number.POSITIVE_INFINITY;
  let found: Edge | undefined;
  for (const each of edges) {
    const distance = offM(each.shape, point);
    if (distance >= best) continue;
    best = distance;
    found = each;
  }
  return found;
}

function pointsAlong(path: readonly Point[]): Point[] {
  const points: Point[] = [path[0]];
  let untilM = SAMPLE_M;
  for (let i = 1; i < path.length; i++) {
    const [x0, y0] = path[i - 1];
    const dx = path[i][0] - x0;
    const dy = path[i][1] - y0;
    const lengthM = Math.sqrt(dx * dx + dy * dy);
    while (untilM <= lengthM) {
      points.push([x0 + (untilM / lengthM) * dx, y0 + (untilM / lengthM) * dy]);
      untilM += SAMPLE_M;
    }
    untilM -= lengthM;
  }
  return points;
}

const offM = (line: readonly Point[], point: Point): number => nearestOnLine(line, point).offM;
