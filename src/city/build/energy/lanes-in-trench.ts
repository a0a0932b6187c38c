import { densify, type Line } from '../polyline';

/** Lines that run together somewhere: the sections of one feeder, the pipes of one loop. */
export interface Run {
  readonly key: string;
  readonly paths: readonly Line[];
}

const CELL_M = 20;
/** From the middle of a trench outwards; where even these are taken, lines lie on one another. */
const LANES = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5];

/**
 * Which lane each run keeps beside the middle of its trench, so that those that share a street are drawn beside one
 * another: one after the other takes the lane that is least taken along its way.
 */
export function lanesInTrench(runs: readonly Run[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>();
  const takenAt = new Map<number, Map<number, number>>();
  for (const { key, paths } of runs) {
    const cells = new Set(paths.flatMap((path) => densify(path, CELL_M / 2).map(([x, y]) => cellOf(x, y))));
    let best = 0;
    let leastTaken = Infinity;
    for (const lane of LANES) {
      let taken = 0;
      for (const cell of cells) taken += takenAt.get(cell)?.get(lane) ?? 0;
      if (taken < leastTaken) {
        leastTaken = taken;
        best = lane;
      }
    }
    lanes.set(key, best);
    for (const cell of cells) {
      const here = takenAt.get(cell) ?? new Map<number, number>();
      here.set(best, (here.get(best) ?? 0) + 1);
      takenAt.set(cell, here);
    }
  }
  return lanes;
}

function cellOf(x: number, y: number): number {
  return Math.round(x / CELL_M) * 100_003 + Math.round(y / CELL_M);
}
