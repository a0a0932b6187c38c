/** What follows elsewhere from something that failed in one network: said once it is felt, with what caused it. */
import type { KnobValues } from '../../ports';
import type { EnergyStep } from './energy-step';
import type { GridRun } from './grid/grid-run';
import type { EnergyState } from './state';
import { stationKw } from './stations/step-stations';
import { sum } from './sum';

/** What is remembered of what was said. */
export interface Consequences {
  /** The happening that said that heaters were plugged in; 0 while none are. */
  heaters: number;
}

/** Of all that the city draws: from here on heaters are worth saying, and below it they are not any more. */
const FELT = 0.01;
const FORGOTTEN = 0.001;
const LEAST_KW = 1;

/** What each station gives the grid less what it draws from it. */
export function stationsGiveKw({ stations }: EnergyState): Float64Array {
  if (stations === null) return new Float64Array(0);
  return Float64Array.from(stations.hub.stations, (_, station) => {
    const { drawnKw, givenKw } = stationKw(stations, station);
    return givenKw - drawnKw;
  });
}

/** Drawn from the grid above by the last power flow. */
function importKw({ grid, flow }: GridRun): number {
  let kw = 0;
  for (let i = 0; i < grid.supplyNode.length; i++) kw -= flow.now.results.pTo[flow.circuit.firstSupplyRow + i];
  return kw * 1_000 * flow.circuit.baseMva;
}

/**
 * Engines that lost their gas in this step, and what the grid above gives instead: what their own stations give less than
 * before, with their batteries and their other machines, and no more than it gives. What sun, customers and other
 * stations on their way to their plans have done to the import meanwhile is not because of it.
 */
export function tellImport(
  state: EnergyState,
  power: GridRun,
  trippedBefore: Uint8Array,
  gaveKw: Float64Array,
  { happen }: EnergyStep,
): void {
  const { gas, scene } = state;
  if (gas === null) return;
  const causes: number[] = [];
  const lessKw = new Map<number, number>();
  const nowKw = stationsGiveKw(state);
  gas.plan.groups.forEach(({ burner, station }, g) => {
    if (burner !== 'engine' || gas.switches.tripped[g] === 0 || trippedBefore[g] === 1) return;
    causes.push(gas.tripCause[g]);
    lessKw.set(station, gaveKw[station] - nowKw[station]);
  });
  if (causes.length === 0) return;
  const moreKw = Math.min(sum(Float64Array.from(lessKw.values())), importKw(power));
  if (moreKw < LEAST_KW) return;
  happen('energy.import-instead', scene.elements.bus.ids[power.grid.supplyNode[0]], causes, { kw: moreKw });
}

/** Portable heaters, once they are felt in what the city draws, and once they are gone. */
export function tellHeaters(state: EnergyState, { happen }: EnergyStep): void {
  const { consumers, consequences, totals, scene } = state;
  if (consumers === null) return;
  const kw = sum(consumers.asked.heaterKw);
  const [city] = scene.elements.city.ids;
  if (consequences.heaters === 0 && kw >= LEAST_KW && kw > FELT * totals.demandKw) {
    const cause = causeOfCold(state);
    consequences.heaters = happen('energy.heaters-plugged-in', city, cause > 0 ? [cause] : [], { kw });
  } else if (consequences.heaters > 0 && kw < FORGOTTEN * totals.demandKw) {
    happen('energy.heaters-put-away', city, [consequences.heaters], {});
    consequences.heaters = 0;
  }
}

/** The newest of what keeps heat from being made: burners without gas, stations without power, machines out of order, mains that have burst. */
function causeOfCold({ gas, power, stations, galleries, knobs }: EnergyState): number {
  let newest = newestOf(knobs['unit.out']);
  if (gas !== null) {
    for (let g = 0; g < gas.plan.groups.length; g++) {
      if (gas.switches.tripped[g] === 1) newest = Math.max(newest, gas.tripCause[g]);
    }
  }
  for (const { breaks } of stations?.loops ?? []) newest = Math.max(newest, breaks.stopped, ...breaks.last);
  if (power === null || stations === null || galleries === null) return newest;
  for (const node of stations.node) {
    const section = node < 0 ? -1 : power.grid.sections.ofNode[node];
    if (section >= 0 && power.positions.live[section] === 0) newest = Math.max(newest, galleries.supply.cause[section]);
  }
  return newest;
}

function newestOf({ values, causes }: KnobValues): number {
  let newest = 0;
  for (let slot = 0; slot < values.length; slot++) if (values[slot] > 0) newest = Math.max(newest, causes[slot]);
  return newest;
}
