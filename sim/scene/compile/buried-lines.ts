/**
 * Which lines lie in which streets: mains and cables are followed along their paths, and each stretch belongs to the road
 * that runs nearest. Both directions of a carriageway are one road. What lies in a gallery is not buried.
 */
import type { CompiledScene } from '../compiled';
import { slotIn } from './element-tables';
import { nearestOnLine } from './near-line';

export const lineKinds = ['power', 'telecom', 'water', 'heat', 'gas'] as const;
export type LineKind = (typeof lineKinds)[number];

export interface BuriedLines {
  readonly roadCount: number;
  /** By edge: its road; −1 where none is built yet. */
  readonly roadOfEdge: Int32Array;
  /** By road: its edges, −1 where it has one direction only. */
  readonly firstEdge: Int32Array;
  readonly secondEdge: Int32Array;
  readonly lengthM: Float64Array;
  /** By road and kind (road · kinds + kind): how much of the street has such lines in its ground, never more than its length. */
  readonly buriedM: Float64Array;
  /** Branch b runs branchM[k] along road branchRoad[k], k from branchStart[b] to branchStart[b + 1] − 1, buried or not. */
  readonly branchStart: Int32Array;
  readonly branchRoad: Int32Array;
  readonly branchM: Float64Array;
}

type Point = readonly [number, number];
interface Line {
  readonly path: readonly Point[];
  readonly kind: number;
  readonly isBuried: boolean;
  /** Slot of a branch, −1 for all others. */
  readonly branch: number;
}

/** Half of the widest carriageway with its verge: lines further off lie across the blocks. */
const IN_STREET_M = 30;
const SAMPLE_M = 10;
const BIN_M = 20;
const CELL_M = 100;

const found = new WeakMap<CompiledScene, BuriedLines>();

export function buriedLines(scene: CompiledScene): BuriedLines {
  let lines = found.get(scene);
  if (lines === undefined) {
    lines = findLines(scene);
    found.set(scene, lines);
  }
  return lines;
}

function findLines(compiled: CompiledScene): BuriedLines {
  const roads = roadsOf(compiled);
  const { count, lengthM, shapes } = roads;
  // Sorted into cells with the first line: where none is known, as in an imported network of roads, that is spared.
  let nearest: ReturnType<typeof nearestRoad> | undefined;
  const kinds = lineKinds.length;
  const bins = lengthM.map((length) => Math.max(1, Math.ceil(length / BIN_M)));
  const taken = Array.from({ length: count * kinds }, (_, k) => new Uint8Array(bins[Math.floor(k / kinds)]));
  const along: Map<number, number>[] = Array.from({ length: compiled.elements.branch.count }, () => new Map());
  for (const { path, kind, isBuried, branch } of linesOf(compiled)) {
    walk(path, (at, stepM) => {
      nearest ??= nearestRoad(shapes);
      const near = nearest(at);
      if (near === undefined) return;
      const { road, share } = near;
      if (branch >= 0) along[branch].set(road, (along[branch].get(road) ?? 0) + stepM);
      const bin = Math.min(bins[road] - 1, Math.floor(share * bins[road]));
      if (isBuried) taken[road * kinds + kind][bin] = 1;
    });
  }
  const buriedM = Float64Array.from(taken, (each, k) => {
    const road = Math.floor(k / kinds);
    return (lengthM[road] * each.reduce((sum, one) => sum + one, 0)) / bins[road];
  });
  const branchStart = new Int32Array(along.length + 1);
  along.forEach((each, b) => {
    branchStart[b + 1] = branchStart[b] + each.size;
  });
  const stretches = along.flatMap((each) => [...each].sort(([a], [b]) => a - b));
  return {
    roadCount: count,
    roadOfEdge: roads.roadOfEdge,
    firstEdge: roads.firstEdge,
    secondEdge: roads.secondEdge,
    lengthM: Float64Array.from(lengthM),
    buriedM,
    branchStart,
    branchRoad: Int32Array.from(stretches, ([road]) => road),
    branchM: Float64Array.from(stretches, ([, metres]) => metres),
  };
}

