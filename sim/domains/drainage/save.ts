/** State to bytes and back. What follows from the scene is planned anew. */
import { Decoder, Encoder } from '../../kernel';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { loadDrainageKnobs, saveDrainageKnobs } from './knobs';
import { createDrainage, type DrainageState, type DrainRun, startDrains } from './state';
import { loadTotals, saveTotals } from './totals';

const KIND = 'drainage';
const VERSION = 2;

const doubles = ({ ground, drains, toldDepthM, edgeDepthM }: DrainRun) => [
  ground.depthM,
  ground.soakedM,
  drains.waterM3,
  drains.depthM,
  drains.flowM3PerS,
  toldDepthM,
  edgeDepthM,
];
const causes = ({ fullSaid, floodSaid, gallerySaid, busSaid, mainsCause }: DrainRun) => [
  fullSaid,
  floodSaid,
  gallerySaid,
  busSaid,
  mainsCause,
];

export function saveDrainage({ scene, knobs, totals, run }: DrainageState): Encoder {
  const out = new Encoder(KIND, VERSION).text(scene.hash);
  saveDrainageKnobs(knobs, out);
  saveTotals(totals, out);
  out.bool(run !== null);
  if (run === null) return out;
  for (const each of doubles(run)) out.float64s(each);
  for (const each of causes(run)) out.int32s(each);
  return out.uint8s(run.pumping).f64(run.stormFromS).bool(run.isAtRest);
}

export function loadDrainage(scene: CompiledScene, settings: RunSettings, saved: Uint8Array): DrainageState {
  const state = createDrainage(scene, settings);
  const from = new Decoder(saved, KIND, VERSION);
  const hash = from.text();
  if (hash !== scene.hash) throw new Error(`met drains saved in scene ${hash}, expected ${scene.hash}`);
  loadDrainageKnobs(state.knobs, from);
  loadTotals(state.totals, from);
  if (from.bool()) {
    const run = startDrains(scene);
    if (run === null) throw new Error('met saved drains, expected none in a scene without');
    for (const each of doubles(run)) from.float64s(each);
    for (const each of causes(run)) from.int32s(each);
    from.uint8s(run.pumping);
    run.stormFromS = from.f64();
    run.isAtRest = from.bool();
    state.run = run;
  }
  from.end();
  return state;
}
