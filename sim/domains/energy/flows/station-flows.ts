import { PUMP_EFFICIENCY } from '../../../networks/heat';
import type { FlowNode } from '../../../ports';
import type { Hub } from '../dispatch';
import { keptShare } from '../plants';
import type { StationsRun } from '../stations/stations-run';
import { isWarm, stationKw } from '../stations/step-stations';
import type { Flows } from './flows';

/** What the machines of every station took and gave, and what they hold or owe more than before. */
export function noteStations(flows: Flows, run: StationsRun, isLive: (node: number) => boolean, hours: number): void {
  const { kw, row, before } = flows;
  const { hub, roles, node, standing } = run;
  const level = levelsOf(flows, hub);
  for (let station = 0; station < roles.length; station++) {
    const {
      engines,
      boilers,
      heatPumps,
      bothWays,
      heatStores,
      absorption,
      chillers,
      coldStores,
      batteries,
      hotNode,
      warmNode,
    } = roles[station];
    // With one level only, whatever gives or takes heat does so there.
    const hot = hotNode < 0 ? null : level[hotNode];
    const warm = warmNode < 0 ? hot : level[warmNode];
    for (const b of engines) {
      kw[row('gas', 'engines')] += standing.gasKw[b];
      kw[row('engines', 'electricity')] += standing.outputKw[b];
      if (hot) kw[row('engines', hot)] += standing.heatKw[b];
      kw[row('engines', 'flue')] += standing.gasKw[b] - standing.outputKw[b] - (hot ? standing.heatKw[b] : 0);
    }
    for (const b of boilers) {
      kw[row('gas', 'boilers')] += standing.gasKw[b];
      if (hot) kw[row('boilers', hot)] += standing.outputKw[b];
      kw[row('boilers', 'flue')] += standing.gasKw[b] - (hot ? standing.outputKw[b] : 0);
    }
    let pumpedKw = 0;
    for (const b of heatPumps) {
      pumpedKw += standing.outputKw[b];
      const heatsKw = standing.electricKw[b] - standing.coldElectricKw[b];
      kw[row('electricity', 'heat-pumps')] += heatsKw;
      kw[row('ambient', 'heat-pumps')] += standing.outputKw[b] - heatsKw;
      if (warm) kw[row('heat-pumps', warm)] += standing.outputKw[b];
    }
    // Pumps that cool are chillers while they do.
    for (const b of bothWays) {
      kw[row('electricity', 'chillers')] += standing.coldElectricKw[b];
      kw[row('surroundings', 'chillers')] += standing.coldKw[b] - standing.coldElectricKw[b];
      kw[row('chillers', 'cooling')] += standing.coldKw[b];
    }
    for (const b of chillers) {
      kw[row('electricity', 'chillers')] += standing.electricKw[b];
      kw[row('surroundings', 'chillers')] += standing.outputKw[b] - standing.electricKw[b];
      kw[row('chillers', 'cooling')] += standing.outputKw[b];
    }
    for (const b of absorption) {
      if (hot) kw[row(hot, 'absorption')] += standing.heatInKw[b];
      kw[row('absorption', 'cooling')] += standing.outputKw[b];
      kw[row('absorption', 'rejected')] += standing.heatInKw[b] - standing.outputKw[b];
    }
    for (const b of batteries) noteStore(flows, run, b, 'battery', 'electricity', hours);
    for (const b of coldStores) noteStore(flows, run, b, 'cold-store', 'cooling', hours);
    if (hot) for (const b of heatStores) noteStore(flows, run, b, 'heat-store', hot, hours);

    const { drawnKw, givenKw } = stationKw(run, station);
    if (node[station] < 0 || !isLive(node[station])) kw[row('off-grid', 'electricity')] += drawnKw - givenKw;
    kw[row('owed', 'cooling')] += (standing.owedColdKwh[station] - before.owedColdKwh[station]) / hours;
    if (!hot) continue;
    kw[row('owed', hot)] += (standing.owedHeatKwh[station] - before.owedHeatKwh[station]) / hours;
    kw[row(hot, 'dumped')] += standing.dumpedKw[station];
    // Hot water brings the cooler loops what heat pumps do not.
    if (warm && warm !== hot) kw[row(hot, warm)] += warmNeedKw(run, station) - pumpedKw;
  }
}

