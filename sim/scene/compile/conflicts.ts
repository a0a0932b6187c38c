import type { Tracks } from './tracks';

/**
 * Where two paths through a junction come so near to each other that two vehicles cannot be there at once. Both are
 * sampled every half metre and compared point to point; the distance to the other path changes by no more than the step
 * taken, so far-off stretches are skipped in strides.
 */
export interface Conflict {
  readonly fromM: number;
  readonly toM: number;
  readonly otherFromM: number;
  readonly otherToM: number;
}

const STEP_M = 0.5;
/** The widest ordinary vehicle, a bus of 2.55 m, in an ordinary lane of 3.5 m. */
const BODY_SHARE_OF_LANE = 0.73;

/** A track at equal steps; the last sample is its end. */
export interface SampledPath {
  readonly xy: Float64Array;
  readonly stepM: number;
  readonly lengthM: number;
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

export function samplePath(tracks: Tracks, track: number): SampledPath {
  const lengthM = tracks.lengthM[track];
  const steps = Math.max(1, Math.ceil(lengthM / STEP_M));
  const stepM = lengthM / steps;
  const xy = new Float64Array(2 * (steps + 1));
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  const last = tracks.pointStart[track + 1] - 1;
  let p = tracks.pointStart[track];
  for (let i = 0; i <= steps; i++) {
    const at = i * stepM;
    while (p < last - 1 && tracks.pointAtM[p + 1] < at) p++;
    const spanM = tracks.pointAtM[p + 1] - tracks.pointAtM[p];
    const share = spanM > 0 ? Math.min(1, (at - tracks.pointAtM[p]) / spanM) : 0;
    const x = tracks.points[2 * p] + share * (tracks.points[2 * p + 2] - tracks.points[2 * p]);
    const y = tracks.points[2 * p + 1] + share * (tracks.points[2 * p + 3] - tracks.points[2 * p + 1]);
    xy[2 * i] = x;
    xy[2 * i + 1] = y;
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return { xy, stepM, lengthM, minX, minY, maxX, maxY };
}

/** How near two vehicles' middles may pass, on lanes of these widths. */
export function clearanceM(widthM: number, otherWidthM: number): number {
  return 0.5 * BODY_SHARE_OF_LANE * (widthM + otherWidthM);
}

export function findConflict(a: SampledPath, b: SampledPath, withinM: number): Conflict | undefined {
  if (a.minX > b.maxX + withinM || b.minX > a.maxX + withinM) return undefined;
  if (a.minY > b.maxY + withinM || b.minY > a.maxY + withinM) return undefined;
  let fromA = -1;
  let toA = -1;
  let fromB = b.xy.length;
  let toB = -1;
  const countA = a.xy.length / 2;
  const countB = b.xy.length / 2;
  const within2 = withinM * withinM;
  for (let i = 0; i < countA; ) {
    let marginM = Number.POSITIVE_INFINITY; // every sample of b, visited or passed over, is at least withinM + this away
    for (let j = 0; j < countB; ) {
      const dx = a.xy[2 * i] - b.xy[2 * j];
      const dy = a.xy[2 * i + 1] - b.xy[2 * j + 1];
      const distance2 = dx * dx + dy * dy;
      if (distance2 < within2) {
        marginM = -1;
        if (j < fromB) fromB = j;
        if (j > toB) toB = j;
        j++;
      } else {
        const half = 0.5 * (Math.sqrt(distance2) - withinM); // half to step over here, half to stay away from a's next
        if (half < marginM) marginM = half;
        j += Math.max(1, Math.floor(half / b.stepM));
      }
    }
    if (marginM < 0) {
      if (fromA < 0) fromA = i;
      toA = i;
      i++;
    } else {
      i += Math.max(1, Math.floor(marginM / a.stepM));
    }
  }
  if (fromA < 0) return undefined;
  return {
    fromM: fromA * a.stepM,
    toM: toA === countA - 1 ? a.lengthM : toA * a.stepM,
    otherFromM: fromB * b.stepM,
    otherToM: toB === countB - 1 ? b.lengthM : toB * b.stepM,
  };
}
