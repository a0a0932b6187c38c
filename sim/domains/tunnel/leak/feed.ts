/** Hands a leak's flow to the section's cells, and its volume to the air that makes way for it. */
import { type GalleryAir, setLeak } from '../air';
import { type GalleryCells, wake } from '../cells';
import { type Leaks, METHANE_M3_PER_KG } from './leaks';

export function feedLeak(leaks: Leaks, cells: GalleryCells, air: GalleryAir, s: number): void {
  const m3PerS = leaks.kgPerS[s] * METHANE_M3_PER_KG;
  cells.gasM3PerS[s] = m3PerS;
  cells.gasAtM[s] = leaks.atM[s];
  cells.gasRoofShare[s] = leaks.roofShare[s];
  setLeak(air, s, leaks.atM[s], m3PerS);
  if (m3PerS > 0) wake(cells, air, s);
}
