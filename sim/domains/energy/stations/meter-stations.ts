import type { DemandAsked, DemandSupply } from '../demand';
import { heatSourceOf } from '../plants';
import type { Totals } from '../totals';
import type { StationsRun } from './stations-run';

/** What stations burnt and gave through the step, what loops lost, and what houses went without. */
export function meterStations(
  { hub, loops, standing }: StationsRun,
  asked: DemandAsked,
  supply: DemandSupply,
  totals: Totals,
  hours: number,
): void {
  for (let b = 0; b < hub.banks.length; b++) {
    const { kind, engine } = hub.banks[b];
    totals.gasKwh += standing.gasKw[b] * hours;
    if (engine) totals.engineKwh += standing.outputKw[b] * hours;
    if (heatSourceOf(kind) === undefined) continue;
    const heatsKw = standing.electricKw[b] - standing.coldElectricKw[b];
    totals.ambientKwh += (standing.outputKw[b] - heatsKw) * hours;
  }
  for (let station = 0; station < standing.dumpedKw.length; station++) {
    totals.heatDumpedKwh += standing.dumpedKw[station] * hours;
  }
  for (const { carrier, net } of loops) {
    let given = 0;
    for (const watts of net.outputs.deliveredW) given += watts;
    if (carrier === 'heat') totals.heatKwh += (given / 1_000) * hours;
    else totals.coldKwh += (given / 1_000) * hours;
    if (carrier === 'heat') totals.heatLostKwh += (net.outputs.lostW / 1_000) * hours;
  }
  let heatKw = 0;
  let coldKw = 0;
  for (let i = 0; i < asked.heatKw.length; i++) {
    heatKw += asked.heatKw[i] * (1 - supply.heat[i]);
    coldKw += asked.coolingKw[i] * (1 - supply.cooling[i]);
    const burnt = asked.gasKw[i] * supply.gas[i] * hours;
    totals.gasKwh += burnt;
    totals.houseGasKwh += burnt;
  }
  totals.unservedHeatKw = heatKw;
  totals.unservedColdKw = coldKw;
  totals.unservedHeatKwh += heatKw * hours;
  totals.unservedColdKwh += coldKw * hours;
}
