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

/** Depth of water in a texel's blue: steps of half a centimetre, up to 1.27 m. */
export const DEPTH_STEP_M = 0.005;
const DEEPEST = 255;

/**
 * Edges first, then junctions: red how fast traffic flows (255 unknown), green the flags, blue how deep water stands, alpha
 * how another scenario differs (255 not measured).
 */
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

/** Writes how another scenario differs on each edge, one byte each. */
export function writeDifference(state: StateTexture, bytes: Uint8Array): void {
  for (let edge = 0; edge < bytes.length; edge++) state.bytes[edge * 4 + 3] = bytes[edge];
  state.texture.needsUpdate = true;
}

/** Writes how deep water stands on each edge, and on a junction as on the deepest that leads in; true if any byte changed. */
export function writeDepth(
  state: StateTexture,
  depthM: Float32Array,
  edgeCount: number,
  edgeToJunction: Int32Array,
  junctionDepth: Uint8Array,
): boolean {
  const { bytes } = state;
  let changed = false;
  junctionDepth.fill(0);
  for (let edge = 0; edge < edgeCount; edge++) {
    const byte = edge < depthM.length ? Math.min(DEEPEST, Math.round(depthM[edge] / DEPTH_STEP_M)) : 0;
    const junction = edgeToJunction[edge];
    if (junction >= 0 && byte > junctionDepth[junction]) junctionDepth[junction] = byte;
    if (bytes[edge * 4 + 2] === byte) continue;
    bytes[edge * 4 + 2] = byte;
    changed = true;
  }
  for (let junction = 0; junction < junctionDepth.length; junction++) {
    const at = (edgeCount + junction) * 4 + 2;
    if (bytes[at] === junctionDepth[junction]) continue;
    bytes[at] = junctionDepth[junction];
    changed = true;
  }
  return changed;
}
