import { DataTexture, NearestFilter, RGBAFormat, UnsignedByteType } from 'three';

/** State by element as a texture, so that a change of colour is one byte and no geometry is touched. */
export const STATE_COLUMNS = 256;
const NO_SPEED = 255;
const MOST_SPEED = 254;

export interface StateTexture {
  readonly texture: DataTexture;
  readonly bytes: Uint8Array;
}

export function stateTexture(rows: number, channelsFill: readonly [number, number, number, number]): StateTexture {
  const height = Math.max(1, Math.ceil(rows / STATE_COLUMNS));
  const bytes = new Uint8Array(STATE_COLUMNS * height * 4);
  for (let i = 0; i < bytes.length; i++) bytes[i] = channelsFill[i & 3];
  const texture = new DataTexture(bytes, STATE_COLUMNS, height, RGBAFormat, UnsignedByteType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  return { texture, bytes };
}

/** Edges first, then junctions: red how fast traffic flows (255 unknown), green the flags. */
export function edgeStateTexture(edgeCount: number, junctionCount: number): StateTexture {
  return stateTexture(edgeCount + junctionCount, [NO_SPEED, 0, 0, 255]);
}

/** Writes the share of the limit at which each edge's traffic moves; true if any byte changed. */
export function writeFlow(
  state: StateTexture,
  edges: Float32Array,
  edgeCount: number,
  limitMps: Float64Array,
): boolean {
  let changed = false;
  for (let edge = 0; edge < edgeCount; edge++) {
    const speed = edges[edge * 2];
    const byte = speed < 0 ? NO_SPEED : Math.round(Math.min(1, speed / limitMps[edge]) * MOST_SPEED);
    if (state.bytes[edge * 4] !== byte) {
      state.bytes[edge * 4] = byte;
      changed = true;
    }
  }
  return changed;
}
