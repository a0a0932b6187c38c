import type { Scene } from '../../sim';

type Edges = readonly Pick<NonNullable<Scene['roads']>['edges'][number], 'street' | 'shape'>[];

const CELL_M = 60;
const STEP_M = 25;
/** Rings of cells searched around a place. */
const FARTHEST_CELLS = 6;

/** Answers which street lies nearest to a place, within some hundred metres; by points along the streets' stretches. */
export function makeStreetFinder(edges: Edges): (x: number, y: number) => string | undefined {
  const cells = new Map<number, { readonly x: number; readonly y: number; readonly street: string }[]>();
  const cellOf = (column: number, row: number) => column * 100_003 + row;
  const put = (x: number, y: number, street: string) => {
    const key = cellOf(Math.floor(x / CELL_M), Math.floor(y / CELL_M));
    const cell = cells.get(key);
    if (cell) cell.push({ x, y, street });
    else cells.set(key, [{ x, y, street }]);
  };
  for (const { street, shape } of edges) {
    if (street === undefined) continue;
    for (let i = 1; i < shape.length; i++) {
      const [ax, ay] = shape[i - 1];
      const [bx, by] = shape[i];
      const pieces = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / STEP_M));
      for (let k = 0; k <= pieces; k++) put(ax + ((bx - ax) * k) / pieces, ay + ((by - ay) * k) / pieces, street);
    }
  }
  return (x, y) => {
    const column = Math.floor(x / CELL_M);
    const row = Math.floor(y / CELL_M);
    let best: string | undefined;
    let bestM = Infinity;
    for (let ring = 0; ring <= FARTHEST_CELLS && bestM > (ring - 1) * CELL_M; ring++) {
      for (let i = -ring; i <= ring; i++) {
        for (let j = -ring; j <= ring; j++) {
          if (Math.max(Math.abs(i), Math.abs(j)) !== ring) continue;
          for (const point of cells.get(cellOf(column + i, row + j)) ?? []) {
            const away = Math.hypot(point.x - x, point.y - y);
            if (away < bestM) {
              bestM = away;
              best = point.street;
            }
          }
        }
      }
    }
    return best;
  };
}
