import type { Decoder, Encoder } from '../../kernel';

/** In the order in which they are saved. Energies since the start of the run; powers of the moment where they say so. */
export const totalNames = [
  'elapsedS',
  'importedKwh',
  'exportedKwh',
  'lossKwh',
  'servedKwh',
  'unservedKwh',
  'sunKwh',
  'windKwh',
  'quarterKwh',
  'peakKw',
  'importQuarterKwh',
  'importPeakKw',
  'demandKw',
  'unservedKw',
  'sunKw',
  'worstLoading',
  'worstHouseLoading',
  'lowestVm',
  'highestVm',
  'darkBuildings',
  'engineKwh',
  'gasKwh',
  'houseGasKwh',
  'heatKwh',
  'coldKwh',
  'unservedHeatKwh',
  'unservedColdKwh',
  'unservedHeatKw',
  'unservedColdKw',
  'heatLostKwh',
  'heatDumpedKwh',
  'ambientKwh',
  'costYuan',
  'carbonKg',
  'carbonKgPerH',
  'carbonAtMidnightKg',
  'referenceHeatKwh',
  'referenceColdKwh',
  'referenceElectricKwh',
  'referenceGasKwh',
  'unservedGasKwh',
  'leakedGasKwh',
  'lowestGasMedium',
  'lowestGasLow',
  'unsolvedGas',
  'usedElectricKwh',
  'usedHeatKwh',
  'usedColdKwh',
  'usedGasKwh',
  'seenElectricKwh',
  'seenHeatKwh',
  'seenColdKwh',
  'seenGasKwh',
  'carsLeft',
  'carsReady',
  'carsChargedKwh',
  'carsBackKwh',
  'quarterNowKwh',
  'quarterUnmovedKwh',
  'dayPeakKw',
  'dayUnmovedPeakKw',
  'trips',
  'unsolvedSteps',
  'islandKwh',
  'overloadTrips',
  'overloadsForeseen',
  'overloadsAverted',
  'foreseenInVain',
  'foresightS',
  'calledKwh',
] as const;
export type TotalName = (typeof totalNames)[number];
export type Totals = Record<TotalName, number>;

export function noTotals(): Totals {
  const totals = Object.fromEntries(totalNames.map((name) => [name, 0])) as Totals;
  totals.lowestVm = Number.POSITIVE_INFINITY;
  totals.lowestGasMedium = Number.POSITIVE_INFINITY;
  totals.lowestGasLow = Number.POSITIVE_INFINITY;
  return totals;
}

export function saveTotals(totals: Totals, out: Encoder): void {
  for (const name of totalNames) out.f64(totals[name]);
}

export function loadTotals(totals: Totals, from: Decoder): void {
  for (const name of totalNames) totals[name] = from.f64();
}
