import { canonicalHash } from '../canonical';
import type { CompiledScene, LaidScene } from '../compiled';
import type { Scene } from '../schema/scene';
import { tabulate } from './element-tables';
import { compileRoads, layRoads } from './roads';
import { compileTerrain } from './terrain';

/** A scene that reading accepted, as an engine wants it: names to slots, roads to arrays, ground to a function. */
export function compileScene(scene: Scene): CompiledScene {
  const elements = tabulate(scene);
  return { ...laid(scene, elements), hash: canonicalHash(scene), roads: compileRoads(scene.roads, elements) };
}

/** The same for whoever only draws it, and needs neither its hash nor who gives way to whom. */
export function layScene(scene: Scene): LaidScene {
  const elements = tabulate(scene);
  return { ...laid(scene, elements), roads: layRoads(scene.roads, elements) };
}

function laid(scene: Scene, elements: LaidScene['elements']) {
  return { id: scene.manifest.id, scene, elements, terrain: compileTerrain(scene.terrain) };
}
