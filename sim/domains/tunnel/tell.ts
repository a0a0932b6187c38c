/** What other parts of the city are told of galleries besides gas and roads: power that they draw, water mains to shut, help. */
import { WATCH_KW } from './air/figures';
import { FIRE_ALARM, FIRE_OUT } from './linkage/fire-linkage';
import { FLOOD_SHUT } from './linkage/flood-linkage';
import type { TunnelRun } from './state';
import type { TunnelStep } from './tunnel-step';
import { powerOf } from './ventilate';
import { isKnown } from './watch-supply';

export function tellDemand(run: TunnelRun, { sectionDemandKw }: TunnelStep): void {
  const { air, flood, plan, sections } = run;
  for (let s = 0; s < sectionDemandKw.length; s++) {
    // What is asked for is there to be served or not; a section that is dark asks for what it would run.
    const power = powerOf(run, s);
    const drawn = air.fanKw[s] + flood.running[s] * plan.pumpKw[s] + WATCH_KW;
    if (power > 0) sections.demandKw[s] = drawn;
    sectionDemandKw[s] = sections.demandKw[s];
  }
}

export function tellWater({ plan, floodLinkage }: TunnelRun, step: TunnelStep): void {
  const { waterShut, waterShutCause, sectionFlooded, sectionFloodedCause } = step;
  const { waterStart, waterPipe } = plan;
  waterShut.fill(0);
  waterShutCause.fill(0);
  sectionFlooded.fill(0);
  sectionFloodedCause.fill(0);
  for (let s = 0; s + 1 < waterStart.length; s++) {
    if (floodLinkage.state[s] < FLOOD_SHUT) continue;
    sectionFlooded[s] = 1;
    sectionFloodedCause[s] = floodLinkage.cause[s];
    for (let k = waterStart[s]; k < waterStart[s + 1]; k++) {
      waterShut[waterPipe[k]] = 1;
      waterShutCause[waterPipe[k]] = floodLinkage.cause[s];
    }
  }
}

/** Two engines go to a fire in a tunnel, as to any fire in a building (GB 50313 leaves it to the place; ours). */
const ENGINES = 2;

export function tellFire(run: TunnelRun, { fireCall, fireCallCause }: TunnelStep): void {
  const { plan, fireLinkage } = run;
  const { access } = plan.roads;
  fireCall.fill(0);
  fireCallCause.fill(0);
  for (let s = 0; s < access.length; s++) {
    if (fireLinkage.state[s] < FIRE_ALARM || fireLinkage.state[s] > FIRE_OUT || access[s] < 0 || !isKnown(run, s))
      continue;
    fireCall[access[s]] = ENGINES;
    fireCallCause[access[s]] = fireLinkage.cause[s];
  }
}

/** Cables that have burnt through, and those that firefighters have had switched off. */
export function tellCables({ lostCable, sections, plan }: TunnelRun, { cableLost, lostCause }: TunnelStep): void {
  for (let branch = 0; branch < cableLost.length; branch++) {
    cableLost[branch] = lostCable.cause[branch] === 0 ? 0 : 1;
    lostCause[branch] = lostCable.cause[branch];
  }
  for (let s = 0; s < sections.cablesOff.length; s++) {
    if (sections.cablesOff[s] === 0) continue;
    for (const group of plan.trays.branches[s]) {
      for (const branch of group) {
        if (cableLost[branch] === 1) continue;
        cableLost[branch] = 1;
        lostCause[branch] = sections.cablesOff[s];
      }
    }
  }
}

export function tellFibres({ sections }: TunnelRun, { fibreLost, fibreCause }: TunnelStep): void {
  for (let s = 0; s < fibreLost.length; s++) fibreLost[s] = sections.fibreLost[s] === 0 ? 0 : 1;
  fibreCause.set(sections.fibreLost);
}
