/** Islands with what was planned for each, kept while an island stays what it is. */
import { findIslands, type Island } from './islands';
import type { PowerNetwork } from './network';
import type { NewtonIsland } from './newton';
import type { SweepIsland } from './sweep';

export interface Part {
  readonly island: Island;
  newton?: NewtonIsland;
  newtonIsFilled: boolean;
  /** null: looked at, and the sweep cannot. */
  sweep?: SweepIsland | null;
  sweepIsFilled: boolean;
}

/** Islands as they are now, with what was planned for them before as far as it still serves. */
export function findParts(network: PowerNetwork, before: readonly Part[], keepsPatterns: boolean): Part[] {
  return findIslands(network).islands.map((island) => {
    const part: Part = { island, newtonIsFilled: false, sweepIsFilled: false };
    const olds = before.filter((old) => isSame(old.island.buses, island.buses));
    const same = olds.find((old) => isSame(old.island.branches, island.branches));
    // A plan may have served another state of the same island since: it is filled anew.
    if (same !== undefined) return { ...same, island, newtonIsFilled: false, sweepIsFilled: false };
    const hasRoom = (old: Part) => old.newton !== undefined && isWithin(island.branches, old.newton.branches);
    if (keepsPatterns) part.newton = olds.find(hasRoom)?.newton;
    return part;
  });
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** Both ascending. */
function isWithin(few: Int32Array, many: Int32Array): boolean {
  let k = 0;
  for (let i = 0; i < few.length; i++) {
    while (k < many.length && many[k] < few[i]) k++;
    if (k === many.length || many[k] !== few[i]) return false;
  }
  return true;
}
