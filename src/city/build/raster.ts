import type { Outline } from './polygon';

/** A map of bytes over a rectangle of the city, rows from south to north. */
export interface Raster {
  readonly columns: number;
  readonly rows: number;
  readonly minX: number;
  readonly minY: number;
  readonly cellM: number;
  readonly data: Uint8Array;
}

export interface Extent {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export function rasterOver(extent: Extent, cellM: number): Raster {
  const columns = Math.max(1, Math.ceil((extent.maxX - extent.minX) / cellM));
  const rows = Math.max(1, Math.ceil((extent.maxY - extent.minY) / cellM));
  return { columns, rows, minX: extent.minX, minY: extent.minY, cellM, data: new Uint8Array(columns * rows) };
}

export function valueAt(raster: Raster, x: number, y: number): number {
  const column = Math.floor((x - raster.minX) / raster.cellM);
  const row = Math.floor((y - raster.minY) / raster.cellM);
  if (column < 0 || row < 0 || column >= raster.columns || row >= raster.rows) return 0;
  return raster.data[row * raster.columns + column];
}

/** Fills an outline, scan line by scan line; a cell counts when its centre lies inside. Keeps the larger value. */
export function fill(raster: Raster, outline: Outline, value: number): void {
  let low = Infinity;
  let high = -Infinity;
  for (const [, y] of outline) {
    if (y < low) low = y;
    if (y > high) high = y;
  }
  const first = Math.max(0, Math.floor((low - raster.minY) / raster.cellM));
  const last = Math.min(raster.rows - 1, Math.ceil((high - raster.minY) / raster.cellM));
  const crossings: number[] = [];
  for (let row = first; row <= last; row++) {
    const y = raster.minY + (row + 0.5) * raster.cellM;
    crossings.length = 0;
    for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
      const [ax, ay] = outline[j];
      const [bx, by] = outline[i];
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.ceil((crossings[k] - raster.minX) / raster.cellM - 0.5));
      const to = Math.min(raster.columns - 1, Math.floor((crossings[k + 1] - raster.minX) / raster.cellM - 0.5));
      for (let column = from; column <= to; column++) {
        const at = row * raster.columns + column;
        if (raster.data[at] < value) raster.data[at] = value;
      }
    }
  }
}

/** A soft round spot that keeps the larger value. */
export function spot(raster: Raster, x: number, y: number, radiusM: number, value: number): void {
  const first = Math.max(0, Math.floor((x - radiusM - raster.minX) / raster.cellM));
  const last = Math.min(raster.columns - 1, Math.ceil((x + radiusM - raster.minX) / raster.cellM));
  const bottom = Math.max(0, Math.floor((y - radiusM - raster.minY) / raster.cellM));
  const top = Math.min(raster.rows - 1, Math.ceil((y + radiusM - raster.minY) / raster.cellM));
  for (let row = bottom; row <= top; row++) {
    for (let column = first; column <= last; column++) {
      const dx = raster.minX + (column + 0.5) * raster.cellM - x;
      const dy = raster.minY + (row + 0.5) * raster.cellM - y;
      const near = 1 - (dx * dx + dy * dy) / (radiusM * radiusM);
      if (near <= 0) continue;
      const at = row * raster.columns + column;
      const bright = value * near * near;
      if (raster.data[at] < bright) raster.data[at] = bright;
    }
  }
}

/** Three box blurs, which come close to a Gaussian; the whole map once, never one shape at a time. */
export function blur(raster: Raster, radiusCells: number): void {
  const scratch = new Uint8Array(raster.data.length);
  for (let pass = 0; pass < 3; pass++) {
    blurLines(raster.data, scratch, raster.columns, raster.rows, 1, raster.columns, radiusCells);
    blurLines(scratch, raster.data, raster.rows, raster.columns, raster.columns, 1, radiusCells);
  }
}

function blurLines(
  from: Uint8Array,
  to: Uint8Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  radius: number,
): void {
  const share = 1 / (2 * radius + 1);
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += from[start + Math.min(length - 1, Math.max(0, i)) * step];
    for (let i = 0; i < length; i++) {
      to[start + i * step] = sum * share + 0.5;
      sum += from[start + Math.min(length - 1, i + radius + 1) * step] - from[start + Math.max(0, i - radius) * step];
    }
  }
}
