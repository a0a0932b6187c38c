import { DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three';

export const STYLE_COLUMNS = 512;

/** Rows of RGBA floats as a texture that is read texel by texel. */
export function floatTexture(values: Float32Array, columns: number): DataTexture {
  const rows = Math.max(1, Math.ceil(values.length / 4 / columns));
  const padded = new Float32Array(columns * rows * 4);
  padded.set(values);
  const texture = new DataTexture(padded, columns, rows, RGBAFormat, FloatType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}
