import { ClampToEdgeWrapping, DataTexture, FloatType, NearestFilter, RGBAFormat } from 'three';
import type { InsideSection } from '../build/tunnels/insides';

/** Metres of gallery that are known at once: the section one stands in and both beside it. */
export const LAYER_CELLS = 1_024;
/** Numbers a row of `tunnel.layers` (sim/domains/tunnel/frame-inside.ts). */
export const LAYER_STRIDE = 9;

/** Where something burns: metre along the gallery and kW there. */
export interface Burning {
  readonly alongM: Float32Array;
  readonly kw: Float32Array;
  count: number;
}

const MOST_FLAMES = 48;
/** Weaker fires are drawn by their smoke alone. */
const LEAST_FLAME_KW = 5;

/**
 * What lies in the air of some sections as a texture: a texel a metre. First row: depth of the upper layer, gas in it and
 * beneath as shares of the lower explosive limit; second row: extinction of light in both, per m.
 */
export class LayerMap {
  readonly texture: DataTexture;
  fromM = 0;
  hasAny = false;
  /** From and to which metre there is anything. */
  readonly range = { fromM: 0, toM: 0 };
  readonly burning: Burning = {
    alongM: new Float32Array(MOST_FLAMES),
    kw: new Float32Array(MOST_FLAMES),
    count: 0,
  };
  private readonly values = new Float32Array(2 * 4 * LAYER_CELLS);

  constructor() {
    this.texture = new DataTexture(this.values, LAYER_CELLS, 2, RGBAFormat, FloatType);
    this.texture.minFilter = NearestFilter;
    this.texture.magFilter = NearestFilter;
    this.texture.wrapS = ClampToEdgeWrapping;
    this.texture.needsUpdate = true;
  }

  /** Writes what a frame says of these sections, which follow one another; true where any of it is to be drawn. */
  take(rows: Float32Array, count: number, sections: readonly InsideSection[]): boolean {
    const { values, burning } = this;
    const hadAny = this.hasAny;
    if (hadAny) values.fill(0);
    this.hasAny = false;
    burning.count = 0;
    this.fromM = Math.floor(sections[0]?.fromM ?? 0);
    for (let i = 0; i < count; i++) {
      const at = LAYER_STRIDE * i;
      const section = sections.find(({ slot }) => slot === rows[at]);
      if (section === undefined) continue;
      const from = Math.round(section.fromM + rows[at + 1] - this.fromM);
      const to = Math.max(from + 1, Math.round(section.fromM + rows[at + 2] - this.fromM));
      for (let cell = Math.max(0, from); cell < Math.min(LAYER_CELLS, to); cell++) {
        values[4 * cell] = rows[at + 3];
        values[4 * cell + 1] = rows[at + 4];
        values[4 * cell + 2] = rows[at + 5];
        values[4 * (LAYER_CELLS + cell)] = rows[at + 6];
        values[4 * (LAYER_CELLS + cell) + 1] = rows[at + 7];
      }
      if (!this.hasAny) Object.assign(this.range, { fromM: this.fromM + from, toM: this.fromM + to });
      this.range.fromM = Math.min(this.range.fromM, this.fromM + from);
      this.range.toM = Math.max(this.range.toM, this.fromM + to);
      this.hasAny = true;
      if (rows[at + 8] >= LEAST_FLAME_KW && burning.count < MOST_FLAMES) {
        burning.alongM[burning.count] = section.fromM + (rows[at + 1] + rows[at + 2]) / 2;
        burning.kw[burning.count++] = rows[at + 8];
      }
    }
    if (this.hasAny || hadAny) this.texture.needsUpdate = true;
    return this.hasAny;
  }

  /** What is drawn at a metre of the gallery: for tests, and whoever counts. */
  at(alongM: number): { depthM: number; upper: number; lower: number; upperPerM: number; lowerPerM: number } {
    const cell = Math.floor(alongM - this.fromM);
    const [depthM, upper, lower] = this.values.subarray(4 * cell, 4 * cell + 3);
    const [upperPerM, lowerPerM] = this.values.subarray(4 * (LAYER_CELLS + cell), 4 * (LAYER_CELLS + cell) + 2);
    return { depthM, upper, lower, upperPerM, lowerPerM };
  }

  dispose(): void {
    this.texture.dispose();
  }
}
