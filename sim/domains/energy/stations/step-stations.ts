import type { Consumers } from '../consumers/consumers';
import { supplyCOf } from '../dispatch/hub';
import { groundAt, type Weather, type WeatherNow } from '../weather';
import { capacitiesOf, type FollowView, followStation, type PlanStep, type StationNeed, standStill } from './follow';
import { askLoop, PIPE_DEPTH_M, stepLoop, tellHouses } from './loops';
import { coolingCopOf, copOf } from './machines';
import type { MainsStep } from './main-breaks';
import type { StationsRun } from './stations-run';
import { BOREHOLE_DEPTH_M } from './surroundings';

export interface StationsStep {
  readonly seconds: number;
  readonly stepS: number;
  readonly weather: Weather;
  readonly weatherNow: WeatherNow;
  readonly consumers: Consumers;
  /** Share of its power that each building has. */
  readonly powered: Float64Array;
  readonly isLive: (node: number) => boolean;
  /** By node, the island that it is in; 0 none. And by island (0: the city), what is drawn in it and what its battery can take. */
  readonly islandAt: (node: number) => number;
  readonly islandKw: Float64Array;
  readonly islandTakeKw: (island: number) => number;
  /** What each station's machines drew when it was last on the grid. */
  readonly drewKw: Float64Array;
  /** Of machines of a kind at a station, the share that has gas. */
  readonly gasFor: (station: number, kind: string) => number;
  /** By station: what leads its engines. */
  readonly engineMode: Float64Array;
  readonly mains: Omit<MainsStep, 'stationElement'>;
}

/**
 * One minute of heat and cold: loops move their water and take what they need of their stations, stations make it, and
 * houses learn what came. Loops reckon with what stations could give at the end of the last minute.
 */
export function stepStations(run: StationsRun, step: StationsStep): void {
  const { hub, loops, roles, node, standing } = run;
  const { weather, weatherNow, consumers, powered, stepS, isLive } = step;
  const around = {
    airC: weatherNow.airC,
    groundC: groundAt(weather, weatherNow, BOREHOLE_DEPTH_M),
    seaC: weatherNow.seaC,
  };
  const view: FollowView = {
    hub,
    standing,
    plan: planAt(run, step.seconds),
    available: (b) => run.inOrder[b] * step.gasFor(hub.banks[b].station, hub.banks[b].kind),
    copOf: (b) => copOf(hub.banks[b], supplyCOf(hub, hub.banks[b]), around),
    coolingCopOf: (b) => coolingCopOf(hub.banks[b], around),
    engineMode: (station) => step.engineMode[run.slot[station]],
    powerLoadKw: (station) => shareOfLoad(run, station, step, 0),
    isIslanded: (station) => islandOf(run, station, step) > 0,
    powerMostKw(station) {
      const island = islandOf(run, station, step);
      return island > 0 ? shareOfLoad(run, station, step, step.islandTakeKw(island)) : Number.POSITIVE_INFINITY;
    },
    hours: stepS / 3_600,
    give: run.give,
    giveCold: run.giveCold,
  };
  for (let station = 0; station < node.length; station++) {
    run.hasPower[station] = node[station] < 0 || isLive(node[station]) ? 1 : 0;
  }
  const hasPower = (station: number) => run.hasPower[station] === 1;
  const capacities = hub.stations.map((_, station) =>
    capacitiesOf(view, station, roles[station], needOf(run, station)),
  );
  const pipesC = groundAt(weather, weatherNow, PIPE_DEPTH_M);
  for (const loop of loops) {
    const { inputs, plan } = loop.net;
    askLoop(loop, consumers.asked, powered);
    loop.stationOf.forEach((station, source) => {
      const on = hasPower(station);
      const most = capacities[station];
      const level =
        loop.carrier === 'cooling' ? most.coldKw : isWarm(run, station, loop.supplyC) ? most.warmKw : most.hotKw;
      inputs.capacityW[source] = on ? 1_000 * level : 0;
      inputs.pumpsOn[source] = on ? plan.pumps[source] : 0;
    });
    stepLoop(loop, pipesC, stepS, { ...step.mains, stationElement: run.slot[loop.stationOf[0]] });
    tellHouses(loop, powered, loop.carrier === 'heat' ? consumers.supply.heat : consumers.supply.cooling);
  }
  hub.stations.forEach((_, station) => {
    if (hasPower(station)) followStation(view, station, roles[station], needOf(run, station));
    else standStill(view, station, roles[station]);
  });
}

