/**
 * Of all that users take, what passes a meter that is heard in that moment. Users are houses, chargers, signals and other
 * fixed loads, each with what is handed over to it (final energy: electricity, heat, cold and gas count a kWh for a kWh);
 * what stations take to make heat, cold and power of is on its way and counts once, with whoever gets it.
 */
import type { Consumers } from '../consumers/consumers';
import type { GridRun } from '../grid/grid-run';
import type { StationsRun } from '../stations/stations-run';
import { stationKw } from '../stations/step-stations';
import type { Totals } from '../totals';
import { listen, listenTo, type Monitoring } from './heard';

export interface MonitoringView {
  readonly power: GridRun;
  readonly consumers: Consumers;
  readonly stations: StationsRun | null;
  /** What cars draw, by site and by building. */
  readonly sitesKw: Float64Array;
  readonly homesKw: Float64Array;
  /** By sensor, as telecom says it; null where it takes no part. */
  readonly sensorHeard: Float64Array | null;
}

export function meterMonitoring(monitoring: Monitoring, view: MonitoringView, totals: Totals, hours: number): void {
  const { grid, positions } = view.power;
  const isLive = (node: number) => positions.live[grid.sections.ofNode[node]] === 1;
  if (view.sensorHeard === null) listen(monitoring, isLive);
  else listenTo(monitoring, view.sensorHeard);
  meterElectricity(monitoring, view, isLive, totals, hours);
  if (view.stations === null) return;
  meterLoops(monitoring, view.consumers, view.stations, totals, hours);
  const { asked, supply, plan } = view.consumers;
  const { building: ofHouse, 'gas-node': ofNode } = monitoring.seen;
  for (let building = 0; building < asked.gasKw.length; building++) {
    const kwh = asked.gasKw[building] * supply.gas[building] * hours;
    totals.usedGasKwh += kwh;
    const node = plan.gasNode[building];
    if (ofHouse[building] === 1 || (node >= 0 && ofNode[node] === 1)) totals.seenGasKwh += kwh;
  }
}

function meterElectricity(
  { seen }: Monitoring,
  { power, consumers, stations, sitesKw, homesKw }: MonitoringView,
  isLive: (node: number) => boolean,
  totals: Totals,
  hours: number,
): void {
  const { grid, wantedKw } = power;
  const { fixed, asked, buildingNode, siteNode } = consumers;
  const { bus, building: ofHouse, 'charging-site': ofSite } = seen;
  let used = 0;
  let watched = 0;
  for (let node = 0; node < grid.nodeCount; node++) {
    if (!isLive(node)) continue;
    const kw = wantedKw[node] + fixed.madeKw[node];
    used += kw;
    if (bus[node] === 1) watched += kw;
  }
  if (stations !== null) {
    for (let station = 0; station < stations.node.length; station++) {
      const node = stations.node[station];
      if (node < 0 || !isLive(node)) continue;
      const { drawnKw } = stationKw(stations, station);
      used -= drawnKw;
      if (bus[node] === 1) watched -= drawnKw;
    }
  }
  // Houses and sites with meters of their own, on boards without one.
  for (let house = 0; house < buildingNode.length; house++) {
    const node = buildingNode[house];
    if (ofHouse[house] === 0 || node < 0 || bus[node] === 1 || !isLive(node)) continue;
    watched += asked.electricKw[house] + (homesKw.length > 0 ? homesKw[house] : 0);
  }
  for (let site = 0; site < sitesKw.length; site++) {
    const node = siteNode[site];
    if (ofSite[site] === 1 && node >= 0 && bus[node] === 0 && isLive(node)) watched += sitesKw[site];
  }
  totals.usedElectricKwh += used * hours;
  totals.seenElectricKwh += watched * hours;
}

function meterLoops(
  { seen }: Monitoring,
  { asked, supply, plan }: Consumers,
  { loops }: StationsRun,
  totals: Totals,
  hours: number,
): void {
  for (let l = 0; l < loops.length; l++) {
    const { carrier, buildings } = loops[l];
    const isHeat = carrier === 'heat';
    const kw = isHeat ? asked.heatKw : asked.coolingKw;
    const share = isHeat ? supply.heat : supply.cooling;
    const nodeOf = isHeat ? plan.heatNode : plan.coolingNode;
    const ofNode = seen[isHeat ? 'heat-node' : 'cooling-node'];
    let used = 0;
    let watched = 0;
    for (let i = 0; i < buildings.length; i++) {
      const building = buildings[i];
      const taken = kw[building] * share[building];
      used += taken;
      if (seen.building[building] === 1 || ofNode[nodeOf[building]] === 1) watched += taken;
    }
    totals[isHeat ? 'usedHeatKwh' : 'usedColdKwh'] += used * hours;
    totals[isHeat ? 'seenHeatKwh' : 'seenColdKwh'] += watched * hours;
  }
}
