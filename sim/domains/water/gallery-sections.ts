import { slotIn } from '../../scene/compile/element-tables';
import { nearestAlongM } from '../../scene/compile/gallery-runs';
import type { CompiledScene } from '../../scene/compiled';

/** The section of a gallery that the middle of each main lies in; −1 for one in the ground. */
export interface GallerySections {
  readonly ofPipe: Int32Array;
}

export function gallerySections({ scene, elements }: CompiledScene, middleAt: Float64Array): GallerySections {
  const ofPipe = new Int32Array(elements['water-pipe'].count).fill(-1);
  const compartments = new Map(
    (scene.galleries?.galleries ?? []).flatMap(({ path, compartments: all }) =>
      all.map((each) => [each.id, { path, sections: each.sections }] as const),
    ),
  );
  for (const { id, compartment } of scene.water?.pipes ?? []) {
    const within = compartment === undefined ? undefined : compartments.get(compartment);
    if (within === undefined) continue;
    const pipe = slotIn(elements['water-pipe'], id);
    const alongM = nearestAlongM(within.path, [middleAt[2 * pipe], middleAt[2 * pipe + 1]]);
    const section =
      within.sections.find((each) => alongM >= each.fromM && alongM < each.toM) ??
      within.sections[within.sections.length - 1];
    ofPipe[pipe] = slotIn(elements['gallery-section'], section.id);
  }
  return { ofPipe };
}
