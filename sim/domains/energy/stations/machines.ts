/** What a bank takes for what it gives, by the part-load models of plants. */

import type { HubBank } from '../dispatch/hub';
import {
  engineFuelKw,
  engineHeatKw,
  fewestRunning,
  type HeatSource,
  heatPumpCop,
  heatSourceOf,
  inputShare,
  type Machine,
} from '../plants';
import type { Standing } from './standing';

/** What surrounds the machines. */
export interface Surroundings {
  readonly airC: number;
  readonly groundC: number;
  readonly seaC: number;
}

export function sourceC(source: HeatSource, { airC, groundC, seaC }: Surroundings): number {
  return source === 'air' ? airC : source === 'water' ? seaC : groundC;
}

export function copOf(bank: HubBank, supplyC: number, around: Surroundings): number {
  const source = heatSourceOf(bank.kind);
  if (source === undefined) return Number.NaN;
  const rated = Number.isNaN(bank.efficiency) ? undefined : bank.efficiency;
  return heatPumpCop(source, sourceC(source, around), supplyC, rated);
}

/** Water of the cooling loops, and how much warmer than its source the condenser of a pump that cools runs. */
const CHILLED_C = 6;
const CONDENSER_OVER_SOURCE_K = 15;

/** What a heat pump cools for each kWh when it gives its heat to its source: what it would lift, less its own work. */
export function coolingCopOf(bank: HubBank, around: Surroundings): number {
  const source = heatSourceOf(bank.kind);
  if (source === undefined) return Number.NaN;
  const rated = Number.isNaN(bank.efficiency) ? undefined : bank.efficiency;
  return heatPumpCop(source, CHILLED_C, sourceC(source, around) + CONDENSER_OVER_SOURCE_K, rated) - 1;
}

const machineOf: Partial<Record<HubBank['kind'], Machine>> = {
  'gas-boiler': 'boiler',
  'electric-chiller': 'electric-chiller',
  'absorption-chiller': 'absorption-chiller',
  'ground-source-heat-pump': 'heat-pump',
  'water-source-heat-pump': 'heat-pump',
  'air-source-heat-pump': 'heat-pump',
};

/** Notes that a bank gives so much with its fewest machines, and what it takes for it. Engines say how many run. */
export function setBank(standing: Standing, b: number, bank: HubBank, kw: number, running: number, cop: number): void {
  const { outputKw, gasKw, electricKw, heatInKw, heatKw } = standing;
  outputKw[b] = kw;
  standing.running[b] = running;
  gasKw[b] = 0;
  electricKw[b] = 0;
  heatInKw[b] = 0;
  heatKw[b] = 0;
  standing.coldKw[b] = 0;
  standing.coldElectricKw[b] = 0;
  if (running === 0) return;
  if (bank.engine) {
    gasKw[b] = running * engineFuelKw(bank.engine, kw / running);
    heatKw[b] = running * engineHeatKw(bank.engine, kw / running);
    return;
  }
  const machine = machineOf[bank.kind];
  if (machine === undefined) return;
  const atFull = machine === 'heat-pump' ? cop : bank.efficiency;
  const input = ((running * bank.sizeKw) / atFull) * inputShare(machine, kw / (running * bank.sizeKw));
  if (machine === 'boiler') gasKw[b] = input;
  else if (machine === 'absorption-chiller') heatInKw[b] = input;
  else electricKw[b] = input;
}

/** Notes what a heat pump's bank cools with other machines than those that heat. */
export function addCold(standing: Standing, b: number, bank: HubBank, kw: number, cop: number): void {
  const machines = coolingMachines(bank, kw);
  if (machines === 0) return;
  const most = machines * bank.coolingKw;
  standing.running[b] += machines;
  standing.coldKw[b] = kw;
  standing.coldElectricKw[b] = (most / cop) * inputShare('heat-pump', kw / most);
  standing.electricKw[b] += standing.coldElectricKw[b];
}

/** Of a bank that works both ways. */
export function coolingMachines({ coolingKw }: HubBank, kw: number): number {
  return coolingKw > 0 && kw > 0 ? Math.ceil(kw / coolingKw - 1e-9) : 0;
}

/** The fewest machines that give this much, of those that are there. */
export function machinesFor(bank: HubBank, kw: number): number {
  return fewestRunning(bank, kw, bank.count);
}
