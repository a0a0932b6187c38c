import { DataTexture, NearestFilter, RedFormat, UnsignedByteType } from 'three';
import type { TrackCurves } from '../build/ground/tracks';

export const NEAR_COLUMNS = 1_024;
/** Vehicles on tracks that come nearer than this are drawn with wheels and windows. */
const NEAR_M = 420;

/** Which tracks come near the eye, as a texture too: looked at when the camera has moved, not when vehicles have. */
export class NearTracks {
  readonly texture: DataTexture;
  /** 255 where it does. */
  readonly flags: Uint8Array;
  count = 0;
  private readonly curves: TrackCurves;

  constructor(curves: TrackCurves) {
    this.curves = curves;
    const rows = Math.max(1, Math.ceil(curves.spans.length / 4 / NEAR_COLUMNS));
    this.flags = new Uint8Array(NEAR_COLUMNS * rows);
    this.texture = new DataTexture(this.flags, NEAR_COLUMNS, rows, RedFormat, UnsignedByteType);
    this.texture.minFilter = NearestFilter;
    this.texture.magFilter = NearestFilter;
    this.texture.needsUpdate = true;
  }

  look(x: number, y: number, z: number): void {
    const { spans, points } = this.curves;
    const { flags } = this;
    let changed = false;
    this.count = 0;
    for (let track = 0; track < spans.length / 4; track++) {
      const end = 4 * (spans[4 * track] + spans[4 * track + 1]);
      let flag = 0;
      for (let p = 4 * spans[4 * track]; p < end && flag === 0; p += 4) {
        const [dx, dy, dz] = [points[p] - x, points[p + 1] - y, points[p + 2] - z];
        if (dx * dx + dy * dy + dz * dz < NEAR_M * NEAR_M) flag = 255;
      }
      if (flag > 0) this.count++;
      if (flags[track] === flag) continue;
      flags[track] = flag;
      changed = true;
    }
    if (changed) this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}