function noteStore(
  { kw, row, before }: Flows,
  { hub, standing }: StationsRun,
  b: number,
  kind: 'battery' | 'heat-store' | 'cold-store',
  of: FlowNode,
  hours: number,
): void {
  const { store } = hub.banks[b];
  if (store === undefined) return;
  const charged = Math.max(0, standing.outputKw[b]);
  const discharged = Math.max(0, -standing.outputKw[b]);
  const moved = (1 - store.efficiency) * charged + (1 / store.efficiency - 1) * discharged;
  kw[row(of, kind)] += charged;
  kw[row(kind, of)] += discharged;
  kw[row(kind, 'store-losses')] += moved + (before.heldKwh[b] * (1 - keptShare(store, hours))) / hours;
  kw[row(kind, 'stock')] += (standing.heldKwh[b] - before.heldKwh[b]) / hours;
}

function warmNeedKw(run: StationsRun, station: number): number {
  let needKw = 0;
  for (const { carrier, supplyC, stationOf, net } of run.loops) {
    for (let source = 0; source < stationOf.length; source++) {
      if (stationOf[source] !== station || carrier === 'cooling' || !isWarm(run, station, supplyC)) continue;
      needKw += net.outputs.sourceW[source] / 1_000;
    }
  }
  return needKw;
}

/** Loops: what stations and pumps put into their water, what houses got, what went into the ground, what is left in it. */
export function noteLoops(
  flows: Flows,
  run: StationsRun,
  asked: LoopLoads,
  supply: LoopLoads,
  heldJ: HeldJ,
  hours: number,
): void {
  const { kw, row, before, useOfBuilding } = flows;
  const { hub, roles, loops } = run;
  const level = levelsOf(flows, hub);
  loops.forEach(({ carrier, supplyC, stationOf, net, buildings }, l) => {
    const isHeat = carrier === 'heat';
    const own: FlowNode = isHeat ? (flows.level.get(supplyC) as FlowNode) : 'cooling';
    for (let source = 0; source < stationOf.length; source++) {
      const station = stationOf[source];
      const { hotNode, warmNode } = roles[station];
      const pumpKw = net.outputs.pumpW[source] / 1_000;
      const inWaterKw = PUMP_EFFICIENCY * pumpKw;
      kw[row('electricity', 'pumps')] += pumpKw;
      kw[row('pumps', 'pump-losses')] += isHeat ? pumpKw - inWaterKw : pumpKw;
      if (!isHeat) {
        kw[row('cooling', 'pump-losses')] += inWaterKw;
        continue;
      }
      kw[row('pumps', own)] += inWaterKw;
      const from = isWarm(run, station, supplyC) ? level[warmNode] : level[hotNode];
      if (from !== own) kw[row(from, own)] += net.outputs.sourceW[source] / 1_000;
    }
    const firstUse = row(own, 'homes');
    const askedKw = isHeat ? asked.heat : asked.cooling;
    const share = isHeat ? supply.heat : supply.cooling;
    for (let i = 0; i < buildings.length; i++) {
      const building = buildings[i];
      kw[firstUse + useOfBuilding[building]] += askedKw[building] * share[building];
    }
    kw[row(own, 'pipe-losses')] += net.outputs.lostW / 1_000;
    kw[row(own, 'stock')] += (net.sense * (heldJ(l) - before.heldJ[l])) / 3.6e6 / hours;
  });
}

/** One number a building: kW asked for, or the share of it that came. */
export interface LoopLoads {
  readonly heat: Float64Array;
  readonly cooling: Float64Array;
}

type HeldJ = (loop: number) => number;

/** The name of each node of the hub that carries heat. */
function levelsOf(flows: Flows, hub: Hub): readonly FlowNode[] {
  if (flows.hubLevels?.of === hub) return flows.hubLevels.level;
  const level = hub.nodes.map(({ id }): FlowNode => {
    const end = id.slice(id.lastIndexOf('.') + 1);
    return `heat-${end === 'hot' ? 90 : end === 'warm' ? 45 : Number(end)}`;
  });
  flows.hubLevels = { of: hub, level };
  return level;
}
