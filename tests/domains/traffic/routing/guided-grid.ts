/** Nine by nine streets with a signal at every corner; an avenue of two lanes through the middle, from gate to gate. */
import type { CompiledScene } from '../../../../sim/scene';
import { type PlannedStreet, smallCity } from '../small-city';

const CORNERS = 9;
const MIDDLE = 4;
const BLOCK_M = 300;
const OUT_M = 400;

/** The block in the middle of the avenue, eastwards. */
export const MIDDLE_BLOCK = 'avenue:n4-4:n5-4';

export function guidedGrid(tripsPerDay: number): CompiledScene {
  const nodes: Record<string, [number, number]> = {
    w: [-OUT_M, MIDDLE * BLOCK_M],
    e: [(CORNERS - 1) * BLOCK_M + OUT_M, MIDDLE * BLOCK_M],
  };
  const streets: Record<string, PlannedStreet> = {};
  const along = Array.from({ length: CORNERS }, (_, i) => i);
  const signals: string[] = [];
  for (const x of along) {
    for (const y of along) {
      nodes[`n${x}-${y}`] = [x * BLOCK_M, y * BLOCK_M];
      signals.push(`n${x}-${y}`);
    }
    streets[`across${x}`] = { path: along.map((y) => `n${x}-${y}`), class: 'collector', lanes: 1 };
    const row = along.map((i) => `n${i}-${x}`);
    if (x === MIDDLE) streets.avenue = { path: ['w', ...row, 'e'], class: 'arterial', lanes: 2 };
    else streets[`row${x}`] = { path: row, class: 'collector', lanes: 1 };
  }
  return smallCity('guided-grid', { nodes, streets, signals, gates: { w: tripsPerDay, e: tripsPerDay } });
}
