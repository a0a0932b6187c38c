/** What an imperfect driver of Krauss' loses of his speed in a step, as in `driving/drive`: by chance, from numbers alone. */
import type { Drivers } from '../driving/drivers';

export function dawdled(drivers: Drivers, type: number, stepS: number, mps: number, who: number, when: number): number {
  const sigma = drivers.sigma[type];
  if (sigma === 0) return 0;
  const accel = drivers.accelMps2[type];
  return Math.min(mps, stepS * sigma * unit(who, when) * (mps < accel ? mps : accel));
}

function unit(who: number, when: number): number {
  let h = Math.imul(who ^ 0x51ed27, 0x85ebca6b) ^ Math.imul(when + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 13), 0x846ca68b);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}
