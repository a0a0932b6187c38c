import { type CompiledScene, compileScene, readScene } from '../../sim/scene';
import { asText, goodScene } from '../scene/good-scene';

let compiled: CompiledScene | undefined;

/** The crossroads of the scene tests: eight edges of one lane, two gates. */
export function smallCity(): CompiledScene {
  if (compiled === undefined) {
    const scene = readScene(asText(goodScene()));
    if (!scene.ok) throw new Error(JSON.stringify(scene.problems.slice(0, 3)));
    compiled = compileScene(scene.value);
  }
  return compiled;
}
