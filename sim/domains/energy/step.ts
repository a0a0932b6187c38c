import type { RunSettings, StepContext } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { meterCarbon } from './accounts';
import { fleetOf, type HomePorts, stepHomes } from './charging/step-homes';
import { liveTheDayBefore, stepSites } from './consumers/charging-alone';
import type { Consumers } from './consumers/consumers';
import { eachGeneration, readSky, skyGear } from './consumers/generators';
import { SIGNAL_KW, stepSignalBatteries } from './consumers/signal-batteries';
import { warmRooms } from './consumers/warm-rooms';
import { askDemand, type DemandControls, settleDemand } from './demand';
import { type Aim, GAS_YUAN_PER_M3 } from './dispatch';
import { followFaults } from './faults';
import { beginFlows, noteFlows } from './flows';
import { gasFor, settleGas } from './gas/gas-run';
import { meterGas } from './gas/meter-gas';
import { stepGas } from './gas/step-gas';
import { tellGas } from './gas/tell-gas';
import { type GridRun, settleGrid } from './grid/grid-run';
import { stepGrid, type TellGrid } from './grid/step-grid';
import { meterGrid } from './meters';
import { watchPeak } from './moved-peak';
import { PERIOD_SECONDS } from './period';
import { type Reference, stepReference } from './reference/reference';
import { eventsNow, stepSpells } from './spells';
import { type EnergyState, emptyEnergy } from './state';
import { countInOrder } from './stations/in-order';
import { meterStations } from './stations/meter-stations';
import { askForPlan } from './stations/planning';
import { shavePeaks } from './stations/shave-peaks';
import type { StationsRun } from './stations/stations-run';
import { stationKw, stepStations } from './stations/step-stations';
import { weatherAt } from './weather';

/** What a step is told and what it fills in, by slot. */
export interface EnergyStep {
  readonly seconds: number;
  readonly stepSeconds: number;
  readonly sitesKw: Float64Array;
  readonly homes: HomePorts;
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
      const { charging } = state.consumers;
      warmRooms(state.consumers, state.weather, state.weatherNow);
      if (charging !== null) liveTheDayBefore(charging, settings.startSeconds);
      if (state.reference !== null) warmRooms(state.reference, state.weather, state.weatherNow);
    }
    gatherLoads(state, state.power, 0, settings.stepSeconds?.energy ?? PERIOD_SECONDS, NOBODY);
    settleGrid(state.power);
    if (state.gas !== null && state.consumers !== null) settleGas(state.gas, state.consumers.asked.gasKw);
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
  stepSpells(state.spells, knobs['city.heat-wave'], knobs['city.cold-snap'], knobs['city.clouds'], stepS);
  gatherLoads(state, power, step.seconds, stepS, step.sitesKw);
  const movedKw = chargeHomes(state, power, consumers, step);
  if (state.stations !== null) runStations(state, state.stations, power, consumers, step);
  else burnGas(state, consumers, step);
  stepGrid(power, step.seconds, stepS, knobs['city.automatic-switching'].values[0] !== 0, tell);
  const clockS = settings.startSeconds + step.seconds;
  meterGrid(power, totals, clockS, stepS, knobs['city.peak-valley-ratio'].values[0]);
  watchPeak(totals, knobs, state.scene, movedKw, clockS, stepS, step.happen);
  meterSky(state, power, stepS);
  totals.elapsedS = step.seconds + stepS;
  tellSupply(state, power, step);
  settleBuildings(state, step.buildingSupply, stepS);
  if (state.stations !== null) meterHeat(state, state.stations, consumers, stepS / 3_600);
  meterCarbon(totals, clockS, stepS);
  if (state.reference !== null) compare(state, state.reference, consumers, step);
  const charging = consumers.charging ?? { sitesKw: step.sitesKw, homesKw: step.homes.homesKw };
  noteFlows(state, skyGear(knobs), charging, stepS / 3_600);
  if (state.stations !== null) planAhead(state, state.stations, power, consumers, step);
}

/** Heat and cold for a minute; what stations draw and give comes to the grid's other loads. */
function runStations(
  state: EnergyState,
  run: StationsRun,
  { positions, grid, wantedKw, wantedKvar, givenKw }: GridRun,
  consumers: Consumers,
  step: EnergyStep,
): void {
  const { weather, weatherNow, knobs, gas } = state;
  const { seconds, stepSeconds } = step;
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
  countInOrder(run, knobs['unit.out'].values);
  let cityKw = 0;
  for (let node = 0; node < wantedKw.length; node++) if (isLive(node)) cityKw += wantedKw[node] - givenKw[node];
  stepStations(run, {
    seconds,
    stepS: stepSeconds,
    weather,
    weatherNow,
    consumers,
    powered,
    isLive,
    gasFor: (station, kind) => (gas === null ? 1 : gasFor(gas, station, kind)),
    engineMode: knobs['station.engine-mode'].values,
    cityKw,
  });
  shavePeaks(run, knobs['station.battery-use'].values, cityKw, stepSeconds);
  burnGas(state, consumers, step);
  for (let station = 0; station < run.node.length; station++) {
    const node = run.node[station];
    if (node < 0) continue;
    const { drawnKw, givenKw: given } = stationKw(run, station);
    wantedKw[node] += drawnKw;
    wantedKvar[node] += drawnKw * MOTOR_TAN_PHI;
    givenKw[node] += given;
  }
}

