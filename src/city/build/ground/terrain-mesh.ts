import type { LaidScene } from '../../../../sim';
import { boundsOf, type MeshData } from '../mesh-data';
import { contains, distanceToRim } from '../polygon';
import type { Ground } from './ground';

const MOST_VERTICES = 110_000;
const FINEST_CELL_M = 8;
/**
 * Under roads the drawn ground is let down by this much, so that no corner of its coarse triangles pokes through a road
 * that follows the true height; kerbs and pavements hide the step.
 */
const ROAD_BED_M = 0.55;
const SKIRT_BELOW_LOWEST_M = 18;

/** The ground as a grid of triangles with a cut edge all round, like a model sawn out of its landscape. */
export function terrainMesh(compiled: LaidScene, ground: Ground): MeshData {
  const { minX, minY, maxX, maxY } = ground.extent;
  const width = maxX - minX;
  const depth = maxY - minY;
  const cell = Math.max(FINEST_CELL_M, Math.sqrt((width * depth) / MOST_VERTICES));
  const columns = Math.ceil(width / cell) + 1;
  const rows = Math.ceil(depth / cell) + 1;
  const stepX = width / (columns - 1);
  const stepY = depth / (rows - 1);
  const bed = roadBed(compiled, { minX, minY, stepX, stepY, columns, rows });
  const lakes = lakeBeds(compiled, { minX, minY, stepX, stepY, columns, rows });
  const skirt = 2 * (columns + rows) * 2;
  const positions = new Float32Array((columns * rows + skirt) * 3);
  const normals = new Int8Array((columns * rows + skirt) * 4);
  let lowest = Infinity;
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = minX + column * stepX;
      const y = minY + row * stepY;
      const height = ground.heightAt(x, y);
      if (height < lowest) lowest = height;
      const [nx, ny, nz] = ground.normalAt(x, y);
      const drawn = Math.min(height - bed[at] * ROAD_BED_M, lakes[at]);
      positions.set([x, drawn, -y], at * 3);
      normals.set([nx * 127, ny * 127, nz * 127, 0], at * 4);
      at++;
    }
  }
  const index: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const a = row * columns + column;
      index.push(a, a + 1, a + columns + 1, a, a + columns + 1, a + columns);
    }
  }
  const floor = lowest - SKIRT_BELOW_LOWEST_M;
  const side = (corners: readonly number[], nx: number, nz: number) => {
    for (let i = 0; i < corners.length; i++) {
      const source = corners[i] * 3;
      for (let level = 0; level < 2; level++) {
        positions[at * 3] = positions[source];
        positions[at * 3 + 1] = level === 0 ? positions[source + 1] : floor;
        positions[at * 3 + 2] = positions[source + 2];
        normals.set([nx * 127, 0, nz * 127, 127], at * 4);
        at++;
      }
      if (i > 0) index.push(at - 4, at - 3, at - 1, at - 4, at - 1, at - 2);
    }
  };
  const line = (count: number, of: (k: number) => number) => Array.from({ length: count }, (_, k) => of(k));
  side(
    line(columns, (k) => k),
    0,
    1,
  );
  side(
    line(rows, (k) => k * columns + columns - 1),
    1,
    0,
  );
  side(
    line(columns, (k) => rows * columns - 1 - k),
    0,
    -1,
  );
  side(
    line(rows, (k) => (rows - 1 - k) * columns),
    -1,
    0,
  );
  const used = positions.slice(0, at * 3);
  return {
    attributes: {
      position: { array: used, itemSize: 3, normalized: false },
      normal: { array: normals.slice(0, at * 4), itemSize: 4, normalized: true },
    },
    index: Uint32Array.from(index),
    ...boundsOf(used),
  };
}

interface Grid {
  readonly minX: number;
  readonly minY: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
}

/** Below lakes and at their rim the drawn ground stays under the water's level, so that the shore is the lake's own outline. */
function lakeBeds(compiled: LaidScene, grid: Grid): Float32Array {
  const beds = new Float32Array(grid.columns * grid.rows).fill(Infinity);
  const rimM = 1.05 * Math.max(grid.stepX, grid.stepY);
  for (const body of compiled.scene.land?.waterBodies ?? []) {
    if (body.levelM === undefined) continue;
    const xs = body.outline.map(([x]) => x);
    const ys = body.outline.map(([, y]) => y);
    const columnOf = (x: number) => Math.min(grid.columns - 1, Math.max(0, Math.round((x - grid.minX) / grid.stepX)));
    const rowOf = (y: number) => Math.min(grid.rows - 1, Math.max(0, Math.round((y - grid.minY) / grid.stepY)));
    for (let row = rowOf(Math.min(...ys) - rimM); row <= rowOf(Math.max(...ys) + rimM); row++) {
      for (let column = columnOf(Math.min(...xs) - rimM); column <= columnOf(Math.max(...xs) + rimM); column++) {
        const x = grid.minX + column * grid.stepX;
        const y = grid.minY + row * grid.stepY;
        const inside = contains(body.outline, x, y);
        if (!inside && distanceToRim(body.outline, x, y) > rimM) continue;
        const at = row * grid.columns + column;
        beds[at] = Math.min(beds[at], body.levelM - (inside ? 1 : 0.15));
      }
    }
  }
  return beds;
}

/** How far each vertex lies in the bed of a road: 1 within its width, falling to 0 over the next dozen metres. */
function roadBed(compiled: LaidScene, grid: Grid): Float32Array {
  const bed = new Float32Array(grid.columns * grid.rows);
  const { roads } = compiled;
  const cell = Math.max(grid.stepX, grid.stepY);
  for (let track = 0; track < roads.trackCount; track++) {
    const flat = (track < roads.laneCount ? roads.laneWidthM[track] : 3.5) / 2 + 4 + cell;
    const reach = flat + 12;
    const end = roads.trackPointStart[track + 1];
    for (let p = roads.trackPointStart[track]; p + 1 < end; p++) {
      const ax = roads.trackPoints[2 * p];
      const ay = roads.trackPoints[2 * p + 1];
      const bx = roads.trackPoints[2 * p + 2];
      const by = roads.trackPoints[2 * p + 3];
      const pieces = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / 10));
      for (let k = 0; k <= pieces; k++) {
        const x = ax + ((bx - ax) * k) / pieces;
        const y = ay + ((by - ay) * k) / pieces;
        const fromColumn = Math.max(0, Math.ceil((x - reach - grid.minX) / grid.stepX));
        const toColumn = Math.min(grid.columns - 1, Math.floor((x + reach - grid.minX) / grid.stepX));
        const fromRow = Math.max(0, Math.ceil((y - reach - grid.minY) / grid.stepY));
        const toRow = Math.min(grid.rows - 1, Math.floor((y + reach - grid.minY) / grid.stepY));
        for (let row = fromRow; row <= toRow; row++) {
          for (let column = fromColumn; column <= toColumn; column++) {
            const away = Math.hypot(grid.minX + column * grid.stepX - x, grid.minY + row * grid.stepY - y);
            const share = Math.min(1, Math.max(0, (reach - away) / (reach - flat)));
            const at = row * grid.columns + column;
            if (bed[at] < share) bed[at] = share;
          }
        }
      }
    }
  }
  return bed;
}
