import type { MeshData } from '../build/mesh-data';

/** A straight piece of a lane: x, y from and to. */
export function addPiece(path: Path2D, pieces: Float32Array, i: number): void {
  path.moveTo(pieces[4 * i], pieces[4 * i + 1]);
  path.lineTo(pieces[4 * i + 2], pieces[4 * i + 3]);
}

/** Outlines one after the other, and where each starts. */
export function addAreas(path: Path2D, points: Float32Array, start: Uint32Array): void {
  for (let i = 0; i + 1 < start.length; i++) {
    for (let p = start[i]; p < start[i + 1]; p++) {
      if (p === start[i]) path.moveTo(points[2 * p], points[2 * p + 1]);
      else path.lineTo(points[2 * p], points[2 * p + 1]);
    }
    path.closePath();
  }
}

/** A mesh of the picture as seen from above. */
export function addTriangles(path: Path2D, { attributes, index }: MeshData): void {
  const { array } = attributes.position;
  for (let i = 0; i < index.length; i += 3) {
    path.moveTo(array[3 * index[i]], -array[3 * index[i] + 2]);
    path.lineTo(array[3 * index[i + 1]], -array[3 * index[i + 1] + 2]);
    path.lineTo(array[3 * index[i + 2]], -array[3 * index[i + 2] + 2]);
    path.closePath();
  }
}
