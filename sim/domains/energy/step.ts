import type { RunSettings, StepContext } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { stepCharging } from './consumers/charging-alone';
import type { Consumers } from './consumers/consumers';
import { type AddedSolar, eachGeneration, readSky } from './consumers/generators';
import { SIGNAL_KW, stepSignalBatteries } from './consumers/signal-batteries';
import { warmRooms } from './consumers/warm-rooms';
import { askDemand, type DemandControls, settleDemand } from './demand';
import { type Aim, GAS_YUAN_PER_M3 } from './dispatch';
import { followFaults } from './faults';
import { beginFlows, noteFlows } from './flows';
import { type GridRun, settleGrid } from './grid/grid-run';
import { stepGrid, type TellGrid } from './grid/step-grid';
import { meterGrid } from './meters';
import { PERIOD_SECONDS } from './period';
import { eventsNow, stepSpells } from './spells';
import { type EnergyState, emptyEnergy } from './state';
import { meterStations } from './stations/meter-stations';
import { askForPlan } from './stations/planning';
import type { StationsRun } from './stations/stations-run';
import { stationKw, stepStations } from './stations/step-stations';
import { weatherAt } from './weather';

/** What a step is told and what it fills in, by slot. */
export interface EnergyStep {
  readonly seconds: number;
  readonly stepSeconds: number;
  readonly sitesKw: Float64Array;
  readonly homesKw: Float64Array;
  readonly signalSupply: Float64Array;
  readonly siteSupply: Float64Array;
  readonly buildingSupply: Float64Array;
  readonly happen: StepContext<never, never>['happen'];
  readonly post: StepContext<never, never>['post'];
}

/** Compressors and pumps, compensated at the station: cos φ 0.95. */
const MOTOR_TAN_PHI = 0.329;
const NOBODY = new Float64Array(0);

export function createEnergy(scene: CompiledScene, settings: RunSettings): EnergyState {
  const state = emptyEnergy(scene, settings);
  if (state.power !== null) {
    if (state.consumers !== null && state.weather !== null) {
      warmRooms(state.consumers, state.weather, state.weatherNow);
    }
    gatherLoads(state, state.power, 0, PERIOD_SECONDS, NOBODY, NOBODY);
    settleGrid(state.power);
  }
  return state;
}

export function stepEnergy(state: EnergyState, step: EnergyStep): void {
  const { power, consumers, totals, knobs, settings } = state;
  if (power === null || consumers === null) return;
  const { stepSeconds: stepS } = step;
  const tell = tellOf(state, power, step);
  if (state.faultsChanged) followFaults(state, tell);
  state.faultsChanged = false;
  beginFlows(state);
  stepSpells(state.spells, knobs['city.heat-wave'], knobs['city.cold-snap'], stepS);
  gatherLoads(state, power, step.seconds, stepS, step.sitesKw, step.homesKw);
  if (state.stations !== null) runStations(state, state.stations, power, consumers, step);
  stepGrid(power, step.seconds, stepS, knobs['city.automatic-switching'].values[0] !== 0, tell);
  meterGrid(power, totals, settings.startSeconds + step.seconds, stepS);
  meterSky(state, power, stepS);
  totals.elapsedS = step.seconds + stepS;
  tellSupply(state, power, step);
  settleBuildings(state, step.buildingSupply, stepS);
  if (state.stations !== null) meterHeat(state, state.stations, consumers, stepS / 3_600);
  const charging = consumers.charging ?? step;
  noteFlows(state, addedSolar(knobs), charging, stepS / 3_600);
  if (state.stations !== null) planAhead(state, state.stations, power, consumers, step);
}

