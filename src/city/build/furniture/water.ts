import type { LaidScene } from '../../../../sim';
import type { Ground } from '../ground/ground';
import { Growing } from '../growing';
import { boundsOf, type MeshData } from '../mesh-data';
import { signedArea, triangulate } from '../polygon';
import { densify, sideAt } from '../polyline';

/** Lakes and ponds lie level, streams follow the ground. */
export function waterMesh(compiled: LaidScene, ground: Ground): MeshData | null {
  const land = compiled.scene.land;
  const positions = new Growing(Float32Array);
  const index = new Growing(Uint32Array);
  let count = 0;
  for (const body of land?.waterBodies ?? []) {
    const outline = signedArea(body.outline) >= 0 ? [...body.outline] : [...body.outline].reverse();
    const level = body.levelM ?? Math.min(...outline.map(([x, y]) => ground.heightAt(x, y)));
    for (const [x, y] of outline) positions.push3(x, level + 0.05, -y);
    const triangles = triangulate(outline);
    for (let i = 0; i < triangles.length; i += 3) {
      index.push3(count + triangles[i], count + triangles[i + 1], count + triangles[i + 2]);
    }
    count += outline.length;
  }
  for (const stream of land?.streams ?? []) {
    const line = densify(stream.path, 6);
    for (let i = 0; i < line.length; i++) {
      const [nx, ny, stretch] = sideAt(line, i);
      const reach = (stream.widthM / 2) * stretch;
      const level = ground.heightAt(line[i][0], line[i][1]) + 0.12;
      positions.push3(line[i][0] - nx * reach, level, -(line[i][1] - ny * reach));
      positions.push3(line[i][0] + nx * reach, level, -(line[i][1] + ny * reach));
      if (i > 0) {
        index.push3(count - 2, count, count + 1);
        index.push3(count - 2, count + 1, count - 1);
      }
      count += 2;
    }
  }
  if (count === 0) return null;
  const data = positions.done();
  return {
    attributes: { position: { array: data, itemSize: 3, normalized: false } },
    index: index.done(),
    ...boundsOf(data),
  };
}
