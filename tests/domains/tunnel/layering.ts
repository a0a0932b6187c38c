import { advanceAir, setLeak } from '../../../sim/domains/tunnel/air';
import { advanceCells, layeringNumber, wake } from '../../../sim/domains/tunnel/cells';
import { galleryWith, type Run } from './leak-run';
import { madeGallery } from './made-gallery';

export const DOWNSTREAM_M = 60;

/** A steady leak that makes this layering number at six changes an hour; roof over bulk so far downstream of it. */
export function roofOverBulk(wantedLn: number): { ln: number; ratio: number } {
  const run: Run = galleryWith(madeGallery());
  const { air, cells } = run;
  const airMps = 1 / 3;
  const gasM3PerS = ((airMps / wantedLn) ** 3 * 2.4) / 4.375;
  wake(cells, air, 0);
  setLeak(air, 0, 100, gasM3PerS);
  cells.gasM3PerS[0] = gasM3PerS;
  cells.gasAtM[0] = 100;
  for (let t = 0; t < 500; t++) {
    advanceAir(air, 1);
    advanceCells(cells, air, 1);
  }
  const i = 100 + DOWNSTREAM_M;
  return { ln: layeringNumber(airMps, gasM3PerS, 2.4), ratio: cells.roof[i] / cells.bulk[i] };
}
