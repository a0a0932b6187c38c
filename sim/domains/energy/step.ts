import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { meterCarbon } from './accounts';
import { stepHomes } from './charging/step-homes';
import { stationsGiveKw, tellHeaters, tellImport } from './consequences';
import { liveTheDayBefore } from './consumers/charging-alone';
import type { Consumers } from './consumers/consumers';
import { eachGeneration, skyGear } from './consumers/generators';
import { SIGNAL_KW } from './consumers/signal-batteries';
import { warmRooms } from './consumers/warm-rooms';
import { findCalled, isManned, stepControlRoom, type Tripped } from './control-room/control-room';
import { roomStep } from './control-room/room-step';
import { comesInS, GRID_CREW_READY_S } from './crews';
import { chargingKw, type EnergyStep } from './energy-step';
import { followFaults } from './faults';
import { takeFloods } from './flooded';
import { beginFlows, noteFlows } from './flows';
import { hearGalleries, tellGalleries } from './galleries/gallery-lines';
import { settleGas } from './gas/gas-run';
import { gatherLoads } from './gather-loads';
import { type GridRun, settleGrid } from './grid/grid-run';
import { loseEmpty } from './grid/islands/step-islands';
import { CREW_TRAVEL_S } from './grid/operations';
import { stepGrid } from './grid/step-grid';
import { meterGrid } from './meters';
import { meterMonitoring } from './monitoring';
import { watchPeak } from './moved-peak';
import { PERIOD_SECONDS } from './period';
import { type Reference, stepReference } from './reference/reference';
import { burnGas, meterHeat, planAhead, runStations } from './run-stations';
import { stepSpells } from './spells';
import { type EnergyState, emptyEnergy } from './state';
import { settleIslands, tellLimits } from './stations/carry-island';
import { sum } from './sum';
import { settleBuildings, tellIslandsOf, tellOf, tellSupply } from './tell-supply';
import { hearWeather, tellWeather } from './tell-weather';
import { followAir, followVoltage } from './voltage';

const NOBODY = new Float64Array(0);
const NO_SWITCHES = new Uint8Array(0);
const NO_CAUSES = new Int32Array(0);

export function createEnergy(scene: CompiledScene, settings: RunSettings): EnergyState {
  const state = emptyEnergy(scene, settings);
  if (state.power !== null) {
    if (state.consumers !== null && state.weather !== null) {
      const { charging } = state.consumers;
      warmRooms(state.consumers, state.weather, state.weatherNow);
      if (charging !== null) liveTheDayBefore(charging, settings.startSeconds);
      if (state.reference !== null) warmRooms(state.reference, state.weather, state.weatherNow);
    }
    gatherLoads(state, state.power, 0, settings.stepSeconds?.energy ?? PERIOD_SECONDS, NOBODY, NOBODY, NOBODY);
    settleGrid(state.power);
    if (state.gas !== null && state.consumers !== null) settleGas(state.gas, state.consumers.asked.gasKw);
  }
  return state;
}

