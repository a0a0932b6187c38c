/** A parcel more at an end of a pipe, and parcels that become one: heat is kept, and nothing gets warmer or colder than it was. */
import { meanOfExponential } from './mean-of-exponential';
import type { Parcels } from './parcels';

/** Neighbours that differ by less where they touch are one parcel. */
const ALIKE_K = 0.005;
/** e to this, from one end of a parcel to the other, still leaves room in a double. */
const STEEPEST = 50;

export function addParcel(
  parcels: Parcels,
  pipe: number,
  atFrom: boolean,
  volume: number,
  celsius: number,
  span: number,
): void {
  const { count, first, room, parcelM3, parcelC, spanS, decayPerS, groundC } = parcels;
  const k = decayPerS[pipe];
  const ground = groundC[pipe];
  if (count[pipe] > 0) {
    // Where the two touch: the new one's older end, and the upstream end of the one before it.
    const last = placeOf(parcels, pipe, atFrom ? 0 : count[pipe] - 1);
    const before = (parcelC[last] - ground) / meanOfExponential(atFrom ? -k * spanS[last] : k * spanS[last]);
    const touches = (celsius - ground) / meanOfExponential(atFrom ? k * span : -k * span);
    if (Math.abs(touches - before) < ALIKE_K) {
      if (atFrom) joinInto(parcels, pipe, last, volume, celsius, span, last);
      else joinInto(parcels, pipe, last, parcelM3[last], parcelC[last], spanS[last], last, volume, celsius, span);
      return;
    }
  }
  if (count[pipe] === room) joinCheapest(parcels, pipe);
  if (atFrom) first[pipe] = (first[pipe] - 1) & (room - 1);
  count[pipe]++;
  const at = placeOf(parcels, pipe, atFrom ? 0 : count[pipe] - 1);
  parcelM3[at] = volume;
  parcelC[at] = celsius;
  spanS[at] = span;
}

/** Makes one parcel of the two neighbours whose difference weighs least: volume × variance (Ward 1963). */
function joinCheapest(parcels: Parcels, pipe: number): void {
  const { count, parcelM3, parcelC, spanS } = parcels;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < count[pipe]; i++) {
    const a = placeOf(parcels, pipe, i);
    const b = placeOf(parcels, pipe, i + 1);
    const apart = parcelC[a] - parcelC[b];
    const cost = ((parcelM3[a] * parcelM3[b]) / (parcelM3[a] + parcelM3[b])) * apart * apart;
    if (cost < least) {
      least = cost;
      best = i;
    }
  }
  const a = placeOf(parcels, pipe, best);
  joinInto(parcels, pipe, a, parcelM3[a], parcelC[a], spanS[a], placeOf(parcels, pipe, best + 1));
  for (let i = best + 1; i + 1 < count[pipe]; i++) {
    const to = placeOf(parcels, pipe, i);
    const from = placeOf(parcels, pipe, i + 1);
    parcelM3[to] = parcelM3[from];
    parcelC[to] = parcelC[from];
    spanS[to] = spanS[from];
  }
  count[pipe]--;
}

/**
 * Writes to `at` one parcel in place of two that touch, the first nearer the `from` end; the second is the one at
 * `second` unless it is given. Heat is kept; where the two are one exponential so is the whole, and where they are not,
 * a shape that would be warmer or colder at an end than both were gives way to none.
 */
function joinInto(
  { parcelM3, parcelC, spanS, decayPerS, groundC }: Parcels,
  pipe: number,
  at: number,
  volumeA: number,
  celsiusA: number,
  spanA: number,
  second: number,
  volumeB = parcelM3[second],
  celsiusB = parcelC[second],
  spanB = spanS[second],
): void {
  const k = decayPerS[pipe];
  const ground = groundC[pipe];
  const volume = volumeA + volumeB;
  const mean = (volumeA * (celsiusA - ground) + volumeB * (celsiusB - ground)) / volume;
  const span = spanA + spanB;
  const a = (celsiusA - ground) / meanOfExponential(-k * spanA);
  const aEnd = (celsiusA - ground) / meanOfExponential(k * spanA);
  const b = (celsiusB - ground) / meanOfExponential(-k * spanB);
  const bEnd = (celsiusB - ground) / meanOfExponential(k * spanB);
  const low = Math.min(a, aEnd, b, bEnd) - ALIKE_K;
  const high = Math.max(a, aEnd, b, bEnd) + ALIKE_K;
  const begin = mean / meanOfExponential(-k * span);
  const end = mean / meanOfExponential(k * span);
  const steepest = Math.abs(k * span) < STEEPEST;
  const holds = steepest && begin >= low && begin <= high && end >= low && end <= high;
  parcelM3[at] = volume;
  parcelC[at] = ground + mean;
  spanS[at] = holds ? span : 0;
}

/** Place of a pipe's parcel in the arrays, counted from its `from` end. */
export function placeOf({ first, room }: Parcels, pipe: number, i: number): number {
  return pipe * room + ((first[pipe] + i) & (room - 1));
}
