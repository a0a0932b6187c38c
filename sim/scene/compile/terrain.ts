import type { CompiledTerrain } from '../compiled';
import type { TerrainFile } from '../schema/terrain';

/** Bilinear between the four heights around a point. Beyond its edge the ground goes on level from the nearest point. */
export function compileTerrain(terrain: TerrainFile | undefined): CompiledTerrain {
  if (terrain === undefined) return { heightAt: () => 0 };
  const { columns, rows, spacingM } = terrain;
  const [originX, originY] = terrain.origin;
  const heights = Float64Array.from(terrain.heightsM);
  return {
    heightAt(xM, yM) {
      const x = Math.min(Math.max((xM - originX) / spacingM, 0), columns - 1);
      const y = Math.min(Math.max((yM - originY) / spacingM, 0), rows - 1);
      const column = Math.min(Math.floor(x), columns - 2);
      const row = Math.min(Math.floor(y), rows - 2);
      const east = x - column;
      const north = y - row;
      const i = row * columns + column;
      const south = heights[i] + east * (heights[i + 1] - heights[i]);
      const upper = heights[i + columns] + east * (heights[i + columns + 1] - heights[i + columns]);
      return south + north * (upper - south);
    },
  };
}