export function stepEnergy(state: EnergyState, step: EnergyStep): void {
  const { power, consumers, totals, knobs, settings } = state;
  if (power === null || consumers === null) return;
  const { stepSeconds: stepS } = step;
  const { galleries, crews, controlRoom } = state;
  const tripped: Tripped[] = [];
  const tell = tellOf(state, power, step, tripped);
  const told = tellIslandsOf(tell, power, step);
  if (galleries !== null && hearGalleries(state, galleries, step)) followVoltage(state);
  if (takeFloods(state.flooded, step.busFlooded)) state.faultsChanged = true;
  if (state.faultsChanged) followFaults(state, tell, told);
  state.faultsChanged = false;
  if (state.stations !== null) {
    tellLimits(state.stations, power.islands, stepS / 3_600, false);
    loseEmpty(power, told);
  }
  const gaveKw = stationsGiveKw(state);
  const trippedBefore = state.gas === null ? NO_SWITCHES : state.gas.switches.tripped.slice();
  beginFlows(state);
  stepSpells(
    state.spells,
    knobs['city.heat-wave'],
    knobs['city.cold-snap'],
    knobs['city.clouds'],
    knobs['city.cold-air'],
    stepS,
  );
  hearWeather(state, step.air);
  if (controlRoom !== null) findCalled(controlRoom, power, knobs, step.telecom.busHeard);
  gatherLoads(state, power, step.seconds, stepS, step.sitesKw, step.galleries.demandKw, step.pumpsKw);
  const movedKw = chargeHomes(state, power, consumers, step);
  if (state.stations !== null) runStations(state, state.stations, power, consumers, step);
  else burnGas(state, consumers, step);
  followAir(state);
  stepGrid(power, step.seconds, stepS, knobs['city.automatic-switching'].values[0] !== 0, tell, told, {
    crewComesS: (link) => comesInS(step.crewS, crews?.ofLink(link) ?? -1, GRID_CREW_READY_S, CREW_TRAVEL_S),
    limitCause: galleries?.cables.limitCause ?? NO_CAUSES,
    busHeard: step.telecom.busHeard,
  });
  if (controlRoom !== null && isManned(knobs)) {
    stepControlRoom(controlRoom, roomStep(state, controlRoom, power, consumers, step), tripped);
    totals.calledKwh += (sum(controlRoom.heldKw) * stepS) / 3_600;
  }
  if (state.stations !== null) settleIslands(state.stations, power.islands, stepS / 3_600);
  const clockS = settings.startSeconds + step.seconds;
  meterGrid(power, totals, clockS, stepS, knobs['city.peak-valley-ratio'].values[0]);
  tellImport(state, power, trippedBefore, gaveKw, step);
  tellHeaters(state, step);
  watchPeak(totals, knobs, state.scene, movedKw, clockS, stepS, step.happen);
  meterSky(state, power, stepS);
  totals.elapsedS = step.seconds + stepS;
  tellWeather(state, step.air);
  if (galleries !== null) tellGalleries(state, galleries, power, step);
  tellSupply(state, power, step);
  settleBuildings(state, step.buildingSupply, stepS);
  if (state.stations !== null) meterHeat(state, state.stations, consumers, stepS / 3_600);
  meterCarbon(totals, clockS, stepS);
  if (state.reference !== null) compare(state, state.reference, consumers, step);
  const { sitesKw, homesKw } = consumers.charging ?? { sitesKw: step.sitesKw, homesKw: step.homes.homesKw };
  const others = { sitesKw, homesKw, sectionsKw: step.galleries.demandKw, pumpsKw: step.pumpsKw };
  noteFlows(state, skyGear(knobs), others, stepS / 3_600);
  const monitored = {
    power,
    consumers,
    stations: state.stations,
    sitesKw,
    homesKw,
    sensorHeard: step.telecom.sensorHeard,
  };
  meterMonitoring(state.monitoring, monitored, totals, stepS / 3_600);
  if (state.stations !== null) planAhead(state, state.stations, power, consumers, step);
}

/** What the same step would have taken in the city without a pan-energy network. */
function compare(
  { weatherNow, totals }: EnergyState,
  reference: Reference,
  consumers: Consumers,
  step: EnergyStep,
): void {
  stepReference(
    reference,
    weatherNow,
    step.stepSeconds,
    chargingKw(consumers, step) + consumers.signals.node.length * SIGNAL_KW,
    totals,
  );
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

/** What the sky gave through the step, by those who had voltage. */
function meterSky(
  { consumers, sky, totals, knobs }: EnergyState,
  { grid, positions, skyShare }: GridRun,
  stepS: number,
): void {
  if (consumers === null) return;
  const isLive = (node: number) => positions.live[grid.sections.ofNode[node]] === 1;
  let sunKw = 0;
  let windKw = 0;
  eachGeneration(consumers.generators, sky, skyGear(knobs), consumers.buildingNode, (node, kw, isWind) => {
    if (!isLive(node)) return;
    if (isWind) windKw += skyShare[node] * kw;
    else sunKw += skyShare[node] * kw;
  });
  totals.sunKw = sunKw;
  totals.sunKwh += (sunKw * stepS) / 3_600;
  totals.windKwh += (windKw * stepS) / 3_600;
}
