/** The cables of each section that has any, as the model of cables in a tunnel wants them, and whose current each carries. */
import {
  type BranchCable,
  type CableSection,
  cableOfBranch,
  createCableSection,
  mediumVoltageDesigns,
} from '../../../networks/cables';
import type { CompiledScene } from '../../../scene/compiled';
import { contentKinds, type Galleries } from '../galleries';

export interface CableRows {
  /** Of each section; null where no cable runs. */
  readonly sections: readonly (CableSection | null)[];
  /** Branch of each cable of a section, and in how many equal cables its current is shared. */
  readonly branch: readonly Int32Array[];
  readonly parallel: readonly Float64Array[];
  /** Rated current of a branch in A, 0 where the scene gives none. */
  readonly ratedA: Float64Array;
}

/** EN ISO 13370: clay or silt; Electra 143 takes 1.0 K·m/W for soil that is neither wet nor dry. */
const SOIL_KM_PER_W = 1;
const SOIL_J_PER_M3_K = 2e6;
/** Where a branch is no cable of the catalogue, the largest of 10 kV stands for it. */
const largest = mediumVoltageDesigns[mediumVoltageDesigns.length - 1];

export function layCables(
  { scene, elements }: CompiledScene,
  { sections, contents }: Galleries,
  depthM: (section: number) => number,
  groundC: number,
): CableRows {
  const branchKind = contentKinds.indexOf('branch');
  const nominalKv = new Map((scene.electricity?.buses ?? []).map(({ id, kilovolts: kv }) => [id, kv]));
  const cables: (BranchCable | undefined)[] = [];
  const ratedA = new Float64Array(elements.branch.count);
  for (const { id, from, ratingA } of scene.electricity?.branches ?? []) {
    const slot = elements.branch.slotOf(id) as number;
    ratedA[slot] = ratingA;
    cables[slot] = cableOfBranch(nominalKv.get(from) ?? 10, ratedA[slot]);
  }
  const branch: Int32Array[] = [];
  const parallel: Float64Array[] = [];
  const laid = Array.from({ length: sections.count }, (_, s) => {
    const here = new Set<number>();
    for (let k = contents.sectionStart[s]; k < contents.sectionStart[s + 1]; k++) {
      if (contents.kind[k] === branchKind && contents.slot[k] >= 0) here.add(contents.slot[k]);
    }
    const slots = [...here].sort((a, b) => (elements.branch.ids[a] < elements.branch.ids[b] ? -1 : 1));
    branch.push(Int32Array.from(slots));
    parallel.push(Float64Array.from(slots, (slot) => cables[slot]?.parallel ?? 1));
    if (slots.length === 0) return null;
    const bore = {
      diameterM: sections.hydraulicDiameterM[s],
      areaM2: sections.areaM2[s],
      depthM: depthM(s),
      soilKmPerW: SOIL_KM_PER_W,
      soilC: groundC,
      soilJPerM3K: SOIL_J_PER_M3_K,
    };
    const rows = slots.map(
      (slot) => cables[slot] ?? ({ design: largest, formation: 'one', bonding: 'both-ends', spacingMm: 80 } as const),
    );
    return createCableSection(bore, rows, groundC);
  });
  return { sections: laid, branch, parallel, ratedA };
}
