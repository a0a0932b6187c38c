import { canonicalHash } from '../canonical';
import type { CompiledScene } from '../compiled';
import type { Scene } from '../schema/scene';
import { tabulate } from './element-tables';
import { compileRoads } from './roads';
import { compileTerrain } from './terrain';

/** A scene that reading accepted, as an engine wants it: names to slots, roads to arrays, ground to a function. */
export function compileScene(scene: Scene): CompiledScene {
  const elements = tabulate(scene);
  return {
    id: scene.manifest.id,
    hash: canonicalHash(scene),
    scene,
    elements,
    roads: compileRoads(scene.roads, elements),
    terrain: compileTerrain(scene.terrain),
  };
}
