/**
 * Money, carbon and the published shares, from what was metered. Definitions as in the park's models, 5.2: gas by its
 * lower heating value, electricity from the grid by the coal that it takes, what sun, wind and ground gave as heat
 * (0.1229 kgce/kWh). The shares take the grid of about 2012, as the published ones did; the bill of coal that of today.
 */
import { GAS_KG_PER_KWH, SHANDONG_KG_PER_KWH } from './dispatch';
import { GRID_KGCE_PER_KWH, KGCE_PER_KWH } from './reference/park-figures';
import type { Totals } from './totals';
import { SECONDS_A_DAY } from './weather/calendar';

const TODAYS_GRID_KGCE_PER_KWH = 0.3;

const gridKgce = (totals: Totals): number => totals.importedKwh * GRID_KGCE_PER_KWH;
const gasKgce = (totals: Totals): number => totals.gasKwh * KGCE_PER_KWH;
const renewableKgce = ({ sunKwh, windKwh, ambientKwh }: Totals): number =>
  (sunKwh + windKwh + ambientKwh) * KGCE_PER_KWH;

export function carbonKg({ importedKwh, gasKwh }: Totals): number {
  return importedKwh * SHANDONG_KG_PER_KWH + gasKwh * GAS_KG_PER_KWH;
}

/** Notes what the step has added, with everything metered, and what it had come to at the last midnight. */
export function meterCarbon(totals: Totals, clockS: number, stepS: number): void {
  const before = totals.carbonKg;
  totals.carbonKg = carbonKg(totals);
  totals.carbonKgPerH = ((totals.carbonKg - before) * 3_600) / stepS;
  if (clockS > 0 && clockS % SECONDS_A_DAY < stepS) totals.carbonAtMidnightKg = before;
}

/** Fossil energy, kilograms of standard coal. */
export function primaryKgce(totals: Totals): number {
  return totals.importedKwh * TODAYS_GRID_KGCE_PER_KWH + gasKgce(totals);
}

export function cleanShare(totals: Totals): number {
  const all = gasKgce(totals) + renewableKgce(totals) + gridKgce(totals);
  return all > 0 ? (gasKgce(totals) + renewableKgce(totals)) / all : 0;
}

export function renewableShare(totals: Totals): number {
  const all = gasKgce(totals) + renewableKgce(totals) + gridKgce(totals);
  return all > 0 ? renewableKgce(totals) / all : 0;
}
