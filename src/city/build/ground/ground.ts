import type { LaidScene } from '../../../../sim';
import { type Extent, type Raster, rasterOver } from '../raster';

/** The ground that everything stands on: its height, its slope, and the rectangle that is drawn. */
export interface Ground {
  readonly extent: Extent;
  heightAt(x: number, y: number): number;
  /** Upward unit vector of the slope, in the picture's frame (x east, y up, z south). */
  normalAt(x: number, y: number): [number, number, number];
}

const SLOPE_STEP_M = 4;
/** Air around a scene without terrain, so that its roads do not end at the rim. */
const RIM_M = 60;

export function groundOf(compiled: LaidScene): Ground {
  const { terrain, manifest } = compiled.scene;
  const [minX, minY] = manifest.extent.min;
  const [maxX, maxY] = manifest.extent.max;
  const extent = terrain
    ? {
        minX: terrain.origin[0],
        minY: terrain.origin[1],
        maxX: terrain.origin[0] + (terrain.columns - 1) * terrain.spacingM,
        maxY: terrain.origin[1] + (terrain.rows - 1) * terrain.spacingM,
      }
    : { minX: minX - RIM_M, minY: minY - RIM_M, maxX: maxX + RIM_M, maxY: maxY + RIM_M };
  const heightAt = (x: number, y: number) =>
    compiled.terrain.heightAt(
      Math.min(extent.maxX, Math.max(extent.minX, x)),
      Math.min(extent.maxY, Math.max(extent.minY, y)),
    );
  return {
    extent,
    heightAt,
    normalAt(x, y) {
      const east = (heightAt(x + SLOPE_STEP_M, y) - heightAt(x - SLOPE_STEP_M, y)) / (2 * SLOPE_STEP_M);
      const north = (heightAt(x, y + SLOPE_STEP_M) - heightAt(x, y - SLOPE_STEP_M)) / (2 * SLOPE_STEP_M);
      const length = Math.hypot(east, north, 1);
      return [-east / length, 1 / length, north / length];
    },
  };
}

/** A map over the whole ground, no finer than the cell asked for and no wider than a texture may be. */
export function groundRaster(ground: Ground, cellM: number, mostCells: number): Raster {
  const { minX, minY, maxX, maxY } = ground.extent;
  return rasterOver(ground.extent, Math.max(cellM, (maxX - minX) / mostCells, (maxY - minY) / mostCells));
}
