import * as v from 'valibot';
import { heightM, point, positive } from './primitives';

/** terrain.json: heights on a regular grid, row by row from the south-west corner eastwards. */
export const terrainFile = v.strictObject({
  origin: point,
  spacingM: positive,
  columns: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(4_096)),
  rows: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(4_096)),
  heightsM: v.array(heightM),
});
export type TerrainFile = v.InferOutput<typeof terrainFile>;
