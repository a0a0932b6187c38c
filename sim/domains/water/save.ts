/** State to bytes and back. What follows from the scene is planned anew. */
import { Decoder, Encoder } from '../../kernel';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { loadBursts, saveBursts } from './bursts';
import { loadWaterKnobs, saveWaterKnobs } from './knobs';
import { loadAnswer, saveAnswer } from './question';
import { createWater, type WaterState } from './state';
import { loadTotals, saveTotals } from './totals';

const KIND = 'water';
const VERSION = 3;

export function saveWater({ scene, knobs, totals, run }: WaterState): Encoder {
  const out = new Encoder(KIND, VERSION).text(scene.hash);
  saveWaterKnobs(knobs, out);
  if (run === null) return out;
  saveTotals(totals, out);
  out.float64s(run.levelM).uint8s(run.shutFor).uint8s(run.stoppedFor).uint8s(run.pumpStands);

  saveBursts(run.bursts, out);
  out.uint8s(run.gallery.isShut).int32s(run.gallery.cause).int32s(run.inflowCause).int32s(run.pumpSaid);
  out.f64(run.crew.x).f64(run.crew.y).i32(run.crew.pipe);
  out
    .bool(run.answer !== null)
    .bool(run.isFresh)
    .uint32s(run.askedBursts)
    .uint32s(run.answeredBursts);
  if (run.answer !== null) saveAnswer(run.answer, out);
  return out.float64s(run.askedM3PerS).float64s(run.servedShare).float64s(run.pumpKw).float64s(run.inflowM3PerS);
}

export function loadWater(scene: CompiledScene, settings: RunSettings, saved: Uint8Array): WaterState {
  const state = createWater(scene, settings);
  const from = new Decoder(saved, KIND, VERSION);
  const hash = from.text();
  if (hash !== scene.hash) throw new Error(`met water saved in scene ${hash}, expected ${scene.hash}`);
  loadWaterKnobs(state.knobs, from);
  const { run } = state;
  if (run !== null) {
    loadTotals(state.totals, from);
    from.float64s(run.levelM);
    from.uint8s(run.shutFor);
    from.uint8s(run.stoppedFor);
    from.uint8s(run.pumpStands);

    run.bursts.push(...loadBursts(from));
    from.uint8s(run.gallery.isShut);
    from.int32s(run.gallery.cause);
    from.int32s(run.inflowCause);
    from.int32s(run.pumpSaid);
    run.crew.x = from.f64();
    run.crew.y = from.f64();
    run.crew.pipe = from.i32();
    const hasAnswer = from.bool();
    run.isFresh = from.bool();
    run.askedBursts = from.uint32s();
    run.answeredBursts = from.uint32s();
    if (hasAnswer) run.answer = loadAnswer(from);
    from.float64s(run.askedM3PerS);
    from.float64s(run.servedShare);
    from.float64s(run.pumpKw);
    from.float64s(run.inflowM3PerS);
  }
  from.end();
  return state;
}
