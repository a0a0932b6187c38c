import { BufferAttribute, BufferGeometry, Sphere, Vector3 } from 'three';
import type { MeshData } from '../build/mesh-data';

/** A geometry over the arrays as they came; nothing is copied or worked out again. */
export function toGeometry(data: MeshData): BufferGeometry {
  const geometry = new BufferGeometry();
  for (const [name, { array, itemSize, normalized }] of Object.entries(data.attributes)) {
    geometry.setAttribute(name, new BufferAttribute(array, itemSize, normalized));
  }
  geometry.setIndex(new BufferAttribute(data.index, 1));
  geometry.boundingSphere = new Sphere(new Vector3(...data.center), data.radiusM);
  return geometry;
}
