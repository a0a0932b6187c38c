import type { LaidScene } from '../../../../sim';
import { densify, evenly, type Line, lengthOf, offset } from '../polyline';
import type { EdgeSurroundings } from './lane-marks';

type Point = [number, number];

/** The roads as they are drawn: lanes from kerb to middle, what lies between the two directions, junction areas. */
export interface RoadPlan {
  readonly edges: readonly EdgePlan[];
  readonly junctions: readonly { readonly slot: number; readonly outline: Point[] }[];
  readonly crossings: readonly { readonly path: Line; readonly widthM: number; readonly edgeSlot: number }[];
}

export interface EdgePlan {
  readonly slot: number;
  readonly class: string;
  readonly lanes: readonly { readonly shape: Line; readonly widthM: number; readonly busOnly: boolean }[];
  readonly sidewalkM: number;
  /** The kerb: right border of the first lane. */
  readonly kerb: Point[];
  /** Between this direction and the opposite one; only the edge with the lower slot carries it. */
  readonly gap: { readonly left: Point[]; readonly right: Point[]; readonly raised: boolean } | null;
  readonly around: EdgeSurroundings;
}

/** Wider than this and the strip between the directions is a raised and planted one. */
const RAISED_FROM_M = 1.2;
const BORDER_STEP_M = 13;

export function roadPlan(compiled: LaidScene): RoadPlan {
  const file = compiled.scene.roads;
  if (!file) return { edges: [], junctions: [], crossings: [] };
  const { elements } = compiled;
  const major = new Map(file.junctions.map((junction) => [junction.node, new Set(junction.major ?? [])]));
  const byId = new Map(file.edges.map((edge) => [edge.id, edge]));
  const borderOf = (edge: (typeof file.edges)[number]) => {
    const last = edge.lanes[edge.lanes.length - 1];
    return offset(densify(last.shape, BORDER_STEP_M), last.widthM / 2);
  };
  const edges = file.edges.map((edge): EdgePlan => {
    const slot = elements.edge.slotOf(edge.id) as number;
    const opposite = edge.opposite === undefined ? undefined : byId.get(edge.opposite);
    let gap: EdgePlan['gap'] = null;
    let middleGapM: number | null = null;
    if (opposite) {
      const own = borderOf(edge);
      const other = borderOf(opposite).reverse();
      const count = Math.max(2, Math.ceil(Math.max(lengthOf(own), lengthOf(other)) / BORDER_STEP_M) + 1);
      const right = evenly(own, count);
      const left = evenly(other, count);
      middleGapM = right.reduce((sum, [x, y], i) => sum + Math.hypot(left[i][0] - x, left[i][1] - y), 0) / count;
      const lower = slot < (elements.edge.slotOf(opposite.id) as number);
      if (lower && middleGapM > 0.02 && middleGapM < 40) gap = { left, right, raised: middleGapM >= RAISED_FROM_M };
    }
    const first = edge.lanes[0];
    const yields = major.get(edge.to);
    return {
      slot,
      class: edge.class,
      lanes: edge.lanes.map((lane) => ({
        shape: lane.shape,
        widthM: lane.widthM,
        busOnly: lane.allows?.includes('bus') === true && !lane.allows.includes('car'),
      })),
      sidewalkM: edge.sidewalkM ?? 0,
      kerb: offset(densify(first.shape, BORDER_STEP_M), -first.widthM / 2),
      gap,
      around: {
        oneLaneEachWay: edge.lanes.length === 1,
        middleGapM,
        givesWay: yields !== undefined && yields.size > 0 && !yields.has(edge.id),
      },
    };
  });
  return {
    edges,
    junctions: file.junctions.map((junction) => ({
      slot: elements.junction.slotOf(junction.id) as number,
      outline: junction.outline.map(([x, y]) => [x, y] as Point),
    })),
    crossings: file.junctions.flatMap((junction) =>
      (junction.crossings ?? []).map((crossing) => ({
        path: crossing.path,
        widthM: crossing.widthM,
        edgeSlot: elements.edge.slotOf(crossing.edge) as number,
      })),
    ),
  };
}
