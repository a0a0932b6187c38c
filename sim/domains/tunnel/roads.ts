/** The road above a section that leaks, burns or spills is shut and cleared, and free again when that is over. */
import { capacityM3 } from './flood/pool';
import { FIRE_ALARM, FIRE_OUT } from './linkage/fire-linkage';
import { GAS_ALARM, GAS_PURGED } from './linkage/gas-linkage';
import type { TunnelRun } from './state';
import { isKnown } from './watch-supply';

const FULL = 0.95;

/** Whether and because of what: 0 nothing. */
function reason(run: TunnelRun, s: number): number {
  const { gasLinkage, fireLinkage, flood, plan } = run;
  const knows = isKnown(run, s);
  const gas = gasLinkage.state[s];
  if (knows && gas >= GAS_ALARM && gas < GAS_PURGED) return gasLinkage.alarmCause[s];
  const fire = fireLinkage.state[s];
  if (knows && fire >= FIRE_ALARM && fire <= FIRE_OUT) return fireLinkage.cause[s];
  // Full to the grilles: what comes in comes up.
  const isFull = flood.overM3[s] > 0 && flood.waterM3[s] > FULL * capacityM3(plan.flood.basins[s]);
  return isFull ? -1 : 0;
}

/** Says whether something has changed, so that the ports are to be written anew. */
export function watchRoads(
  run: TunnelRun,
  tell: (
    code: 'tunnel.road-shut' | 'tunnel.road-free' | 'tunnel.water-on-road',
    section: number,
    cause: number,
  ) => number,
): boolean {
  const { sections, floodLinkage } = run;
  let changed = false;
  for (let s = 0; s < sections.roadShut.length; s++) {
    if (sections.isActive[s] === 0 && sections.roadShut[s] === 0) continue;
    const because = reason(run, s);
    if (because !== 0 && sections.roadShut[s] === 0) {
      const cause = because > 0 ? because : tell('tunnel.water-on-road', s, floodLinkage.cause[s]);
      sections.roadShut[s] = tell('tunnel.road-shut', s, cause);
      changed = true;
    } else if (because === 0 && sections.roadShut[s] !== 0) {
      tell('tunnel.road-free', s, sections.roadShut[s]);
      sections.roadShut[s] = 0;
      changed = true;
    }
  }
  return changed;
}

export function tellRoads({ plan, sections }: TunnelRun, hazard: Float64Array, causes: Int32Array): void {
  const { start, edge } = plan.roads;
  hazard.fill(0);
  causes.fill(0);
  for (let s = 0; s < sections.roadShut.length; s++) {
    if (sections.roadShut[s] === 0) continue;
    for (let k = start[s]; k < start[s + 1]; k++) {
      hazard[edge[k]] = 1;
      causes[edge[k]] = sections.roadShut[s];
    }
  }
}
