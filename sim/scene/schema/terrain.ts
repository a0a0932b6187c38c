import * as v from 'valibot';
import { heightM, point, positive } from './primitives';

/** Two thousand each way fill a file: 10 km at 5 m. */
const gridSize = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(2_000));

/** terrain.json: heights on a regular grid, row by row from the south-west corner eastwards. */
export const terrainFile = v.strictObject({
  origin: point,
  spacingM: positive,
  columns: gridSize,
  rows: gridSize,
  heightsM: v.array(heightM),
});
export type TerrainFile = v.InferOutput<typeof terrainFile>;
