import type { Ground } from '../ground/ground';
import { groundRaster } from '../ground/ground';
import { OPENING_REACH_M, type Opening } from './built-tunnels';
import type { GalleryFrame } from './gallery-frame';

const CELL_M = 4;
const MOST_CELLS = 2_048;
/** The ground's edge hangs over the pit's wall by so much, so that no gap shows between them. */
const OVERHANG_M = 1.2;

/** Where the ground opens over galleries, as distances to the edge: bilinear reading gives back straight edges. */
export class OpeningMap {
  private readonly raster;
  private readonly ground: Ground;

  constructor(ground: Ground) {
    this.ground = ground;
    this.raster = groundRaster(ground, CELL_M, MOST_CELLS);
    this.raster.data.fill(255);
  }

  /** Opens the ground along a gallery, from so far left of its line to so far right of it (left positive). */
  open({ stations }: GalleryFrame, left: number, right: number): void {
    const { raster } = this;
    const { minX, minY, maxX, maxY } = this.ground.extent;
    // The map is read over the whole ground: a cell's width may differ a little from what was asked for.
    const cellX = (maxX - minX) / raster.columns;
    const cellY = (maxY - minY) / raster.rows;
    const half = (left - right) / 2 - OVERHANG_M;
    const aside = (left + right) / 2;
    const reach = half + OPENING_REACH_M;
    for (let i = 1; i < stations.length; i++) {
      const [a, b] = [stations[i - 1], stations[i]];
      const [ax, ay] = [a.x + a.leftX * aside, a.y + a.leftY * aside];
      const [bx, by] = [b.x + b.leftX * aside, b.y + b.leftY * aside];
      const [dx, dy] = [bx - ax, by - ay];
      const squared = dx * dx + dy * dy || 1;
      const first = Math.max(0, Math.floor((Math.min(ay, by) - reach - minY) / cellY));
      const last = Math.min(raster.rows - 1, Math.ceil((Math.max(ay, by) + reach - minY) / cellY));
      const west = Math.max(0, Math.floor((Math.min(ax, bx) - reach - minX) / cellX));
      const east = Math.min(raster.columns - 1, Math.ceil((Math.max(ax, bx) + reach - minX) / cellX));
      for (let row = first; row <= last; row++) {
        for (let column = west; column <= east; column++) {
          const x = minX + (column + 0.5) * cellX - ax;
          const y = minY + (row + 0.5) * cellY - ay;
          const share = Math.min(1, Math.max(0, (x * dx + y * dy) / squared));
          const awayM = Math.hypot(x - share * dx, y - share * dy) - half;
          const byte = Math.round((255 * (awayM + OPENING_REACH_M)) / (2 * OPENING_REACH_M));
          const at = row * raster.columns + column;
          if (byte < raster.data[at]) raster.data[at] = Math.max(0, byte);
        }
      }
    }
  }

  done(): Opening {
    const { data, columns, rows } = this.raster;
    return { data, columns, rows };
  }
}
