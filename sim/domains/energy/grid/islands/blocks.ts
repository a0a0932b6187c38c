import { GRID_KILOVOLTS, type Grid } from '../grid';
import { conducts, type Positions } from '../positions';

/** Sections that no machine can part from one another: an island takes on all of one, or nothing. */
export interface Block {
  readonly sections: readonly number[];
  /** No fault hangs on it, it is dead, and it is distribution: nobody feeds the grid above through a transformer. */
  readonly isFit: boolean;
  /** Wanted less what the sky would give, and whether somebody may not go without. */
  readonly netKw: number;
  readonly netKvar: number;
  readonly isVital: boolean;
  /** Closed links that machines can open, and what lies beyond each. */
  readonly edges: readonly { readonly link: number; readonly beyond: number }[];
}

export interface BlockView {
  readonly grid: Grid;
  readonly positions: Positions;
  /** By section. */
  readonly netKw: Float64Array;
  readonly netKvar: Float64Array;
  readonly isVital: Uint8Array;
  readonly isHigh: Uint8Array;
}

/** Sections of 35 kV and more. */
export function highSections({ sections, nodeKilovolts, nodeCount }: Grid): Uint8Array {
  const isHigh = new Uint8Array(sections.count);
  for (let node = 0; node < nodeCount; node++) {
    if (nodeKilovolts[node] >= GRID_KILOVOLTS) isHigh[sections.ofNode[node]] = 1;
  }
  return isHigh;
}

export function blockAt({ grid, positions, netKw, netKvar, isVital, isHigh }: BlockView, start: number): Block {
  const { linkStart, linkAt, linkLeadsTo } = grid.sections;
  const { live, faulty } = positions;
  const members = [start];
  const seen = new Set(members);
  const edges: { link: number; beyond: number }[] = [];
  let isFit = true;
  let kw = 0;
  let kvar = 0;
  let vital = false;
  for (const section of members) {
    if (live[section] === 1 || faulty[section] === 1 || isHigh[section] === 1) isFit = false;
    kw += netKw[section];
    kvar += netKvar[section];
    vital ||= isVital[section] === 1;
    for (let k = linkStart[section]; k < linkStart[section + 1]; k++) {
      const link = linkAt[k];
      if (!conducts(grid, positions, link)) continue;
      const beyond = linkLeadsTo[k];
      if (grid.linkAutomatic[link] === 1) edges.push({ link, beyond });
      else if (!seen.has(beyond)) {
        seen.add(beyond);
        members.push(beyond);
      }
    }
  }
  return { sections: members, isFit, netKw: kw, netKvar: kvar, isVital: vital, edges };
}
