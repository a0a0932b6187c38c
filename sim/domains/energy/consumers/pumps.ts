/** Pumps of water and of drains are one list here: those of mains first. */
import type { CompiledScene } from '../../../scene/compiled';
import { nodeOfSlots } from './served-by';

export interface Pumps {
  readonly node: Int32Array;
  readonly kw: Float64Array;
  readonly supply: Float64Array;
  readonly ofWater: number;
}

export function createPumps(scene: CompiledScene): Pumps {
  const water = nodeOfSlots(scene, 'water-pump', scene.scene.water?.pumps ?? []);
  const drains = nodeOfSlots(scene, 'drain-pump', scene.scene.drainage?.pumps ?? []);
  const node = Int32Array.from([...water, ...drains]);
  return {
    node,
    kw: new Float64Array(node.length),
    supply: new Float64Array(node.length).fill(1),
    ofWater: water.length,
  };
}

export function hearPumps({ kw, ofWater }: Pumps, water: Float64Array, drains: Float64Array): Float64Array {
  kw.set(water);
  kw.set(drains, ofWater);
  return kw;
}

export function tellPumps({ supply, ofWater }: Pumps, water: Float64Array, drains: Float64Array): void {
  for (let j = 0; j < supply.length; j++) {
    if (j < ofWater) water[j] = supply[j];
    else drains[j - ofWater] = supply[j];
  }
}
