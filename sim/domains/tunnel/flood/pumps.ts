/** Sump pumps run by their own floats: the first, then both, until the sump is nearly empty, as long as there is power. */
import { sumpLevels } from '../linkage/thresholds';

/** How many pumps run next; `running` did until now. Without power none does. */
export function pumpsWanted(waterM3: number, sumpM3: number, pumps: number, running: number): number {
  const share = sumpM3 > 0 ? waterM3 / sumpM3 : waterM3 > 0 ? 1 : 0;
  if (share <= sumpLevels.off) return 0;
  if (share >= sumpLevels.lagOn) return pumps;
  if (share >= sumpLevels.leadOn) return Math.max(running, Math.min(1, pumps));
  return running;
}
