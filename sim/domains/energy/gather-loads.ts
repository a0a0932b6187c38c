import { fleetOf } from './charging/step-homes';
import { stepSites } from './consumers/charging-alone';
import { eachGeneration, readSky, skyGear } from './consumers/generators';
import { SIGNAL_KW } from './consumers/signal-batteries';
import { askDemand, type DemandControls } from './demand';
import { addSections, findFeeds } from './galleries/boards';
import type { GridRun } from './grid/grid-run';
import { eventsNow } from './spells';
import type { EnergyState } from './state';
import { weatherAt } from './weather';

/** What everything but cars at home wants of each node, and what the sky gives there. */
export function gatherLoads(
  state: EnergyState,
  { grid, positions, wantedKw, wantedKvar, givenKw, skyKw }: GridRun,
  seconds: number,
  stepS: number,
  sitesKw: Float64Array,
  sectionsKw: Float64Array,
  pumpsKw: Float64Array,
): void {
  const { consumers, weather, weatherNow, sky, spells, overhead, knobs } = state;
  if (consumers === null || weather === null) return;
  weather.events = eventsNow(spells, seconds, overhead.overcast);
  weatherAt(weather, seconds, weatherNow);
  wantedKw.set(consumers.fixed.kw);
  wantedKvar.set(consumers.fixed.kvar);
  givenKw.fill(0);
  const { buildingNode, siteNode, pumpNode, signals, generators, demand, asked, controls } = consumers;
  followControls(state, controls, buildingNode);
  askDemand(demand, weatherNow, controls, stepS, asked);
  for (let building = 0; building < buildingNode.length; building++) {
    const node = buildingNode[building];
    if (node < 0) continue;
    wantedKw[node] += asked.electricKw[building];
    wantedKvar[node] += asked.reactiveKvar[building];
  }
  const alone = consumers.charging;
  if (alone !== null) stepSites(alone, fleetOf(knobs, alone.cars), weatherNow, stepS);
  const sites = alone?.sitesKw ?? sitesKw;
  for (let site = 0; site < sites.length; site++) if (siteNode[site] >= 0) wantedKw[siteNode[site]] += sites[site];
  for (let pump = 0; pump < pumpsKw.length; pump++) if (pumpNode[pump] >= 0) wantedKw[pumpNode[pump]] += pumpsKw[pump];
  for (let signal = 0; signal < signals.node.length; signal++) {
    if (signals.node[signal] >= 0) wantedKw[signals.node[signal]] += SIGNAL_KW;
  }
  if (sectionsKw.length > 0 && state.galleries !== null) {
    const { boards } = state.galleries;
    findFeeds(boards, (node) => positions.live[grid.sections.ofNode[node]] === 1, boards.now);
    addSections(boards.now, sectionsKw, wantedKw, wantedKvar);
  }
  readSky(weatherNow, sky);
  sky.south *= 1 - overhead.southCover;
  sky.eastWest *= 1 - overhead.eastWestCover;
  eachGeneration(generators, sky, skyGear(knobs), buildingNode, (node, kw) => {
    givenKw[node] += kw;
  });
  skyKw.set(givenKw);
}

function followControls({ knobs, controlRoom }: EnergyState, controls: DemandControls, buildingNode: Int32Array): void {
  const { curtailedShare, setPointOffsetK } = controls;
  controls.peakToValley = knobs['city.peak-valley-ratio'].values[0];
  controls.elasticity = knobs['city.price-elasticity'].values[0];
  const curtailed = knobs['building.curtailed'].values;
  const offset = knobs['building.set-point-offset'].values;
  const calledShare = knobs['city.called-share'].values[0];
  for (let building = 0; building < curtailed.length; building++) {
    const node = buildingNode[building];
    const called = node >= 0 && controlRoom?.isHolding[node] === 1 ? calledShare : 0;
    curtailedShare[building] = Math.max(called, Number.isNaN(curtailed[building]) ? 0 : curtailed[building]);
    setPointOffsetK[building] = Number.isNaN(offset[building]) ? 0 : offset[building];
  }
}
