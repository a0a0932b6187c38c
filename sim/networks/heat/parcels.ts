/**
 * Water in pipes as queues of parcels: what enters first leaves first, and nothing mixes on the way (plug flow, as in
 * the node method of Benonysson 1991 and the pipe of Modelica's IBPSA library, van der Heijde et al. 2017). Heat is lost
 * by residence time, d(T − T_ground)/dt = −k (T − T_ground) with k = U′ / (ρ A c), whether the water moves or stands.
 *
 * A parcel knows its volume, its mean temperature, and how much longer its `to` end has been in the pipe than its `from`
 * end, in seconds. From these follows its temperature at any place, an exponential; so at constant flow what comes out
 * is T_ground + (T_in − T_ground) e^(−kτ) to the last digits, at any step. Exact too: the heat of what enters, stays,
 * leaves and is lost, however parcels are cut and joined. Approximate: where two parcels of different temperature are
 * joined because a queue is full (the step between them is lost), and the shape within a parcel, never its heat, after
 * the ground's temperature has changed. Left out: mixing along the pipe, heat along the pipe, heat in its steel.
 */
import { addParcel, placeOf } from './join-parcels';
import { exponential, meanOfExponential } from './mean-of-exponential';

export interface Parcels {
  readonly volumeM3: Float64Array;
  /** k of each pipe: U′ / (ρ A c). */
  readonly decayPerS: Float64Array;
  readonly groundC: Float64Array;
  /** Parcels a pipe may have, a power of two. */
  readonly room: number;
  /** Place of the parcel at the `from` end within the pipe's room, which is a ring. */
  readonly first: Uint8Array;
  readonly count: Uint8Array;
  readonly parcelM3: Float64Array;
  readonly parcelC: Float64Array;
  readonly spanS: Float64Array;
  /** Lost since somebody set it to zero: times ρ c it is joules. */
  readonly lostM3K: Float64Array;
}

/** Temperatures in turn, each until its end, in seconds since the beginning of the step. */
export interface Pieces {
  readonly untilS: Float64Array;
  readonly celsius: Float64Array;
}

const ROOM = 16;

export function createParcels(volumeM3: Float64Array, decayPerS: Float64Array, room = ROOM): Parcels {
  if (room < 2 || room > 128 || (room & (room - 1)) !== 0) {
    throw new RangeError(`room for ${room} parcels, expected a power of two from 2 to 128`);
  }
  const pipes = volumeM3.length;
  return {
    volumeM3,
    decayPerS,
    groundC: new Float64Array(pipes),
    room,
    first: new Uint8Array(pipes),
    count: new Uint8Array(pipes),
    parcelM3: new Float64Array(pipes * room),
    parcelC: new Float64Array(pipes * room),
    spanS: new Float64Array(pipes * room),
    lostM3K: new Float64Array(pipes),
  };
}

export function fillPipe(parcels: Parcels, pipe: number, celsius: number): void {
  const at = pipe * parcels.room;
  parcels.first[pipe] = 0;
  parcels.count[pipe] = 1;
  parcels.parcelM3[at] = parcels.volumeM3[pipe];
  parcels.parcelC[at] = celsius;
  parcels.spanS[at] = 0;
}

/** Replaces a share of all water of a pipe by water of one temperature; answers the warmth that went with it, m³·K. */
export function mixInto(parcels: Parcels, pipe: number, share: number, celsius: number): number {
  let went = 0;
  for (let i = 0; i < parcels.count[pipe]; i++) {
    const at = placeOf(parcels, pipe, i);
    const colder = share * (parcels.parcelC[at] - celsius);
    parcels.parcelC[at] -= colder;
    went += parcels.parcelM3[at] * colder;
  }
  return went;
}

/** Volume times temperature of all that is in a pipe: times ρ c it is its heat above 0 °C. */
export function heldM3K(parcels: Parcels, pipe: number): number {
  let sum = 0;
  for (let i = 0; i < parcels.count[pipe]; i++) {
    const at = placeOf(parcels, pipe, i);
    sum += parcels.parcelM3[at] * parcels.parcelC[at];
  }
  return sum;
}

/** Temperature at an end of a pipe: 0 the `from` end, 1 the `to` end. */
export function temperatureAtEnd(parcels: Parcels, pipe: number, end: 0 | 1): number {
  const at = placeOf(parcels, pipe, end === 0 ? 0 : parcels.count[pipe] - 1);
  const { groundC, parcelC, spanS, decayPerS } = parcels;
  const z = decayPerS[pipe] * spanS[at];
  return groundC[pipe] + (parcelC[at] - groundC[pipe]) / meanOfExponential(end === 0 ? -z : z);
}

