/** What the fans, dampers and doors of each section are asked for, by its linkages and its neighbours'. */
import { ACCIDENT, askFans, breakFan, NORMAL, STOPPED, setNormalShare, setShaft, supplyFans } from './air';
import { EXHAUST, INLET } from './galleries';
import { FIRE_EXHAUST, keepsShut } from './linkage/fire-linkage';
import { FLOOD_DEAD } from './linkage/flood-linkage';
import { GAS_ALARM } from './linkage/gas-linkage';
import type { TunnelRun } from './state';

/** Share of a section's low-voltage power that is there: the grid's, unless water has switched it off or drowned it. */
export function powerOf({ sections, floodLinkage }: TunnelRun, section: number): number {
  if (floodLinkage.drowned[section] === 1 || floodLinkage.state[section] === FLOOD_DEAD) return 0;
  return sections.supply[section];
}

export function fanModeOf(run: TunnelRun, section: number): number {
  const { before, after } = run.plan.galleries.sections;
  const { state: fire } = run.fireLinkage;
  const { state: gas } = run.gasLinkage;
  let mode = NORMAL;
  for (const near of [section, before[section], after[section]]) {
    if (near < 0) continue;
    // A fire anywhere near outdoes everything else.
    if (keepsShut(fire[near])) return STOPPED;
    if (gas[near] >= GAS_ALARM) mode = ACCIDENT;
  }
  return fire[section] === FIRE_EXHAUST ? ACCIDENT : mode;
}

export function ventilate(run: TunnelRun, ventilation: Float64Array, fansOut: Float64Array): void {
  const { air, plan, scratch } = run;
  const { sections, fans, shafts } = plan.galleries;
  for (let s = 0; s < sections.count; s++) {
    const mode = fanModeOf(run, s);
    askFans(air, s, mode);
    supplyFans(air, s, powerOf(run, s));
    // Set lower while nothing is wrong.
    setNormalShare(air, s, Number.isNaN(ventilation[s]) ? 1 : ventilation[s]);
  }
  scratch.fans.fill(0);
  for (let f = 0; f < fans.count; f++) {
    // Of a section's fans the first so many, by the share that is broken.
    const s = fans.section[f];
    const broken = fansOut[s] > 0 ? Math.round(fansOut[s] * plan.fanCount[s]) : 0;
    breakFan(air, f, scratch.fans[s]++ >= broken);
  }
  for (let h = 0; h < shafts.count; h++) {
    if (shafts.kind[h] !== INLET && shafts.kind[h] !== EXHAUST) continue;
    setShaft(air, h, air.mode[shafts.section[h]] === STOPPED && shafts.hasDamper[h] === 1 ? 0 : 1);
  }
}
