/** Cells to bytes and back: only those of disturbed sections, because the others mean nothing. */
import type { Decoder, Encoder } from '../../../kernel';
import type { GalleryCells } from './cells';

const sectionFloats = [
  'wallC',
  'leakedM3',
  'ventedM3',
  'seepedM3',
  'fadedM3',
  'broughtJ',
  'wallJ',
  'mostGas',
  'mostSmoke',
] as const;
const cellFloats = ['roof', 'bulk', 'oxygen', 'airC', 'smoke'] as const;

export function saveCells(cells: GalleryCells, out: Encoder): void {
  const { cellStart, count } = cells.galleries.sections;
  out.uint8s(cells.isActive);
  for (const name of sectionFloats) out.float64s(cells[name]);
  for (let s = 0; s < count; s++) {
    if (cells.isActive[s] === 0) continue;
    for (const name of cellFloats) out.float64s(cells[name].subarray(cellStart[s], cellStart[s + 1]));
    out.float64s(cells.run.subarray(cells.faceStart[s], cells.faceStart[s + 1]));
  }
}

export function loadCells(cells: GalleryCells, from: Decoder): void {
  const { cellStart, count } = cells.galleries.sections;
  from.uint8s(cells.isActive);
  for (const name of sectionFloats) from.float64s(cells[name]);
  cells.scratch.madeForSolve.fill(-1);
  for (let s = 0; s < count; s++) {
    if (cells.isActive[s] === 0) continue;
    for (const name of cellFloats) from.float64s(cells[name].subarray(cellStart[s], cellStart[s + 1]));
    from.float64s(cells.run.subarray(cells.faceStart[s], cells.faceStart[s + 1]));
  }
}