const islandOf = ({ node }: StationsRun, station: number, { islandAt }: StationsStep): number =>
  node[station] < 0 ? 0 : islandAt(node[station]);

/** Engines that power leads share the load of the city, or of their island, and of the stations' own machines by their ratings. */
function shareOfLoad(run: StationsRun, station: number, step: StationsStep, moreKw: number): number {
  const island = islandOf(run, station, step);
  let all = 0;
  let own = 0;
  for (const { engine, count, sizeKw, station: at } of run.hub.banks) {
    if (!engine || islandOf(run, at, step) !== island) continue;
    all += count * sizeKw;
    if (at === station) own += count * sizeKw;
  }
  let loadKw = step.islandKw[island] + moreKw;
  for (let other = 0; other < run.node.length; other++) {
    if (islandOf(run, other, step) !== island) continue;
    const { drawnKw } = stationKw(run, other);
    // Where an island has just come to be, its stations stood still and are about to start: engines start with them.
    loadKw += island > 0 && drawnKw === 0 ? step.drewKw[other] : drawnKw;
  }
  return all > 0 ? Math.max(0, (loadKw * own) / all) : 0;
}

/** The cooler level of a station with two. */
export function isWarm({ hub, roles }: StationsRun, station: number, supplyC: number): boolean {
  const { warmNode } = roles[station];
  return warmNode >= 0 && hub.nodes[warmNode].id === `${hub.stations[station].id}.${supplyC}`;
}

/** What loops took of a station in their last step. */
function needOf(run: StationsRun, station: number): StationNeed {
  let hotKw = 0;
  let warmKw = 0;
  let coldKw = 0;
  for (const { carrier, supplyC, stationOf, net } of run.loops) {
    for (let source = 0; source < stationOf.length; source++) {
      if (stationOf[source] !== station) continue;
      const kw = net.outputs.sourceW[source] / 1_000;
      if (carrier === 'cooling') coldKw += kw;
      else if (isWarm(run, station, supplyC)) warmKw += kw;
      else hotKw += kw;
    }
  }
  return { hotKw, warmKw, coldKw };
}

/** What the plan in force says of a moment; none where there is no plan, or it has run out. */
export function planAt(run: StationsRun, seconds: number): PlanStep | null {
  if (run.plan === null || run.plan.status !== 'optimal') return null;
  const { fromS, plan } = run.plan;
  const { steps, outputKw, coldKw, running, chargeKw } = plan;
  const t = Math.floor((seconds - fromS) / (run.inputs.stepHours * 3_600));
  if (t < 0 || t >= steps) return null;
  for (let b = 0; b < run.hub.banks.length; b++) {
    run.stepOutputKw[b] = outputKw[b * steps + t];
    run.stepRunning[b] = running[b * steps + t];
    run.stepChargeKw[b] = chargeKw[b * steps + t];
    run.stepColdKw[b] = coldKw[b * steps + t];
  }
  return { outputKw: run.stepOutputKw, running: run.stepRunning, chargeKw: run.stepChargeKw, coldKw: run.stepColdKw };
}

/** What machines and pumps of a station draw from the grid, and what its engines and batteries give. */
export function stationKw(
  { roles, standing, loops }: StationsRun,
  station: number,
): { drawnKw: number; givenKw: number } {
  const { engines, heatPumps, chillers, batteries } = roles[station];
  let drawnKw = 0;
  let givenKw = 0;
  for (const list of [heatPumps, chillers]) for (const b of list) drawnKw += standing.electricKw[b];
  // A battery that fills is negative generation, by an inverter, and nobody's demand.
  for (const b of batteries) givenKw -= standing.electricKw[b];
  for (const b of engines) givenKw += standing.outputKw[b];
  for (const { stationOf, net } of loops) {
    for (let source = 0; source < stationOf.length; source++) {
      if (stationOf[source] === station) drawnKw += net.outputs.pumpW[source] / 1_000;
    }
  }
  return { drawnKw, givenKw };
}
