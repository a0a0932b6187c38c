import type { RoadClass, RoadEdge, RoadsFile } from '../../../scene/schema/roads';
import { distanceToLine } from '../../geometry/polyline';
import { distance, type Point } from '../../geometry/vector';

/** From a plot's fence to the middle of the kerb lane: sidewalk, verge, and what a corner cuts off. */
const REACH_M = 30;
const SAMPLE_M = 15;

/** Cars drive in from small streets; an arterial only where there is no other. */
const rank: Readonly<Partial<Record<RoadClass, number>>> = { local: 0, collector: 0, service: 1, arterial: 2 };

interface Kerb {
  readonly edge: RoadEdge;
  readonly rank: number;
  readonly line: readonly Point[];
  readonly low: Point;
  readonly high: Point;
}

/** Finds the edge by which a plot is entered: of the quietest streets along its fence the one nearest to its middle. */
export function frontageFinder(roads: RoadsFile): (plots: readonly (readonly Point[])[], middle: Point) => string {
  const kerbs = roads.edges.flatMap((edge): Kerb[] => {
    const order = rank[edge.class];
    if (order === undefined) return [];
    // Of a street's two directions the kerb on the plot's side is the nearer one.
    const line = edge.lanes[0].shape;
    const xs = line.map(([x]) => x);
    const ys = line.map(([, y]) => y);
    const low: Point = [Math.min(...xs), Math.min(...ys)];
    return [{ edge, rank: order, line, low, high: [Math.max(...xs), Math.max(...ys)] }];
  });
  return (plots, middle) => {
    const fence = plots.flatMap(sampled);
    const along = kerbs.filter((kerb) =>
      fence.some((at) => isAround(kerb, at) && distanceToLine(at, kerb.line) <= REACH_M),
    );
    const quietest = along.filter((kerb) => kerb.rank === Math.min(...along.map((one) => one.rank)));
    let best: Kerb | undefined;
    let bestM = Number.POSITIVE_INFINITY;
    for (const kerb of along.length > 0 ? quietest : kerbs) {
      const offM = distanceToLine(middle, kerb.line);
      if (offM >= bestM) continue;
      best = kerb;
      bestM = offM;
    }
    if (!best) throw new Error('expected a street that cars may enter from');
    return best.edge.id;
  };
}

const isAround = ({ low, high }: Kerb, [x, y]: Point): boolean =>
  x > low[0] - REACH_M && x < high[0] + REACH_M && y > low[1] - REACH_M && y < high[1] + REACH_M;

function sampled(outline: readonly Point[]): Point[] {
  return outline.flatMap((from, k): Point[] => {
    const to = outline[(k + 1) % outline.length];
    const pieces = Math.max(1, Math.ceil(distance(from, to) / SAMPLE_M));
    return Array.from({ length: pieces }, (_, i): Point => {
      const share = i / pieces;
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    });
  });
}
