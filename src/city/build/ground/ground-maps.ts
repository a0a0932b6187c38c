import type { LaidScene } from '../../../../sim';
import { centroid, signedArea } from '../polygon';
import { offset } from '../polyline';
import { blur, fill, type Raster, spot } from '../raster';
import type { RoadPlan } from '../roads/road-plan';
import { type Ground, groundRaster } from './ground';

const MAP_CELL_M = 1.6;
const MOST_CELLS = 2_048;
const LAMP_SPACING_M = 34;
const LAMP_REACH_M = 19;

export interface GroundMaps {
  /** Two bytes a cell: shade at the foot of buildings, light of street lamps. Rows from south to north. */
  readonly shadeAndLight: Uint8Array;
  readonly columns: number;
  readonly rows: number;
  /** Lamp heads: x, y up, z. */
  readonly lamps: Float32Array;
  /** Where no tree may stand. */
  readonly taken: Raster;
}

/** What is worked out once for the ground: the shade of footprints (drawn once, blurred once) and the lamps' light. */
/** Contact shade under trees, into the map of the ground's shade. */
export function shadeUnderTrees(maps: GroundMaps, trees: Float32Array): void {
  const { taken, shadeAndLight } = maps;
  for (let i = 0; i < trees.length; i += 4) {
    const reach = Math.max(1, Math.round((trees[i + 3] * 1.25) / taken.cellM));
    const column = Math.floor((trees[i] - taken.minX) / taken.cellM);
    const row = Math.floor((-trees[i + 2] - taken.minY) / taken.cellM);
    for (let r = Math.max(0, row - reach); r <= Math.min(maps.rows - 1, row + reach); r++) {
      for (let c = Math.max(0, column - reach); c <= Math.min(maps.columns - 1, column + reach); c++) {
        const near = 1 - ((r - row) ** 2 + (c - column) ** 2) / (reach + 0.5) ** 2;
        if (near <= 0) continue;
        const at = (r * maps.columns + c) * 2;
        shadeAndLight[at] = Math.min(255, shadeAndLight[at] + 105 * near);
      }
    }
  }
}

export function groundMaps(compiled: LaidScene, plan: RoadPlan, ground: Ground): GroundMaps {
  const near = groundRaster(ground, MAP_CELL_M, MOST_CELLS);
  const taken = groundRaster(ground, MAP_CELL_M, MOST_CELLS);
  for (const building of compiled.scene.buildings?.buildings ?? []) {
    fill(near, building.outline, 255);
    fill(taken, building.outline, 255);
  }
  for (const body of compiled.scene.land?.waterBodies ?? []) fill(taken, body.outline, 255);
  for (const junction of plan.junctions) fill(taken, junction.outline, 255);
  for (const edge of plan.edges) {
    for (const lane of edge.lanes) {
      const left = offset(lane.shape, lane.widthM / 2 + 0.4);
      const right = offset(lane.shape, -lane.widthM / 2 - 0.4);
      fill(taken, [...right, ...left.reverse()], 255);
    }
  }
  const far: Raster = { ...near, data: near.data.slice() };
  blur(near, Math.max(1, Math.round(2.5 / near.cellM)));
  blur(far, Math.max(1, Math.round(9 / far.cellM)));
  const light = groundRaster(ground, MAP_CELL_M, MOST_CELLS);
  const lamps = lampsAlong(plan, ground, light);
  const shadeAndLight = new Uint8Array(near.data.length * 2);
  for (let i = 0; i < near.data.length; i++) {
    shadeAndLight[2 * i] = 0.45 * near.data[i] + 0.55 * far.data[i];
    shadeAndLight[2 * i + 1] = light.data[i];
  }
  return { shadeAndLight, columns: near.columns, rows: near.rows, lamps, taken };
}

function lampsAlong(plan: RoadPlan, ground: Ground, light: Raster): Float32Array {
  const lamps: number[] = [];
  for (const edge of plan.edges) {
    const wide = edge.lanes.length > 1;
    const heightM = wide ? 9.5 : 6.5;
    let next = LAMP_SPACING_M / 2;
    let along = 0;
    for (let i = 1; i < edge.kerb.length; i++) {
      const [ax, ay] = edge.kerb[i - 1];
      const [bx, by] = edge.kerb[i];
      const piece = Math.hypot(bx - ax, by - ay);
      while (piece > 0 && next <= along + piece) {
        const share = (next - along) / piece;
        const x = ax + (bx - ax) * share;
        const y = ay + (by - ay) * share;
        const nx = -(by - ay) / piece;
        const ny = (bx - ax) / piece;
        lamps.push(x + nx * 0.8, ground.heightAt(x, y) + heightM, -(y + ny * 0.8));
        spot(light, x + nx * 2.5, y + ny * 2.5, wide ? LAMP_REACH_M : LAMP_REACH_M * 0.7, wide ? 255 : 165);
        next += LAMP_SPACING_M;
      }
      along += piece;
    }
  }
  for (const { outline } of plan.junctions) {
    if (outline.length < 3) continue;
    const [x, y] = centroid(outline);
    spot(light, x, y, LAMP_REACH_M * 0.6 + Math.sqrt(Math.abs(signedArea(outline))) * 0.75, 225);
  }
  return Float32Array.from(lamps);
}
