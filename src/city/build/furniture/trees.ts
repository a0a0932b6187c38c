import type { LaidScene } from '../../../../sim';
import { chance } from '../chance';
import type { Ground } from '../ground/ground';
import { contains } from '../polygon';
import { lengthOf, pointAt } from '../polyline';
import { type Raster, valueAt } from '../raster';

/** One tree: x east, y up, z south, crown radius in metres; its look hangs on its place in the list. */
const MOST_TREES = 60_000;
const PARK_TREES_PER_HECTARE = 55;

/** Trees of rows, groves and parks, none on a road, in a building or in water. */
export function treesOf(compiled: LaidScene, ground: Ground, taken: Raster): Float32Array {
  const land = compiled.scene.land;
  if (!land) return new Float32Array(0);
  const trees: number[] = [];
  const plant = (x: number, y: number, radiusM: number) => {
    if (trees.length >= MOST_TREES * 4 || valueAt(taken, x, y) > 0) return;
    trees.push(x, ground.heightAt(x, y), -y, radiusM);
  };
  land.treeRows.forEach((row, r) => {
    const total = lengthOf(row.path);
    for (let at = row.spacingM / 2, k = 0; at < total; at += row.spacingM, k++) {
      const [x, y] = pointAt(row.path, at);
      plant(x + (chance(r, k) - 0.5), y + (chance(k, r) - 0.5), 2 + 0.9 * chance(r * 7 + 1, k));
    }
  });
  const groves = land.groves.map((grove) => ({ outline: grove.outline, perHectare: grove.treesPerHectare }));
  const planted = land.groves.length > 0;
  for (const parcel of land.parcels) {
    if (planted || (parcel.use !== 'park' && parcel.use !== 'protective-green')) continue;
    groves.push({ outline: parcel.outline, perHectare: PARK_TREES_PER_HECTARE });
  }
  groves.forEach((grove, g) => {
    const spacing = Math.sqrt(10_000 / grove.perHectare);
    const xs = grove.outline.map(([x]) => x);
    const ys = grove.outline.map(([, y]) => y);
    for (let x = Math.min(...xs), i = 0; x < Math.max(...xs); x += spacing, i++) {
      for (let y = Math.min(...ys), j = 0; y < Math.max(...ys); y += spacing, j++) {
        const px = x + (chance(g * 131 + i, j) - 0.5) * spacing * 1.7;
        const py = y + (chance(j, g * 137 + i) - 0.5) * spacing * 1.7;
        // Trees stand in clumps with clearings between them.
        const clump = Math.sin(px * 0.031 + g) + Math.sin(py * 0.027 - g * 2) + Math.sin((px + py) * 0.013);
        if (clump < -0.55 || !contains(grove.outline, px, py)) continue;
        plant(px, py, 1.9 + 2 * chance(g + i * 3, j + 7));
      }
    }
  });
  return Float32Array.from(trees);
}
