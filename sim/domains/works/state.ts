import { streamOf } from '../../kernel';
import type { RunSettings } from '../../ports';
import { type BuriedLines, buriedLines, lineKinds } from '../../scene/compile/buried-lines';
import type { CompiledScene } from '../../scene/compiled';
import type { GallerySum } from './galleries';
import { createWorksKnobs, type WorksKnobs } from './knobs';

/** Works in the streets of a running city; without a run where no line is known to lie in any street. */
export interface WorksState {
  readonly scene: CompiledScene;
  readonly settings: RunSettings;
  readonly knobs: WorksKnobs;
  readonly run: WorksRun | null;
}

export interface WorksRun {
  readonly lines: BuriedLines;
  /** By site (road · kinds + kind): the word that names it to luck. */
  readonly key: Uint32Array;
  /** By site: the happening that dug it up plus one, 0 where nothing is dug up; and the edge that is. */
  readonly open: Int32Array;
  readonly openEdge: Int32Array;
  /** By road: the happening that opened the trench of a gallery plus one, 0 where there is none. */
  readonly trench: Int32Array;
  /** By edge: the happening that opened a pit to mend something plus one, 0 where there is none. */
  readonly pit: Int32Array;
  /** The day whose works these are, −1 before the first. */
  readonly at: { day: number; freedMu: number; siteDays: number };
  /** Follows from the rest. */
  readonly derived: { isDue: boolean; sum: GallerySum };
}

export const nothingBuilt: GallerySum = { lengthKm: 0, capexYuan: 0, netYuan: 0, worksDaysPerYear: 0 };

export function createWorks(scene: CompiledScene, settings: RunSettings): WorksState {
  const lines = buriedLines(scene);
  const isAny = lines.buriedM.some((metres) => metres > 0);
  return { scene, settings, knobs: createWorksKnobs(scene), run: isAny ? startRun(scene, lines) : null };
}

function startRun({ elements }: CompiledScene, lines: BuriedLines): WorksRun {
  const sites = lines.roadCount * lineKinds.length;
  return {
    lines,
    key: Uint32Array.from({ length: sites }, (_, site) => {
      const road = Math.floor(site / lineKinds.length);
      return streamOf(`${elements.edge.ids[lines.firstEdge[road]]} ${lineKinds[site % lineKinds.length]}`);
    }),
    open: new Int32Array(sites),
    openEdge: new Int32Array(sites).fill(-1),
    trench: new Int32Array(lines.roadCount),
    pit: new Int32Array(elements.edge.count),
    at: { day: -1, freedMu: 0, siteDays: 0 },
    derived: { isDue: true, sum: nothingBuilt },
  };
}
