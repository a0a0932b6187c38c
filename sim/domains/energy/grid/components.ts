import { BOTH_ENDS, BREAKER, SWITCH } from './gear';
import type { Grid } from './grid';
import { conducts, type Positions } from './positions';

/** Sections without supply that hang together, and how they could get one. A battery that holds them up is none. */
export interface DeadComponent {
  readonly sections: readonly number[];
  /** Whether a fault still hangs on it: then nobody may give it voltage. */
  readonly onFault: boolean;
  /** Open links that lead from it to a section with supply. */
  readonly entries: readonly number[];
  /** Closed links within it that somebody could open. */
  readonly inner: readonly number[];
}

export function deadComponents(grid: Grid, positions: Positions): DeadComponent[] {
  const { sections, linkGear } = grid;
  const { onGrid, faulty, open, linkOut } = positions;
  const seen = new Uint8Array(sections.count);
  const components: DeadComponent[] = [];
  for (let start = 0; start < sections.count; start++) {
    if (seen[start] === 1 || onGrid[start] === 1 || faulty[start] === 1) continue;
    const members = [start];
    const entries: number[] = [];
    const inner = new Set<number>();
    let onFault = false;
    seen[start] = 1;
    for (const section of members) {
      for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
        const link = sections.linkAt[k];
        const other = sections.linkLeadsTo[k];
        if (open[link] === 1) {
          if (onGrid[other] === 1 && (linkGear[link] !== BOTH_ENDS || linkOut[link] === 0)) entries.push(link);
        } else if (conducts(grid, positions, link)) {
          if (faulty[other] === 1) {
            onFault = true;
            continue;
          }
          if (linkGear[link] === BREAKER || linkGear[link] === SWITCH) inner.add(link);
          if (seen[other] === 0) {
            seen[other] = 1;
            members.push(other);
          }
        }
      }
    }
    components.push({ sections: members, onFault, entries, inner: [...inner] });
  }
  return components;
}
