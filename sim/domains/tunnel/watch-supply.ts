/** Hears who has power and who is heard, and says when a section has lost it and when it is back. */
import { FIRE_NONE } from './linkage/fire-linkage';
import { FLOOD_DRY } from './linkage/flood-linkage';
import { GAS_ALARM } from './linkage/gas-linkage';
import type { TunnelRun } from './state';

/** Detectors and their lines have batteries for so long (GB 51274 asks 60 min of the monitoring, from memory). */
export const BATTERY_S = 3_600;

export function watchSupply(
  { sections }: TunnelRun,
  supply: Float64Array,
  causes: Int32Array,
  stepS: number,
  tell: (code: 'tunnel.section-dark' | 'tunnel.section-lit', section: number, cause: number) => number,
): boolean {
  let changed = false;
  for (let s = 0; s < supply.length; s++) {
    const was = sections.supply[s];
    sections.supply[s] = supply[s];
    if (was !== supply[s]) changed = true;
    sections.darkS[s] = supply[s] > 0 ? 0 : sections.darkS[s] + stepS;
    if (was > 0 && supply[s] <= 0) sections.darkCause[s] = tell('tunnel.section-dark', s, causes[s]);
    else if (was <= 0 && supply[s] > 0) {
      tell('tunnel.section-lit', s, causes[s] > 0 ? causes[s] : sections.darkCause[s]);
      sections.darkCause[s] = 0;
    }
  }
  return changed;
}

/**
 * The city's walkers look into a section that is not heard once a shift. Ours; GB 51354-2019 leaves the round to the place.
 */
const ROUND_S = 8 * 3_600;

/** How long each section has not been heard; and whether a round has come by since and seen that something is wrong. */
export function watchPaths(
  { sections, gasLinkage, floodLinkage, fireLinkage }: TunnelRun,
  heard: Float64Array,
  stepS: number,
): void {
  const { pathLostS, roundSaw } = sections;
  for (let s = 0; s < heard.length; s++) {
    if (heard[s] > 0) {
      if (pathLostS[s] > 0) {
        pathLostS[s] = 0;
        roundSaw[s] = 0;
      }
      continue;
    }
    const before = pathLostS[s];
    pathLostS[s] = before + stepS;
    if (Math.floor(pathLostS[s] / ROUND_S) === Math.floor(before / ROUND_S)) continue;
    const isWrong =
      gasLinkage.state[s] >= GAS_ALARM ||
      floodLinkage.state[s] !== FLOOD_DRY ||
      floodLinkage.drowned[s] === 1 ||
      fireLinkage.state[s] !== FIRE_NONE;
    roundSaw[s] = isWrong ? 1 : 0;
  }
}

/** Whether people at the control centre know what a section's controller does. */
export function isKnown({ sections }: TunnelRun, section: number): boolean {
  return sections.pathLostS[section] === 0 || sections.roundSaw[section] === 1;
}

/**
 * Whether a section's own controller reads its detectors: it has power and is dry. It starts fans and shuts valves by
 * itself, with the control centre or without (GB 51274-2017 has the section's control unit work alone, from memory).
 */
export function isHeard({ sections, floodLinkage }: TunnelRun, section: number): boolean {
  return floodLinkage.drowned[section] === 0 && sections.darkS[section] < BATTERY_S;
}
