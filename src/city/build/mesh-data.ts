/** Geometry as typed arrays: what the worker hands over and the page turns into a BufferGeometry without copying. */
export type AttributeArray = Float32Array | Uint16Array | Int8Array | Uint8Array | Uint32Array;

export interface MeshAttribute {
  readonly array: AttributeArray;
  readonly itemSize: number;
  readonly normalized: boolean;
}

export interface MeshData {
  readonly attributes: Readonly<Record<string, MeshAttribute>>;
  readonly index: Uint32Array;
  /** Bounding sphere in the picture's frame: x east, y up, z south. */
  readonly center: readonly [number, number, number];
  readonly radiusM: number;
}

/** Every buffer of a mesh, to be named in a transfer. */
export function buffersOf(mesh: MeshData): ArrayBuffer[] {
  const arrays = [mesh.index, ...Object.values(mesh.attributes).map((attribute) => attribute.array)];
  return arrays.map((array) => array.buffer as ArrayBuffer);
}

export function boundsOf(positions: Float32Array): { center: [number, number, number]; radiusM: number } {
  if (positions.length === 0) return { center: [0, 0, 0], radiusM: 0 };
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 3) {
    for (let k = 0; k < 3; k++) {
      const value = positions[i + k];
      if (value < low[k]) low[k] = value;
      if (value > high[k]) high[k] = value;
    }
  }
  const center: [number, number, number] = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2];
  return { center, radiusM: Math.hypot(high[0] - low[0], high[1] - low[1], high[2] - low[2]) / 2 };
}
