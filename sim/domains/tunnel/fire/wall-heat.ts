/** Heat into walls: conduction across their thickness, implicit, nothing at the back. One profile for each cell. */
import type { WallMaterial } from './figures';

export const WALL_NODES = 8;
const GROWTH = 1.5; // the first node of 0.3 m of concrete is 6 mm thick, of a 10 mm board 0.2 mm

export interface WallGrid {
  readonly capacity: Float64Array; // J/m²K
  readonly conductance: Float64Array; // to the next, W/m²K
}

export function wallGrid(material: WallMaterial): WallGrid {
  const capacity = new Float64Array(WALL_NODES);
  const conductance = new Float64Array(WALL_NODES);
  let sum = 0;
  for (let k = 0, share = 1; k < WALL_NODES; k++, share *= GROWTH) sum += share;
  let thick = material.thicknessM / sum;
  for (let k = 0; k < WALL_NODES; k++) {
    capacity[k] = material.heatCapacity * thick;
    conductance[k] = k < WALL_NODES - 1 ? material.conductivity / (0.5 * thick * (1 + GROWTH)) : 0;
    thick *= GROWTH;
  }
  return { capacity, conductance };
}

const upper = new Float64Array(WALL_NODES);

/** One cell's profile under so much heat, J/m², within so long; it stores all of it. */
export function warmWall(
  grid: WallGrid,
  celsius: Float64Array,
  from: number,
  joulesPerM2: number,
  seconds: number,
): void {
  const { capacity, conductance } = grid;
  for (let k = 0; k < WALL_NODES; k++) {
    const c = capacity[k] / seconds;
    let diagonal = c + conductance[k];
    let right = c * celsius[from + k] + (k === 0 ? joulesPerM2 / seconds : 0);
    if (k > 0) {
      const g = conductance[k - 1];
      diagonal += g - g * upper[k - 1];
      right += g * celsius[from + k - 1];
    }
    upper[k] = conductance[k] / diagonal;
    celsius[from + k] = right / diagonal;
  }
  for (let k = WALL_NODES - 2; k >= 0; k--) celsius[from + k] += upper[k] * celsius[from + k + 1];
}
