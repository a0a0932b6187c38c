import type { TerrainFile } from '../../../scene/schema/terrain';
import type { Point } from '../../geometry/vector';

/** Height of the ground anywhere on a terrain, bilinear as the scene reads it; beyond its edge the edge goes on. */
export function groundOn({ origin, spacingM, columns, rows, heightsM }: TerrainFile): (at: Point) => number {
  return ([x, y]) => {
    const u = Math.min(Math.max((x - origin[0]) / spacingM, 0), columns - 1.001);
    const w = Math.min(Math.max((y - origin[1]) / spacingM, 0), rows - 1.001);
    const [column, row] = [Math.floor(u), Math.floor(w)];
    const [s, t] = [u - column, w - row];
    const k = row * columns + column;
    const south = heightsM[k] * (1 - s) + heightsM[k + 1] * s;
    const north = heightsM[k + columns] * (1 - s) + heightsM[k + columns + 1] * s;
    return south * (1 - t) + north * t;
  };
}
