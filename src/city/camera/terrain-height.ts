import type { HeightField } from '../build/built-city';

export type Terrain = HeightField;

/** Height of the ground; beyond the field, that of its rim. */
export function heightIn(field: Terrain, x: number, y: number): number {
  const u = Math.min(field.columns - 1.001, Math.max(0, (x - field.minX) / field.stepM));
  const v = Math.min(field.rows - 1.001, Math.max(0, (y - field.minY) / field.stepM));
  const column = Math.floor(u);
  const row = Math.floor(v);
  const at = row * field.columns + column;
  const h = field.heightsM;
  const fu = u - column;
  const fv = v - row;
  const south = h[at] + (h[at + 1] - h[at]) * fu;
  const north = h[at + field.columns] + (h[at + field.columns + 1] - h[at + field.columns]) * fu;
  return south + (north - south) * fv;
}

/** Where a ray from an eye first meets the ground, in metres along it; null where it only meets the sky. */
export function groundHit(
  field: Terrain,
  origin: readonly number[],
  direction: readonly number[],
  farthestM: number,
): number | null {
  let low = 0;
  let step = 2;
  for (let at = 0; at < farthestM; at += step) {
    const [x, y, z] = [0, 1, 2].map((i) => origin[i] + direction[i] * at);
    if (y <= heightIn(field, x, -z)) {
      let high = at;
      for (let i = 0; i < 12; i++) {
        const middle = (low + high) / 2;
        const below =
          origin[1] + direction[1] * middle <=
          heightIn(field, origin[0] + direction[0] * middle, -(origin[2] + direction[2] * middle));
        if (below) high = middle;
        else low = middle;
      }
      return high;
    }
    low = at;
    step = Math.max(2, at * 0.012);
  }
  return null;
}
