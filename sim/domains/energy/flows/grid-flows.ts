import type { Consumers } from '../consumers/consumers';
import { eachGeneration, type SkyGear, type SkyShares } from '../consumers/generators';
import { SIGNAL_KW } from '../consumers/signal-batteries';
import type { GridRun } from '../grid/grid-run';
import { lossKw } from '../meters';
import type { Flows } from './flows';

export interface GridFlowsView {
  readonly power: GridRun;
  readonly consumers: Consumers;
  readonly sky: SkyShares;
  readonly added: SkyGear;
  readonly sitesKw: Float64Array;
  readonly homesKw: Float64Array;
  readonly sectionsKw: Float64Array;
  readonly boards: Int32Array;
  readonly pumpsKw: Float64Array;
}

/** What the grid above, the sky and fixed plants gave, and what lines lost and everything but stations drew. */
export function noteGrid({ kw, row, useOfBuilding }: Flows, view: GridFlowsView): void {
  const { power, consumers, sky, added, sitesKw, homesKw, sectionsKw, boards, pumpsKw } = view;
  const { grid, positions, flow, wantedKw, givenKw, skyShare } = power;
  const { buildingNode, siteNode, pumpNode, signals, generators, fixed, asked } = consumers;
  const isLive = (node: number) => node >= 0 && positions.live[grid.sections.ofNode[node]] === 1;
  const kwPerUnit = 1_000 * flow.circuit.baseMva;
  for (let i = 0; i < grid.supplyNode.length; i++) {
    const given = -flow.now.results.pTo[flow.circuit.firstSupplyRow + i] * kwPerUnit;
    if (given > 0) kw[row('grid', 'electricity')] += given;
    else kw[row('electricity', 'export')] -= given;
  }
  kw[row('electricity', 'lines')] += lossKw(power);
  let unsolvedKw = 0;
  let madeKw = 0;
  let otherKw = 0;
  for (let node = 0; node < grid.nodeCount; node++) {
    if (!isLive(node)) continue;
    if (flow.now.isLive[node] === 0) unsolvedKw += wantedKw[node] - givenKw[node];
    madeKw += fixed.madeKw[node];
    otherKw += fixed.kw[node] + fixed.madeKw[node];
  }
  // Galleries are told with what a scene fixes.
  for (let section = 0; section < boards.length; section++) if (isLive(boards[section])) otherKw += sectionsKw[section];
  kw[row('unsolved', 'electricity')] += unsolvedKw;
  kw[row('local-plant', 'electricity')] += madeKw;
  for (let pump = 0; pump < pumpsKw.length; pump++) if (isLive(pumpNode[pump])) otherKw += pumpsKw[pump];
  kw[row('electricity', 'other-loads')] += otherKw;
  const sun = row('sun', 'electricity');
  const wind = row('wind', 'electricity');
  eachGeneration(generators, sky, added, buildingNode, (node, given, isWind) => {
    if (isLive(node)) kw[isWind ? wind : sun] += skyShare[node] * given;
  });
  const firstUse = row('electricity', 'homes');
  const charging = row('electricity', 'charging');
  for (let building = 0; building < buildingNode.length; building++) {
    if (!isLive(buildingNode[building])) continue;
    kw[firstUse + useOfBuilding[building]] += asked.electricKw[building];
    // Below nothing where cars give back.
    if (homesKw.length > 0) kw[charging] += homesKw[building];
  }
  for (let site = 0; site < sitesKw.length; site++) if (isLive(siteNode[site])) kw[charging] += sitesKw[site];
  const signalRow = row('electricity', 'signals');
  for (let signal = 0; signal < signals.node.length; signal++)
    if (isLive(signals.node[signal])) kw[signalRow] += SIGNAL_KW;
}
