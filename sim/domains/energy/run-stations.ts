import type { Consumers } from './consumers/consumers';
import { skyGear } from './consumers/generators';
import { SIGNAL_KW } from './consumers/signal-batteries';
import { comesInS, GAS_CREW_READY_S } from './crews';
import { type Aim, GAS_YUAN_PER_M3 } from './dispatch';
import { chargingKw, type EnergyStep } from './energy-step';
import { CREW_COMES_S } from './gas/city-gas';
import { followGalleries, tellMains as tellGasMains } from './gas/gallery-mains';
import { gasFor } from './gas/gas-run';
import { meterGas } from './gas/meter-gas';
import { stepGas } from './gas/step-gas';
import { tellGas } from './gas/tell-gas';
import type { GridRun } from './grid/grid-run';
import type { EnergyState } from './state';
import { tellLimits } from './stations/carry-island';
import { countInOrder } from './stations/in-order';
import { meterStations } from './stations/meter-stations';
import { askForPlan } from './stations/planning';
import { shavePeaks } from './stations/shave-peaks';
import type { StationsRun } from './stations/stations-run';
import { stationKw, stepStations } from './stations/step-stations';
import { tellMains } from './stations/tell-mains';
import { sum } from './sum';

/** Compressors and pumps, compensated at the station: cos φ 0.95. */
const MOTOR_TAN_PHI = 0.329;

/** Heat and cold for a minute; what stations draw and give comes to the grid's other loads. */
export function runStations(
  state: EnergyState,
  run: StationsRun,
  { positions, grid, islands, wantedKw, wantedKvar, givenKw }: GridRun,
  consumers: Consumers,
  step: EnergyStep,
): void {
  const { weather, weatherNow, knobs, gas, crews, scene } = state;
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
  const islandAt = (node: number) => positions.island[grid.sections.ofNode[node]];
  const islandKw = new Float64Array(islands.count + 1);
  for (let node = 0; node < wantedKw.length; node++) {
    if (isLive(node)) islandKw[islandAt(node)] += wantedKw[node] - givenKw[node];
  }
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
    islandAt,
    islandKw,
    islandTakeKw: (island) => islands.takeKw[island - 1],
    drewKw: islands.drewKw,
    mains: {
      elements: scene.elements,
      holes: { 'heat-pipe': knobs['heat-pipe.burst'], 'cooling-pipe': knobs['cooling-pipe.burst'] },
      flooded: step.galleries.flooded,
      crewComesS: (element, slot) =>
        comesInS(step.crewS, crews?.ofThermalMain(element, slot) ?? -1, GAS_CREW_READY_S, CREW_COMES_S),
      happen: step.happen,
    },
  });
  tellMains(run.loops, step.galleries.mains);
  const isOnGrid = (station: number) =>
    run.hasPower[station] === 1 && !(run.node[station] >= 0 && islandAt(run.node[station]) > 0);
  shavePeaks(run, knobs['station.battery-use'].values, islandKw[0], stepSeconds, isOnGrid);
  tellLimits(run, islands, stepSeconds / 3_600, true);
  burnGas(state, consumers, step);
  for (let station = 0; station < run.node.length; station++) {
    const node = run.node[station];
    if (node < 0) continue;
    const { drawnKw, givenKw: given } = stationKw(run, station);
    // Batteries of an island give nothing yet; those of the grid are not its machines.
    const onGrid = isOnGrid(station);
    if (onGrid) {
      islands.drewKw[station] = drawnKw;
      islands.ownKw[station] = Math.max(0, drawnKw - enginesKw(run, station));
    }
    islands.returnsKw[station] = onGrid ? 0 : islands.drewKw[station] - drawnKw;
    islands.returnsKvar[station] = islands.returnsKw[station] * MOTOR_TAN_PHI;
    islands.stopsKw[station] = onGrid ? 0 : given;
    wantedKw[node] += drawnKw;
    wantedKvar[node] += drawnKw * MOTOR_TAN_PHI;
    givenKw[node] += given;
  }
}

function enginesKw({ roles, standing }: StationsRun, station: number): number {
  let kw = 0;
  for (const b of roles[station].engines) kw += standing.outputKw[b];
  return kw;
}

/** What is burnt in this step, and what became of the pipes' pressures. */
export function burnGas(
  { gas, stations, knobs, totals, scene, crews }: EnergyState,
  consumers: Consumers,
  step: EnergyStep,
): void {
  if (gas === null) return;
  const { crewComesS, brokenForS } = gas.breaks;
  const out = knobs['gas-pipe.out'].values;
  for (let main = 0; main < crewComesS.length; main++) {
    // Only of those that are parted at this step: everybody else needs no crew.
    if (!(out[main] > 0) || brokenForS[main] >= 0) continue;
    crewComesS[main] = comesInS(step.crewS, crews?.ofMain(main) ?? -1, GAS_CREW_READY_S, CREW_COMES_S);
  }
  const before = gas.switches.tripped.slice();
  followGalleries(gas, step.galleries.gas, step.stepSeconds);
  stepGas(gas, stations, consumers, knobs, step.stepSeconds);
  tellGasMains(gas, step.galleries.gas);
  meterGas(gas, totals);
  tellGas(gas, scene, stations, knobs, before, step.happen);
}

export function meterHeat(
  { totals }: EnergyState,
  run: StationsRun,
  { asked, supply }: Consumers,
  hours: number,
): void {
  const before = totals.gasKwh;
  meterStations(run, asked, supply, totals, hours);
  totals.costYuan += ((totals.gasKwh - before) * GAS_YUAN_PER_M3) / run.network.gasKwhPerM3;
}

export function planAhead(
  { weather, knobs, gas }: EnergyState,
  run: StationsRun,
  { positions, grid }: GridRun,
  consumers: Consumers,
  step: EnergyStep,
): void {
  const { seconds, stepSeconds, post } = step;
  if (weather === null) return;
  askForPlan(run, {
    seconds,
    stepS: stepSeconds,
    gear: skyGear(knobs),
    weather,
    consumers,
    otherKw: consumers.signals.node.length * SIGNAL_KW + sum(step.galleries.demandKw),
    chargingKw: chargingKw(consumers, step),
    // What hangs on an island has nothing to give to the city, nor to take from it.
    isLive: (node) => positions.onGrid[grid.sections.ofNode[node]] === 1,
    gasFor: (station, kind) => (gas === null ? 1 : gasFor(gas, station, kind)),
    aim: aimOf(knobs),
    peakToValley: knobs['city.peak-valley-ratio'].values[0],
    batteryUse: knobs['station.battery-use'].values,
    post,
  });
}

/** In the order in which a knob counts them; least primary energy is what the park's own figures are about. */
const AIMS: readonly Aim[] = ['cost', 'carbon', 'primary-energy'];

export function aimOf(knobs: EnergyState['knobs']): Aim {
  const [wanted] = knobs['city.dispatch-aim'].values;
  return Number.isNaN(wanted) ? 'primary-energy' : (AIMS[wanted] ?? 'primary-energy');
}
