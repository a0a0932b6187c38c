import { type DataTexture, FloatType, NearestFilter, RGBAFormat, DataTexture as ThreeDataTexture } from 'three';
import { SECTION_STRIDE } from '../../state/section-state';
import { type ElementRef, useSelection } from '../../state/selection';
import type { BuiltTunnels } from '../build/tunnels/built-tunnels';
import { Flag } from '../stage/element-flags';

/** Two texels a section side by side, so an even number of columns. */
export const TUNNEL_COLUMNS = 256;
const CLEAR_M = 100;

/**
 * State of sections as a texture, two texels each: gas share, water in m, sight in m, air in °C; then state of the fire,
 * flags, why it is tinted, state of the gas. Written when a frame brings something new or the selection changes.
 */
export class TunnelState {
  readonly texture: DataTexture;
  /** Whether any section has something in it that fills it. */
  hasFill = false;
  private readonly values: Float32Array;
  private readonly slots: ReadonlyMap<string, number>;
  private readonly count: number;

  constructor({ sections }: Pick<BuiltTunnels, 'sections'>) {
    this.count = sections.length;
    this.slots = new Map(sections.map((id, slot) => [id, slot]));
    const height = Math.max(1, Math.ceil((2 * this.count) / TUNNEL_COLUMNS));
    this.values = new Float32Array(4 * TUNNEL_COLUMNS * height);
    for (let slot = 0; slot < this.count; slot++) this.values[8 * slot + 2] = CLEAR_M;
    this.texture = new ThreeDataTexture(this.values, TUNNEL_COLUMNS, height, RGBAFormat, FloatType);
    this.texture.minFilter = NearestFilter;
    this.texture.magFilter = NearestFilter;
    this.texture.needsUpdate = true;
  }

  /** True where the frame was of these galleries and has been written. */
  take(rows: Float32Array): boolean {
    if (rows.length !== SECTION_STRIDE * this.count) return false;
    let hasFill = false;
    for (let slot = 0; slot < this.count; slot++) {
      const from = SECTION_STRIDE * slot;
      const to = 8 * slot;
      this.values[to] = rows[from + 1];
      this.values[to + 1] = rows[from + 2];
      this.values[to + 2] = rows[from + 6];
      this.values[to + 3] = rows[from + 5];
      this.values[to + 4] = rows[from + 4];
      this.values[to + 5] = rows[from + 7];
      this.values[to + 7] = rows[from];
      hasFill ||= rows[from + 1] > LEAST_GAS || rows[from + 2] > LEAST_WATER_M || rows[from + 6] < CLEAR_M;
    }
    this.hasFill = hasFill;
    this.texture.needsUpdate = true;
    return true;
  }

  /** Writes why sections are tinted, from the selection as it is now. */
  showSelection(): void {
    const { hovered, selected, placing, marked } = useSelection.getState();
    const { values, slots } = this;
    for (let slot = 0; slot < this.count; slot++) values[8 * slot + 6] = 0;
    const add = (element: ElementRef | null, flag: number) => {
      const slot = element?.kind === 'gallery-section' ? slots.get(element.id) : undefined;
      if (slot !== undefined) values[8 * slot + 6] = Number(values[8 * slot + 6]) | flag;
    };
    const kind = 'gallery-section';
    if (placing?.kinds.includes(kind)) {
      for (const id of slots.keys())
        if (placing.among === null || placing.among.has(id)) add({ kind, id }, Flag.offered);
      for (const id of placing.chosen) add({ kind, id }, Flag.chosen);
    }
    for (const element of marked) add(element, Flag.marked);
    add(selected, Flag.selected);
    add(hovered, Flag.hovered);
    this.texture.needsUpdate = true;
  }

  /** What of a section may be asked: tests, and whoever counts. */
  valueOf(slot: number): readonly number[] {
    return [...this.values.subarray(8 * slot, 8 * slot + 8)];
  }

  dispose(): void {
    this.texture.dispose();
  }
}

/** Less than this is not worth drawing. */
export const LEAST_GAS = 0.002;
export const LEAST_WATER_M = 0.01;