/** Heat and cold for a minute; what stations draw and give comes to the grid's other loads. */
function runStations(
  { weather, weatherNow }: EnergyState,
  run: StationsRun,
  { positions, grid, wantedKw, wantedKvar, givenKw }: GridRun,
  consumers: Consumers,
  { seconds, stepSeconds }: EnergyStep,
): void {
  if (weather === null) return;
  const isLive = (node: number) => positions.live[grid.sections.ofNode[node]] === 1;
  const { buildingNode, supply } = consumers;
  const powered = supply.electricity;
  for (let building = 0; building < buildingNode.length; building++) {
    powered[building] = buildingNode[building] < 0 || isLive(buildingNode[building]) ? 1 : 0;
    // Who hangs on no loop goes without nothing but power.
    supply.heat[building] = powered[building];
    supply.cooling[building] = powered[building];
  }
  stepStations(run, { seconds, stepS: stepSeconds, weather, weatherNow, consumers, powered, isLive });
  for (let station = 0; station < run.node.length; station++) {
    const node = run.node[station];
    if (node < 0) continue;
    const { drawnKw, givenKw: given } = stationKw(run, station);
    wantedKw[node] += drawnKw;
    wantedKvar[node] += drawnKw * MOTOR_TAN_PHI;
    givenKw[node] += given;
  }
}

function meterHeat({ totals }: EnergyState, run: StationsRun, { asked, supply }: Consumers, hours: number): void {
  const before = totals.gasKwh;
  meterStations(run, asked, supply, totals, hours);
  totals.costYuan += ((totals.gasKwh - before) * GAS_YUAN_PER_M3) / run.network.gasKwhPerM3;
}

function planAhead(
  { weather, knobs }: EnergyState,
  run: StationsRun,
  { positions, grid }: GridRun,
  consumers: Consumers,
  { seconds, sitesKw, homesKw, post }: EnergyStep,
): void {
  if (weather === null) return;
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  askForPlan(run, {
    seconds,
    weather,
    consumers,
    otherKw: consumers.signals.node.length * SIGNAL_KW,
    chargingKw: sum(consumers.charging?.sitesKw ?? sitesKw) + sum(consumers.charging?.homesKw ?? homesKw),
    isLive: (node) => positions.live[grid.sections.ofNode[node]] === 1,
    aim: aimOf(knobs),
    post,
  });
}

/** What everything wants of each node, and what the sky gives there. */
function gatherLoads(
  state: EnergyState,
  { wantedKw, wantedKvar, givenKw }: GridRun,
  seconds: number,
  stepS: number,
  sitesKw: Float64Array,
  homesKw: Float64Array,
): void {
  const { consumers, weather, weatherNow, sky, spells, knobs } = state;
  if (consumers === null || weather === null) return;
  weather.events = eventsNow(spells, seconds);
  weatherAt(weather, seconds, weatherNow);
  wantedKw.set(consumers.fixed.kw);
  wantedKvar.set(consumers.fixed.kvar);
  givenKw.fill(0);
  const { buildingNode, siteNode, signals, generators, demand, asked, controls } = consumers;
  followControls(controls, knobs);
  askDemand(demand, weatherNow, controls, stepS, asked);
  for (let building = 0; building < buildingNode.length; building++) {
    const node = buildingNode[building];
    if (node < 0) continue;
    wantedKw[node] += asked.electricKw[building];
    wantedKvar[node] += asked.reactiveKvar[building];
  }
  const alone = consumers.charging;
  if (alone !== null) stepCharging(alone, weatherNow, stepS);
  const homes = alone?.homesKw ?? homesKw;
  const sites = alone?.sitesKw ?? sitesKw;
  for (let building = 0; building < homes.length; building++) {
    if (homes[building] > 0 && buildingNode[building] >= 0) wantedKw[buildingNode[building]] += homes[building];
  }
  for (let site = 0; site < sites.length; site++) if (siteNode[site] >= 0) wantedKw[siteNode[site]] += sites[site];
  for (let signal = 0; signal < signals.node.length; signal++) {
    if (signals.node[signal] >= 0) wantedKw[signals.node[signal]] += SIGNAL_KW;
  }
  readSky(weatherNow, sky);
  eachGeneration(generators, sky, addedSolar(knobs), buildingNode, (node, kw) => {
    givenKw[node] += kw;
  });
}