/**
 * Lets the water of a pipe run out for so many seconds, and the rest of it lose its heat for as long. What comes out is
 * written to `out` from `base`; answered is how many pieces that were. Water that is in the pipe at the beginning is
 * all that this knows: past `volume ÷ flow` see `feedPipe`.
 */
export function drainPipe(
  parcels: Parcels,
  pipe: number,
  flowM3PerS: number,
  seconds: number,
  out: Pieces,
  base: number,
): number {
  const { parcelM3, parcelC, spanS, first, count, room } = parcels;
  const ground = parcels.groundC[pipe];
  const k = parcels.decayPerS[pipe];
  const forward = flowM3PerS > 0;
  const flow = forward ? flowM3PerS : -flowM3PerS;
  let left = flow * seconds;
  let pieces = 0;
  let now = 0;
  let lost = 0;
  while (left > 0 && count[pipe] > 0) {
    const at = placeOf(parcels, pipe, forward ? count[pipe] - 1 : 0);
    const volume = parcelM3[at];
    const whole = volume <= left;
    const taken = whole ? volume : left;
    const until = taken === left ? seconds : now + taken / flow;
    const grows = forward ? k * spanS[at] : -k * spanS[at];
    const mean = parcelC[at] - ground;
    const atEnd = mean / meanOfExponential(grows);
    const share = whole ? 1 : taken / volume;
    const leaving =
      atEnd * (now === 0 ? 1 : exponential(-k * now)) * meanOfExponential(share * grows - k * (until - now));
    lost += taken * (atEnd * meanOfExponential(share * grows) - leaving);
    out.untilS[base + pieces] = until;
    out.celsius[base + pieces] = ground + leaving;
    pieces++;
    left -= taken;
    now = until;
    if (whole) {
      if (!forward) first[pipe] = (first[pipe] + 1) & (room - 1);
      count[pipe]--;
    } else {
      const rest = (1 - share) * grows;
      const cutAt = atEnd * (1 + share * grows * meanOfExponential(share * grows));
      parcelM3[at] = volume - taken;
      parcelC[at] = ground + cutAt * meanOfExponential(rest);
      spanS[at] *= 1 - share;
    }
  }
  const stays = exponential(-k * seconds);
  for (let i = 0; i < count[pipe]; i++) {
    const at = placeOf(parcels, pipe, i);
    const excess = parcelC[at] - ground;
    lost += parcelM3[at] * excess * (1 - stays);
    parcelC[at] = ground + excess * stays;
  }
  parcels.lostM3K[pipe] += lost;
  return pieces;
}

/**
 * Lets water into a pipe that has been drained for the same step: `count` pieces of `inflow` from `from`. What runs
 * through within the step follows the pieces that `drainPipe` wrote; answered is how many there are now.
 */
export function feedPipe(
  parcels: Parcels,
  pipe: number,
  flowM3PerS: number,
  seconds: number,
  inflow: Pieces,
  from: number,
  count: number,
  out: Pieces,
  base: number,
  written: number,
): number {
  const ground = parcels.groundC[pipe];
  const k = parcels.decayPerS[pipe];
  const forward = flowM3PerS > 0;
  const flow = forward ? flowM3PerS : -flowM3PerS;
  const through = parcels.volumeM3[pipe] / flow;
  const leavesUntil = seconds - through;
  const kept = leavesUntil > 0 ? exponential(-k * through) : 1;
  let pieces = written;
  let begin = 0;
  for (let i = from; i < from + count; i++) {
    const end = i === from + count - 1 ? seconds : inflow.untilS[i];
    const excess = inflow.celsius[i] - ground;
    if (begin < leavesUntil) {
      const passes = end < leavesUntil ? end : leavesUntil;
      out.untilS[base + pieces] = end < leavesUntil ? end + through : seconds;
      out.celsius[base + pieces] = ground + excess * kept;
      pieces++;
      parcels.lostM3K[pipe] += flow * (passes - begin) * excess * (1 - kept);
      begin = passes;
    }
    if (end > begin) {
      const enters = end - begin;
      const mean = excess * exponential(-k * (seconds - end)) * meanOfExponential(-k * enters);
      const volume = flow * enters;
      parcels.lostM3K[pipe] += volume * (excess - mean);
      addParcel(parcels, pipe, forward, volume, ground + mean, forward ? enters : -enters);
    }
    begin = end;
  }
  return pieces;
}
