import { slotIn } from '../../scene/compile/element-tables';
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
    const alongM = nearestAlongM(within.path as readonly Point[], middleAt[2 * pipe], middleAt[2 * pipe + 1]);
    const section =
      within.sections.find((each) => alongM >= each.fromM && alongM < each.toM) ??
      within.sections[within.sections.length - 1];
    ofPipe[pipe] = slotIn(elements['gallery-section'], section.id);
  }
  return { ofPipe };
}

type Point = readonly [number, number];

/** How far along a line its nearest point to a place lies. */
function nearestAlongM(path: readonly Point[], x: number, y: number): number {
  let best = Number.POSITIVE_INFINITY;
  let bestAlongM = 0;
  let before = 0;
  for (let i = 1; i < path.length; i++) {
    const [ax, ay] = path[i - 1];
    const [dx, dy] = [path[i][0] - ax, path[i][1] - ay];
    const squared = dx * dx + dy * dy;
    const share = squared > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared)) : 0;
    const [offX, offY] = [x - ax - share * dx, y - ay - share * dy];
    const length = Math.sqrt(squared);
    if (offX * offX + offY * offY < best) {
      best = offX * offX + offY * offY;
      bestAlongM = before + share * length;
    }
    before += length;
  }
  return bestAlongM;
}
