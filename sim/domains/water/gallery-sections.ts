import { slotIn } from '../../scene/compile/element-tables';
import { sectionAt } from '../../scene/compile/line-places';
import type { CompiledScene } from '../../scene/compiled';

/** The section of a gallery that the middle of each main lies in; −1 for one in the ground. */
export interface GallerySections {
  readonly ofPipe: Int32Array;
}

export function gallerySections(scene: CompiledScene, middleAt: Float64Array): GallerySections {
  const table = scene.elements['water-pipe'];
  const ofPipe = new Int32Array(table.count).fill(-1);
  for (const { id, compartment } of scene.scene.water?.pipes ?? []) {
    if (compartment === undefined) continue;
    const pipe = slotIn(table, id);
    ofPipe[pipe] = sectionAt(scene, compartment, [middleAt[2 * pipe], middleAt[2 * pipe + 1]]);
  }
  return { ofPipe };
}
