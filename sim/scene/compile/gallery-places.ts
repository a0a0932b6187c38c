import type { CompiledScene } from '../compiled';
import { slotIn } from './element-tables';

type Point = readonly [number, number];

/** By section of galleries: the place above its middle. */
export function gallerySectionPlaces({ scene, elements }: CompiledScene): readonly Point[] {
  const table = elements['gallery-section'];
  const places: Point[] = Array.from({ length: table.count }, () => [0, 0]);
  for (const { path, compartments } of scene.galleries?.galleries ?? []) {
    for (const { sections } of compartments) {
      for (const { id, fromM, toM } of sections) places[slotIn(table, id)] = alongPath(path, (fromM + toM) / 2);
    }
  }
  return places;
}

function alongPath(path: readonly Point[], alongM: number): Point {
  let leftM = alongM;
  for (let i = 1; i < path.length; i++) {
    const dx = path[i][0] - path[i - 1][0];
    const dy = path[i][1] - path[i - 1][1];
    const lengthM = Math.sqrt(dx * dx + dy * dy);
    if (leftM <= lengthM && lengthM > 0) {
      const share = leftM / lengthM;
      return [path[i - 1][0] + share * dx, path[i - 1][1] + share * dy];
    }
    leftM -= lengthM;
  }
  return path[path.length - 1];
}
