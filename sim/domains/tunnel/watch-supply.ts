/** Hears who has power, and says when a section has lost it and when it is back. */
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

/** Whether the control centre hears a section's detectors. */
export function isHeard({ sections, floodLinkage }: TunnelRun, section: number): boolean {
  return floodLinkage.drowned[section] === 0 && sections.darkS[section] < BATTERY_S;
}
