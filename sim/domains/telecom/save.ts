/** State to bytes and back. What follows from the scene, and who is heard from whom is up, is worked out anew. */
import { Decoder, Encoder } from '../../kernel';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { loadTelecomKnobs, saveTelecomKnobs } from './knobs';
import { createTelecom, savedRun, type TelecomState } from './state';

const KIND = 'telecom';
const VERSION = 2;

export function saveTelecom({ scene, knobs, totals, run }: TelecomState): Encoder {
  const out = new Encoder(KIND, VERSION).text(scene.hash);
  saveTelecomKnobs(knobs, out);
  if (run === null) return out;
  out.f64(totals.elapsedS).f64(totals.ageS2);
  out.f64(run.derived.heardAgeS).u32(run.derived.silent).u32(run.stale.happening).u32(run.stale.silent);
  for (const name of savedRun) {
    const array = run[name];
    if (array instanceof Float64Array) out.float64s(array);
    else if (array instanceof Int32Array) out.int32s(array);
    else out.uint8s(array);
  }
  const { fibreBroken, fibreCause, parkingHeard, driversReached, knownAfterS } = run.derived;
  out.uint8s(fibreBroken).int32s(fibreCause).float64s(parkingHeard);
  return out.float64s(driversReached).float64s(knownAfterS);
}

export function loadTelecom(scene: CompiledScene, settings: RunSettings, saved: Uint8Array): TelecomState {
  const state = createTelecom(scene, settings);
  const from = new Decoder(saved, KIND, VERSION);
  const hash = from.text();
  if (hash !== scene.hash) throw new Error(`met telecom saved in scene ${hash}, expected ${scene.hash}`);
  loadTelecomKnobs(state.knobs, from);
  const { run, totals } = state;
  if (run !== null) {
    totals.elapsedS = from.f64();
    totals.ageS2 = from.f64();
    run.derived.heardAgeS = from.f64();
    run.derived.silent = from.u32();
    run.stale.happening = from.u32();
    run.stale.silent = from.u32();
    for (const name of savedRun) {
      const array = run[name];
      if (array instanceof Float64Array) from.float64s(array);
      else if (array instanceof Int32Array) from.int32s(array);
      else from.uint8s(array);
    }
    const { fibreBroken, fibreCause, parkingHeard, driversReached, knownAfterS } = run.derived;
    from.uint8s(fibreBroken);
    from.int32s(fibreCause);
    from.float64s(parkingHeard);
    from.float64s(driversReached);
    from.float64s(knownAfterS);
  }
  from.end();
  return state;
}
