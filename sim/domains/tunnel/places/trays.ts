/** Cables of a section on trays: what burns there, and which branches are lost with which tray. */
import type { CompiledScene } from '../../../scene/compiled';
import { ordinaryTray, type TrayPlan } from '../fire';
import { contentKinds, type Galleries } from '../galleries';

export interface Trays {
  /** Of each section; none where no cable runs. */
  readonly ofSection: readonly (readonly TrayPlan[])[];
  /** Branch slots by section and tray. */
  readonly branches: readonly (readonly (readonly number[])[])[];
}

/** Trays of 4 circuits, one above the other on both walls: lowest 0.5 m over the floor, 0.3 m apart (GB 50838 5.3: ≥ 0.25 m for 10 kV, from memory). */
const CIRCUITS = 4;
const LOWEST_M = 0.5;
const APART_M = 0.3;
const BELOW_ROOF_M = 0.3;
/** A circuit of 10 kV is one cable of three cores. */
const CABLES_PER_CIRCUIT = 1;

export function layTrays({ elements }: CompiledScene, { sections, contents }: Galleries): Trays {
  const branchKind = contentKinds.indexOf('branch');
  const ofSection: TrayPlan[][] = [];
  const branches: number[][][] = [];
  for (let s = 0; s < sections.count; s++) {
    const here = new Set<number>();
    for (let k = contents.sectionStart[s]; k < contents.sectionStart[s + 1]; k++) {
      if (contents.kind[k] === branchKind && contents.slot[k] >= 0) here.add(contents.slot[k]);
    }
    const circuits = [...here].sort((a, b) => (elements.branch.ids[a] < elements.branch.ids[b] ? -1 : 1));
    const levels = Math.max(1, Math.floor((sections.heightM[s] - BELOW_ROOF_M - LOWEST_M) / APART_M) + 1);
    const places = Math.min(2 * levels, Math.ceil(circuits.length / CIRCUITS));
    const each = Math.ceil(circuits.length / Math.max(1, places));
    const groups = Array.from({ length: places }, (_, k) => circuits.slice(k * each, (k + 1) * each));
    branches.push(groups);
    ofSection.push(
      groups.map((group, k) => {
        const level = Math.floor(k / 2);
        return ordinaryTray(LOWEST_M + level * APART_M, k % 2 === 0 ? -1 : 1, group.length * CABLES_PER_CIRCUIT);
      }),
    );
  }
  return { ofSection, branches };
}