/** What is burnt in this step, and what became of the pipes' pressures. */
function burnGas({ gas, stations, knobs, totals, scene }: EnergyState, consumers: Consumers, step: EnergyStep): void {
  if (gas === null) return;
  const before = gas.switches.tripped.slice();
  stepGas(gas, stations, consumers, knobs, step.stepSeconds);
  meterGas(gas, totals);
  tellGas(gas, scene, stations, knobs, before, step.happen);
}

function meterHeat({ totals }: EnergyState, run: StationsRun, { asked, supply }: Consumers, hours: number): void {
  const before = totals.gasKwh;
  meterStations(run, asked, supply, totals, hours);
  totals.costYuan += ((totals.gasKwh - before) * GAS_YUAN_PER_M3) / run.network.gasKwhPerM3;
}

/** What the same step would have taken in the city without a pan-energy network. */
function compare(
  { weatherNow, totals }: EnergyState,
  reference: Reference,
  { signals, charging }: Consumers,
  { sitesKw, homes, stepSeconds }: EnergyStep,
): void {
  const chargedKw = sum(charging?.sitesKw ?? sitesKw) + sum(charging?.homesKw ?? homes.homesKw);
  stepReference(reference, weatherNow, stepSeconds, chargedKw + signals.node.length * SIGNAL_KW, totals);
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

function planAhead(
  { weather, knobs, gas }: EnergyState,
  run: StationsRun,
  { positions, grid }: GridRun,
  consumers: Consumers,
  { seconds, stepSeconds, sitesKw, homes, post }: EnergyStep,
): void {
  if (weather === null) return;
  askForPlan(run, {
    seconds,
    stepS: stepSeconds,
    gear: skyGear(knobs),
    weather,
    consumers,
    otherKw: consumers.signals.node.length * SIGNAL_KW,
    chargingKw: sum(consumers.charging?.sitesKw ?? sitesKw) + sum(consumers.charging?.homesKw ?? homes.homesKw),
    isLive: (node) => positions.live[grid.sections.ofNode[node]] === 1,
    gasFor: (station, kind) => (gas === null ? 1 : gasFor(gas, station, kind)),
    aim: aimOf(knobs),
    peakToValley: knobs['city.peak-valley-ratio'].values[0],
    batteryUse: knobs['station.battery-use'].values,
    post,
  });
}

/** Cars at home, told what the rest of the grid leaves them. Answers what prices and management have moved here. */
function chargeHomes(
  { steering, weather, knobs, totals, settings }: EnergyState,
  power: GridRun,
  consumers: Consumers,
  { seconds, stepSeconds: stepS, sitesKw, homes: ports }: EnergyStep,
): number {
  if (steering === null || weather === null) return 0;
  const { startSeconds } = settings;
  const charging = consumers.charging?.sitesKw ?? sitesKw;
  const step = { seconds, stepS, startSeconds, weather, consumers, knobs, power, sitesKw: charging, ports, totals };
  return stepHomes(steering, step) + sum(consumers.asked.shiftedKw);
}

/** What everything but cars at home wants of each node, and what the sky gives there. */
function gatherLoads(
  state: EnergyState,
  { wantedKw, wantedKvar, givenKw }: GridRun,
  seconds: number,
  stepS: number,
  sitesKw: Float64Array,
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
  if (alone !== null) stepSites(alone, fleetOf(knobs, alone.cars), weatherNow, stepS);
  const sites = alone?.sitesKw ?? sitesKw;
  for (let site = 0; site < sites.length; site++) if (siteNode[site] >= 0) wantedKw[siteNode[site]] += sites[site];
  for (let signal = 0; signal < signals.node.length; signal++) {
    if (signals.node[signal] >= 0) wantedKw[signals.node[signal]] += SIGNAL_KW;
  }
  readSky(weatherNow, sky);
  eachGeneration(generators, sky, skyGear(knobs), buildingNode, (node, kw) => {
    givenKw[node] += kw;
  });
}

function followControls(controls: DemandControls, knobs: EnergyState['knobs']): void {
  const { curtailedShare, setPointOffsetK } = controls;
  controls.peakToValley = knobs['city.peak-valley-ratio'].values[0];
  controls.elasticity = knobs['city.price-elasticity'].values[0];
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

/** What the sky gave through the step, by those who had voltage. */
function meterSky({ consumers, sky, totals, knobs }: EnergyState, { grid, positions }: GridRun, stepS: number): void {
  if (consumers === null) return;
  const isLive = (node: number) => positions.live[grid.sections.ofNode[node]] === 1;
  let sunKw = 0;
  let windKw = 0;
  eachGeneration(consumers.generators, sky, skyGear(knobs), consumers.buildingNode, (node, kw, isWind) => {
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
