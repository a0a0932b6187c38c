/** A burning section to bytes and back. Its plan and source follow from the scene and from what lit it: the shell keeps those. */
import type { Decoder, Encoder } from '../../../kernel';
import type { FireState } from './state';

const ARRAYS = [
  'hotM3',
  'hotKg',
  'coldKg',
  'hotSootKg',
  'coldSootKg',
  'hotCoKg',
  'coldCoKg',
  'hotOxygenKg',
  'coldOxygenKg',
  'upperWallC',
  'lowerWallC',
  'fuelJ',
  'ignition',
  'cableC',
  'lostAtS',
  'ledgerJ',
] as const;

/** Flows and shapes of the last step are read by the next one's first part, so they are kept, too. */
const WORK = ['hotHeatW', 'coldHeatW', 'flowM3PerS', 'airShare', 'burningW'] as const;

export function saveFire(fire: FireState, out: Encoder): void {
  out.f64(fire.clockS).f64(fire.heatW).f64(fire.peakW).f64(fire.flame).f64(fire.powderKgPerM3).f64(fire.fed);
  out.f64(fire.work.plumeKgPerS).f64(fire.work.meetsAtM);
  for (const name of ARRAYS) out.float64s(fire[name]);
  for (const name of WORK) out.float64s(fire.work[name]);
}

/** Into a fire that was started from the same plan and source. */
export function loadFire(fire: FireState, from: Decoder): void {
  fire.clockS = from.f64();
  fire.heatW = from.f64();
  fire.peakW = from.f64();
  fire.flame = from.f64();
  fire.powderKgPerM3 = from.f64();
  fire.fed = from.f64();
  fire.work.plumeKgPerS = from.f64();
  fire.work.meetsAtM = from.f64();
  for (const name of ARRAYS) from.float64s(fire[name]);
  for (const name of WORK) from.float64s(fire.work[name]);
}
