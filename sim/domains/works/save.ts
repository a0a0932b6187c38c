/** State to bytes and back. What follows from the knobs is worked out anew. */
import { Decoder, Encoder } from '../../kernel';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { sumGalleries } from './galleries';
import { loadWorksKnobs, saveWorksKnobs } from './knobs';
import { createWorks, type WorksState } from './state';

const KIND = 'works';
const VERSION = 3;

export function saveWorks({ scene, knobs, run }: WorksState): Encoder {
  const out = new Encoder(KIND, VERSION).text(scene.hash);
  saveWorksKnobs(knobs, out);
  if (run === null) return out;
  const { at, open, openEdge, trench, pit, derived } = run;
  out.i32(at.day).f64(at.freedMu).f64(at.siteDays).bool(derived.isDue);
  return out.int32s(open).int32s(openEdge).int32s(trench).int32s(pit);
}

export function loadWorks(scene: CompiledScene, settings: RunSettings, saved: Uint8Array): WorksState {
  const state = createWorks(scene, settings);
  const from = new Decoder(saved, KIND, VERSION);
  const hash = from.text();
  if (hash !== scene.hash) throw new Error(`met works saved in scene ${hash}, expected ${scene.hash}`);
  loadWorksKnobs(state.knobs, from);
  const { run } = state;
  if (run !== null) {
    run.at.day = from.i32();
    run.at.freedMu = from.f64();
    run.at.siteDays = from.f64();
    run.derived.isDue = from.bool();
    from.int32s(run.open);
    from.int32s(run.openEdge);
    from.int32s(run.trench);
    from.int32s(run.pit);
    if (run.at.day >= 0) run.derived.sum = sumGalleries(run, state.knobs);
  }
  from.end();
  return state;
}
