import { PI } from '../../kernel';
import { MENDED } from './bursts';
import type { WaterRun, WaterState } from './state';

/** A sharp-edged hole; the reference bursts of shared data are made with it too (0.6; WNTR takes 0.75). */
const DISCHARGE = 0.6;
const GRAVITY_MPS2 = 9.81;

/** What escapes through a round hole at one metre of water above it: by the root of the head. */
export function openingM3PerS(diameterMm: number): number {
  const diameterM = diameterMm / 1_000;
  return DISCHARGE * ((PI * diameterM * diameterM) / 4) * Math.sqrt(2 * GRAVITY_MPS2);
}

/** Which pipes and outlets let water through now: as built, as knobs, people and galleries have shut them. */
export function pipesOpen({ knobs }: WaterState, { plan, shutFor, gallery }: WaterRun): Uint8Array {
  const open = new Uint8Array(shutFor.length).fill(1);
  open.set(plan.builtOpen);
  open.fill(0, plan.pipeCount + plan.network.heldCount);
  const shut = knobs['water-pipe.shut'].values;
  for (let i = 0; i < open.length; i++) {
    if (shutFor[i] > 0 || (i < plan.pipeCount && (shut[i] > 0 || gallery.isShut[i] === 1))) open[i] = 0;
  }
  return open;
}

export function pumpRunsOf({ knobs }: WaterState, { stoppedFor, pumpStands }: WaterRun): (pump: number) => boolean {
  const out = knobs['water-pump.out'].values;
  return (pump) => stoppedFor[pump] === 0 && pumpStands[pump] === 0 && !(out[pump] > 0);
}

/** Pipes with a hole that is not mended yet. */
export function holesOf({ bursts }: WaterRun): { readonly pipe: number; readonly diameterMm: number }[] {
  return bursts.filter(({ phase }) => phase !== MENDED);
}
