/**
 * Mains whose valves on both sides of a flooded section are shut by the gallery. Who runs the network hears of it with the
 * valves: a main that has burst there is found with them, and stays shut until it is mended, whatever the gallery opens.
 */
import type { StepContext } from '../../ports';
import { hearOfBurst } from './bursts';
import type { WaterRun, WaterState } from './state';

export interface GalleryValves {
  readonly isShut: Uint8Array;
  /** The happening that shut it; 0 where it is open. */
  readonly cause: Int32Array;
}

const SHUT_FROM = 0.5;

export function noGalleryValves(pipes: number): GalleryValves {
  return { isShut: new Uint8Array(pipes), cause: new Int32Array(pipes) };
}

export function followGalleryValves(
  state: WaterState,
  run: WaterRun,
  shut: Float64Array,
  causes: Int32Array,
  seconds: number,
  happen: StepContext<never, never>['happen'],
): void {
  const { isShut, cause } = run.gallery;
  for (let pipe = 0; pipe < isShut.length; pipe++) {
    const now = shut[pipe] >= SHUT_FROM ? 1 : 0;
    if (now === isShut[pipe]) continue;
    isShut[pipe] = now;
    if (now === 0) {
      cause[pipe] = 0;
      continue;
    }
    cause[pipe] = happen('water.valve-shut', state.scene.elements['water-pipe'].ids[pipe], told(causes[pipe]), {
      remote: 1,
    });
    hearOfBurst(run, pipe, seconds, cause[pipe]);
  }
}

/** The newest of what galleries have shut. */
export function newestGalleryCause({ cause }: GalleryValves): number {
  let newest = 0;
  for (const each of cause) newest = Math.max(newest, each);
  return newest;
}

const told = (cause: number): number[] => (cause > 0 ? [cause] : []);