function followControls({ curtailedShare, setPointOffsetK }: DemandControls, knobs: EnergyState['knobs']): void {
  const curtailed = knobs['building.curtailed'].values;
  const offset = knobs['building.set-point-offset'].values;
  for (let building = 0; building < curtailed.length; building++) {
    curtailedShare[building] = Number.isNaN(curtailed[building]) ? 0 : curtailed[building];
    setPointOffsetK[building] = Number.isNaN(offset[building]) ? 0 : offset[building];
  }
}

/** In the order in which a knob counts them; least primary energy is what the park's own figures are about. */
const AIMS: readonly Aim[] = ['cost', 'carbon', 'primary-energy'];

export function aimOf(knobs: EnergyState['knobs']): Aim {
  const [wanted] = knobs['city.dispatch-aim'].values;
  return Number.isNaN(wanted) ? 'primary-energy' : (AIMS[wanted] ?? 'primary-energy');
}

function addedSolar(knobs: EnergyState['knobs']): AddedSolar {
  return { south: knobs['building.solar-south'].values, eastWest: knobs['building.solar-east-west'].values };
}

/** What the sky gave through the step, by those who had voltage. */
function meterSky({ consumers, sky, totals, knobs }: EnergyState, { grid, positions }: GridRun, stepS: number): void {
  if (consumers === null) return;
  const isLive = (node: number) => positions.live[grid.sections.ofNode[node]] === 1;
  let sunKw = 0;
  let windKw = 0;
  eachGeneration(consumers.generators, sky, addedSolar(knobs), consumers.buildingNode, (node, kw, isWind) => {
    if (!isLive(node)) return;
    if (isWind) windKw += kw;
    else sunKw += kw;
  });
  totals.sunKw = sunKw;
  totals.sunKwh += (sunKw * stepS) / 3_600;
  totals.windKwh += (windKw * stepS) / 3_600;
}

/** Rooms and thermostats learn what came. Who has no power has no pump either: no heat and no cold comes in. */
function settleBuildings({ consumers, stations }: EnergyState, powered: Float64Array, stepS: number): void {
  if (consumers === null) return;
  const { demand, asked, supply } = consumers;
  supply.electricity.set(powered);
  if (stations === null) {
    supply.heat.set(powered);
    supply.cooling.set(powered);
  }
  settleDemand(demand, asked, supply, stepS);
}

/** Who has voltage from now on, for everyone who waits to hear it. */
function tellSupply(
  { consumers, knobs, totals }: EnergyState,
  { grid, positions }: GridRun,
  { stepSeconds, signalSupply, siteSupply, buildingSupply }: EnergyStep,
): void {
  if (consumers === null) return;
  const { buildingNode, siteNode, signals } = consumers;
  const isLive = (node: number) => positions.live[grid.sections.ofNode[node]] === 1;
  let dark = 0;
  for (let building = 0; building < buildingNode.length; building++) {
    const node = buildingNode[building];
    buildingSupply[building] = node < 0 || isLive(node) ? 1 : 0;
    if (buildingSupply[building] === 0) dark++;
  }
  for (let site = 0; site < siteNode.length; site++) {
    siteSupply[site] = siteNode[site] < 0 || isLive(siteNode[site]) ? 1 : 0;
  }
  stepSignalBatteries(signals, knobs['signal.battery'], isLive, stepSeconds, signalSupply);
  totals.darkBuildings = dark;
}

/** Says what the grid did, by the name of the line or transformer. */
function tellOf({ scene, totals }: EnergyState, { grid }: GridRun, { happen }: EnergyStep): TellGrid {
  const { branch, transformer } = scene.elements;
  return (code, link, cause) => {
    if (code.endsWith('tripped')) totals.trips++;
    const id = link < grid.branchCount ? branch.ids[link] : transformer.ids[link - grid.branchCount];
    return happen(code, id, cause > 0 ? [cause] : [], {});
  };
}