function roadsOf({ scene, elements, roads }: CompiledScene) {
  const roadOfEdge = new Int32Array(elements.edge.count).fill(-1);
  const [firstEdge, secondEdge, lengthM]: number[][] = [[], [], []];
  const shapes: (readonly Point[])[] = [];
  const edges = (scene.roads?.edges ?? [])
    .filter(({ planned }) => planned !== true)
    .map((edge) => ({ edge, slot: slotIn(elements.edge, edge.id) }))
    .sort((a, b) => a.slot - b.slot);
  for (const { edge, slot } of edges) {
    if (roadOfEdge[slot] >= 0) continue;
    const other = edge.opposite === undefined ? -1 : slotIn(elements.edge, edge.opposite);
    roadOfEdge[slot] = firstEdge.length;
    if (other >= 0) roadOfEdge[other] = firstEdge.length;
    firstEdge.push(slot);
    secondEdge.push(other);
    lengthM.push(roads.edgeLengthM[slot]);
    shapes.push(edge.shape);
  }
  return {
    count: firstEdge.length,
    roadOfEdge,
    firstEdge: Int32Array.from(firstEdge),
    secondEdge: Int32Array.from(secondEdge),
    lengthM,
    shapes,
  };
}

function linesOf({ scene, elements }: CompiledScene): Line[] {
  type Ends = { readonly id: string; readonly from: string; readonly to: string };
  type Drawn = Ends & { readonly path?: readonly Point[]; readonly compartment?: string };
  type Placed = readonly { readonly id: string; readonly at: Point }[];
  const lines: Line[] = [];
  const add = (name: LineKind, all: readonly Drawn[], nodes: Placed, branches = false) => {
    const places = new Map(nodes.map(({ id, at }) => [id, at]));
    for (const { id, from, to, path, compartment } of all) {
      const ends = [places.get(from), places.get(to)];
      const drawn = path ?? (ends[0] && ends[1] ? (ends as Point[]) : []);
      const branch = branches ? slotIn(elements.branch, id) : -1;
      lines.push({ path: drawn, kind: lineKinds.indexOf(name), isBuried: compartment === undefined, branch });
    }
  };
  const { electricity, telecom, water, heat, cooling, gas } = scene;
  if (electricity) {
    const cables = electricity.branches.filter(({ kind }) => kind === 'cable');
    add('power', cables as Drawn[], electricity.buses as Placed, true);
  }
  if (telecom) add('telecom', telecom.fibres as Drawn[], telecom.nodes as Placed);
  if (water) add('water', water.pipes as Drawn[], water.nodes as Placed);
  for (const { pipes, nodes } of [...(heat?.loops ?? []), ...(cooling?.loops ?? [])]) {
    add('heat', pipes as Drawn[], nodes as Placed);
  }
  if (gas) add('gas', gas.pipes as Drawn[], gas.nodes as Placed);
  return lines;
}

/** Looks only at roads whose line passes through the cells round a place. */
function nearestRoad(shapes: readonly (readonly Point[])[]) {
  const cells = new Map<string, number[]>();
  const keyOf = (x: number, y: number) => `${Math.floor(x / CELL_M)} ${Math.floor(y / CELL_M)}`;
  const roadLengthM = shapes.map((shape) => {
    let sum = 0;
    walk(shape, (_, stepM) => {
      sum += stepM;
    });
    return sum;
  });
  shapes.forEach((shape, road) => {
    walk(shape, ([x, y]) => {
      for (let dx = -1; dx <= 1; dx++) {
        for (let dy = -1; dy <= 1; dy++) {
          const key = keyOf(x + dx * IN_STREET_M, y + dy * IN_STREET_M);
          const list = cells.get(key);
          if (list === undefined) cells.set(key, [road]);
          else if (list[list.length - 1] !== road) list.push(road);
        }
      }
    });
  });
  return (at: Point): { road: number; share: number } | undefined => {
    let best: { road: number; share: number } | undefined;
    let bestM = IN_STREET_M;
    for (const road of cells.get(keyOf(at[0], at[1])) ?? []) {
      const { offM, alongM } = nearestOnLine(shapes[road], at);
      if (offM >= bestM) continue;
      bestM = offM;
      best = { road, share: roadLengthM[road] > 0 ? alongM / roadLengthM[road] : 0 };
    }
    return best;
  };
}

function walk(path: readonly Point[], at: (place: Point, stepM: number) => void): void {
  for (let i = 1; i < path.length; i++) {
    const [[ax, ay], [bx, by]] = [path[i - 1], path[i]];
    const lengthM = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    const steps = Math.max(1, Math.round(lengthM / SAMPLE_M));
    for (let k = 0; k < steps; k++) {
      const share = (k + 0.5) / steps;
      at([ax + share * (bx - ax), ay + share * (by - ay)], lengthM / steps);
    }
  }
}
