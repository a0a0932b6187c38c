import { ACCIDENT, advanceAir, askFans, createGalleryAir } from '../../../sim/domains/tunnel/air';
import { advanceCells, createGalleryCells } from '../../../sim/domains/tunnel/cells';
import { advanceDetectors, createDetectors } from '../../../sim/domains/tunnel/detectors';
import type { Galleries } from '../../../sim/domains/tunnel/galleries';
import { advanceLeak, createLeaks, feedLeak, openLeak } from './leaks';
import { madeGallery } from './made-gallery';

export const ALARM = 0.2 * 0.05; // 20 % of the lower explosive limit of 5 %
const AIR_PA = 101_325;

/** Everything of a gallery but the one who decides. */
export function galleryWith(galleries: Galleries, isLayered = true, celsius = 20) {
  const air = createGalleryAir(galleries, celsius, celsius);
  const cells = createGalleryCells(galleries, air, celsius, isLayered);
  const detectors = createDetectors(galleries);
  const leaks = createLeaks(galleries.sections.count);
  advanceAir(air, 1);
  advanceDetectors(detectors, cells, air, 1);
  return { galleries, air, cells, detectors, leaks };
}
export type Run = ReturnType<typeof galleryWith>;

/** One step in the order that the shell keeps. */
export function stepGallery({ galleries, air, cells, detectors, leaks }: Run, mainPa: number, seconds: number): void {
  for (let s = 0; s < galleries.sections.count; s++) {
    if (leaks.holeM[s] > 0) advanceLeak(leaks, s, mainPa, seconds);
    if (leaks.holeM[s] > 0 || cells.gasM3PerS[s] > 0) feedLeak(leaks, cells, air, s);
  }
  advanceAir(air, seconds);
  advanceCells(cells, air, seconds);
  advanceDetectors(detectors, cells, air, seconds);
}

export interface LeakCase {
  readonly holeM: number;
  readonly gaugePa?: number;
  readonly atM?: number;
  readonly cellM?: number;
  readonly isLayered?: boolean;
  readonly roofShare?: number;
  readonly t90S?: number;
  readonly stepSeconds?: number;
  readonly seconds?: number;
}

/** The reference gallery with a hole: when its first detector alarms (Infinity if none does), fans going over to accident then. */
export function alarmOf({
  holeM,
  gaugePa = 0.4e6,
  atM = 100,
  cellM = 1,
  isLayered = true,
  roofShare = 1,
  t90S,
  stepSeconds = 0.5,
  seconds = 600,
}: LeakCase) {
  const run = galleryWith(madeGallery({}, cellM), isLayered);
  openLeak(run.leaks, 0, { diameterM: holeM, atM, roofShare });
  if (t90S !== undefined) run.detectors.t90S.fill(t90S);
  let alarmS = Number.POSITIVE_INFINITY;
  let before = 0;
  for (let t = stepSeconds; t <= seconds; t += stepSeconds) {
    stepGallery(run, AIR_PA + gaugePa, stepSeconds);
    const most = run.detectors.mostGas[0];
    if (alarmS === Number.POSITIVE_INFINITY && most >= ALARM) {
      alarmS = t - stepSeconds * ((most - ALARM) / (most - before));
      askFans(run.air, 0, ACCIDENT);
    }
    before = most;
  }
  return { ...run, alarmS };
}

/** Percent of the lower explosive limit at a place, under the roof and in the mean. */
export function lelAt({ cells }: Run, atM: number): { roof: number; bulk: number; mean: number } {
  const { cellLengthM } = cells.galleries.sections;
  const i = Math.min(Math.floor(atM / cellLengthM[0]), cells.galleries.sections.cellStart[1] - 1);
  const roof = cells.roof[i] * 2_000;
  const bulk = cells.bulk[i] * 2_000;
  return { roof, bulk, mean: cells.roofShare[0] * roof + (1 - cells.roofShare[0]) * bulk };
}
