/**
 * A step of all detectors that have something to follow. What is there is taken as a straight line over the step and the
 * lag along it exactly, so that the time of an alarm does not hang on the step.
 */
import { exp, ln } from '../../../kernel';
import type { GalleryAir } from '../air';
import { AMBIENT_OXYGEN, type GalleryCells } from '../cells';
import { type Detectors, GAS, OXYGEN, STUCK, TEMPERATURE, toldBy } from './detectors';

const LN_10 = ln(10);
/** Of what it follows: nobody reads closer. */
const CLOSE = 1e-7;
const FELT_K = 0.05;

/** The last one that was worked out: most that follow something at one time are of one kind. */
const decay = { lagS: Number.NaN, seconds: Number.NaN, share: 0 };

export function advanceDetectors(detectors: Detectors, cells: GalleryCells, air: GalleryAir, seconds: number): void {
  const { sections } = detectors.galleries;
  for (let s = 0; s < sections.count; s++) {
    const isQuiet = cells.isActive[s] === 0 && detectors.isSettled[s] !== 0;
    if (isQuiet && Math.abs(air.airC[s] - detectors.settledC[s]) < FELT_K) continue;
    followSection(detectors, cells, air, s, seconds);
    tell(detectors, s);
  }
}

function followSection(detectors: Detectors, cells: GalleryCells, air: GalleryAir, s: number, seconds: number): void {
  const { sectionStart, kind, cell, offMiddle, t90S, condition, reading, present } = detectors;
  const { cellStart } = detectors.galleries.sections;
  const isActive = cells.isActive[s] !== 0;
  let isSettled = !isActive;
  for (let d = sectionStart[s]; d < sectionStart[s + 1]; d++) {
    let now: number;
    if (isActive) {
      const scalar = scalarOf(cells, kind[d]);
      now = within(scalar, cell[d], offMiddle[d], cellStart[s], cellStart[s + 1] - 1);
    } else now = atRest(air, s, kind[d]);
    const before = present[d];
    present[d] = now;
    if (Number.isNaN(before)) {
      // The first look ever: it has hung there long enough.
      reading[d] = now;
      continue;
    }
    if (condition[d] === STUCK) continue;
    // Where nothing moves, what follows would give the same.
    if (now === before && reading[d] === now) continue;
    const lagS = t90S[d] / LN_10;
    const slope = (now - before) / seconds;
    if (lagS !== decay.lagS || seconds !== decay.seconds) {
      decay.lagS = lagS;
      decay.seconds = seconds;
      decay.share = exp(-seconds / lagS);
    }
    reading[d] = now - slope * lagS + (reading[d] - before + slope * lagS) * decay.share;
    if (Math.abs(reading[d] - now) <= CLOSE * Math.max(1, Math.abs(now))) reading[d] = now;
    else isSettled = false;
  }
  detectors.isSettled[s] = isSettled ? 1 : 0;
  detectors.settledC[s] = air.airC[s];
}

/** At a place in a cell, by the slope that the cell is carried with: what has not come so far is not seen through a cell's wall. */
function within(scalar: Float64Array, i: number, offMiddle: number, first: number, last: number): number {
  if (i === first || i === last) return scalar[i];
  const rise = scalar[i] - scalar[i - 1];
  const next = scalar[i + 1] - scalar[i];
  const product = rise * next;
  return product > 0 ? scalar[i] + (offMiddle * 2 * product) / (rise + next) : scalar[i];
}

function scalarOf(cells: GalleryCells, kind: number): Float64Array {
  if (kind === GAS) return cells.roof;
  if (kind === OXYGEN) return cells.oxygen;
  return kind === TEMPERATURE ? cells.airC : cells.smoke;
}

function atRest(air: GalleryAir, s: number, kind: number): number {
  if (kind === OXYGEN) return AMBIENT_OXYGEN;
  return kind === TEMPERATURE ? air.airC[s] : 0;
}

function tell(detectors: Detectors, s: number): void {
  const { sectionStart, kind } = detectors;
  let gas = 0;
  let gasAt = -1;
  let oxygen = Number.POSITIVE_INFINITY;
  let celsius = Number.NEGATIVE_INFINITY;
  let smoke = 0;
  for (let d = sectionStart[s]; d < sectionStart[s + 1]; d++) {
    const told = toldBy(detectors, d);
    if (Number.isNaN(told)) continue;
    if (kind[d] === GAS) {
      if (gasAt < 0 || told > gas) {
        gas = told;
        gasAt = d;
      }
    } else if (kind[d] === OXYGEN) oxygen = Math.min(oxygen, told);
    else if (kind[d] === TEMPERATURE) celsius = Math.max(celsius, told);
    else smoke = Math.max(smoke, told);
  }
  detectors.mostGas[s] = gas;
  detectors.mostGasAt[s] = gasAt;
  detectors.leastOxygen[s] = oxygen;
  detectors.mostC[s] = celsius;
  detectors.mostSmoke[s] = smoke;
}
