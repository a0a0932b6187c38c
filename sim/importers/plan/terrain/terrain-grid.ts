import type { TerrainFile } from '../../../scene/schema/terrain';
import type { Point } from '../../geometry/vector';
import { halfWidthM } from '../class-defaults';
import type { StreetGraph } from '../plan-graph';
import type { GroundPlan } from './ground-plan';
import { dugHeight, groundHeight } from './ground-shape';
import { gradeStreets, type Profile } from './road-profile';

/** One straight piece of a graded street. */
interface Piece {
  readonly from: Point;
  readonly to: Point;
  readonly fromHeightM: number;
  readonly toHeightM: number;
  readonly halfWidthM: number;
}

const EMBANKMENT_M = 55;
const BUCKET_M = 100;

/**
 * The ground as a regular grid. Next to a street the grid takes the street's height, so far out that every cell the
 * street touches is shaped by it alone; from there it eases back to the land over an embankment's width.
 */
export function terrainOf(plan: GroundPlan, graph: StreetGraph): TerrainFile {
  const groundAt = groundHeight(plan);
  const pieces = piecesOf(gradeStreets(graph, groundAt));
  const { spacingM } = plan;
  const columns = Math.floor((plan.max[0] - plan.min[0]) / spacingM) + 1;
  const rows = Math.floor((plan.max[1] - plan.min[1]) / spacingM) + 1;
  const benchM = 1.05 * spacingM;
  const near = bucketsOf(pieces, benchM + EMBANKMENT_M);
  const heightsM: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at: Point = [plan.min[0] + column * spacingM, plan.min[1] + row * spacingM];
      const land = groundAt(at);
      const shaped = besideStreets(at, land, near.get(bucketKey(at)) ?? [], benchM);
      heightsM.push(Math.round(100 * dugHeight(plan, at, shaped)) / 100);
    }
  }
  return { origin: [plan.min[0], plan.min[1]], spacingM, columns, rows, heightsM };
}

function besideStreets(at: Point, land: number, pieces: readonly Piece[], benchM: number): number {
  let weights = 0;
  let sum = 0;
  let share = 0;
  for (const piece of pieces) {
    const [dx, dy] = [piece.to[0] - piece.from[0], piece.to[1] - piece.from[1]];
    const lengthSquared = dx * dx + dy * dy;
    const along = Math.min(
      1,
      Math.max(0, ((at[0] - piece.from[0]) * dx + (at[1] - piece.from[1]) * dy) / lengthSquared),
    );
    const offX = at[0] - piece.from[0] - along * dx;
    const offY = at[1] - piece.from[1] - along * dy;
    const offM = Math.max(0, Math.sqrt(offX * offX + offY * offY) - piece.halfWidthM);
    if (offM > benchM + EMBANKMENT_M) continue;
    const height = piece.fromHeightM + along * (piece.toHeightM - piece.fromHeightM);
    const closeness = 1 / (offM + 3);
    const weight = closeness * closeness * closeness;
    weights += weight;
    sum += weight * height;
    share = Math.max(share, offM <= benchM ? 1 : ease(1 - (offM - benchM) / EMBANKMENT_M));
  }
  return weights === 0 ? land : land + share * (sum / weights - land);
}

const ease = (t: number): number => t * t * (3 - 2 * t);

function piecesOf(profiles: readonly Profile[]): Piece[] {
  return profiles.flatMap(({ link, stations, heightsM }) => {
    const half = halfWidthM(link.section) + link.section.sidewalkM;
    return stations.slice(1).map((to, k) => ({
      from: stations[k],
      to,
      fromHeightM: heightsM[k],
      toHeightM: heightsM[k + 1],
      halfWidthM: half,
    }));
  });
}

const keyOf = (column: number, row: number): number => column * 100_003 + row;
const bucketKey = ([x, y]: Point): number => keyOf(Math.floor(x / BUCKET_M), Math.floor(y / BUCKET_M));

function bucketsOf(pieces: readonly Piece[], reachM: number): Map<number, Piece[]> {
  const buckets = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const reach = reachM + piece.halfWidthM;
    const cells = (a: number, b: number): [number, number] => [
      Math.floor((Math.min(a, b) - reach) / BUCKET_M),
      Math.floor((Math.max(a, b) + reach) / BUCKET_M),
    ];
    const [x0, x1] = cells(piece.from[0], piece.to[0]);
    const [y0, y1] = cells(piece.from[1], piece.to[1]);
    for (let x = x0; x <= x1; x++) {
      for (let y = y0; y <= y1; y++) {
        const list = buckets.get(keyOf(x, y));
        if (list) list.push(piece);
        else buckets.set(keyOf(x, y), [piece]);
      }
    }
  }
  return buckets;
}
