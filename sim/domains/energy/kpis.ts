import type { KpiName } from '../../ports';
import { cleanShare, primaryKgce, renewableShare } from './accounts';
import { measureControlRoom } from './control-room/measure';
import { measureGas } from './gas/meter-gas';
import { loadingNow, soFarKw } from './meters';
import { measureMonitoring } from './monitoring';
import { carbonCutToday, coalSavedT, emissionCut, intensityKgcePerYuan, primarySaving } from './reference/park-figures';
import type { EnergyState } from './state';

/** From kilograms a yuan to tonnes per ten thousand. */
const TENTH_OF_TONNES = 10;

export function measureEnergy(state: EnergyState, add: (kpi: KpiName, value: number) => void): void {
  const { power, totals, consumers, stations, gas } = state;
  if (power === null || consumers === null) return;
  add('energy.electric-demand', totals.demandKw);
  add('energy.electric-peak', totals.peakKw > 0 ? totals.peakKw : soFarKw(totals.quarterKwh, totals));
  add(
    'energy.import-peak',
    totals.peakKw > 0 ? totals.importPeakKw : Math.max(0, soFarKw(totals.importQuarterKwh, totals)),
  );
  add('energy.imported-electricity', totals.importedKwh);
  add('energy.exported-electricity', totals.exportedKwh);
  add('energy.solar-electricity', totals.sunKwh);
  add('energy.wind-electricity', totals.windKwh);
  add('energy.network-losses', totals.lossKwh);
  add('energy.unserved-electricity', totals.unservedKwh);
  add('energy.buildings-dark', totals.darkBuildings);
  if (stations !== null) add('energy.island-electricity', totals.islandKwh);
  add('energy.worst-loading', totals.worstLoading);
  add('energy.loading-now', 100 * loadingNow(power, false));
  add('energy.worst-house-loading', totals.worstHouseLoading);
  // Where nothing has had voltage yet, there is no lowest one.
  if (totals.highestVm > 0) {
    add('energy.lowest-voltage', totals.lowestVm);
    add('energy.highest-voltage', totals.highestVm);
  }
  add('energy.breaker-trips', totals.trips);
  add('energy.overload-trips', totals.overloadTrips);
  measureControlRoom(totals, add);
  add('energy.corridor-land', state.corridors.takenMu);
  if (gas !== null) measureGas(gas, totals, add);
  if (consumers.charging !== null) {
    add('energy.cars-charged', totals.carsChargedKwh);
    add('energy.cars-gave-back', totals.carsBackKwh);
    if (totals.carsLeft > 0) add('energy.cars-ready', (100 * totals.carsReady) / totals.carsLeft);
  }
  if (stations === null) return;
  add('energy.engine-electricity', totals.engineKwh);
  add('energy.gas', totals.gasKwh);
  add('energy.gas-of-buildings', totals.houseGasKwh);
  add('energy.ambient-heat', totals.ambientKwh);
  add('energy.heat-dumped', totals.heatDumpedKwh);
  add('energy.heat-delivered', totals.heatKwh);
  add('energy.cooling-delivered', totals.coldKwh);
  add('energy.unserved-heat', totals.unservedHeatKwh);
  add(
    'energy.loop-water-lost',
    stations.loops.reduce((sum, { breaks }) => sum + breaks.lostM3, 0),
  );
  add('energy.unserved-cooling', totals.unservedColdKwh);
  add('energy.heat-losses', totals.heatLostKwh);
  add('energy.cost', totals.costYuan);
  add('energy.co2', totals.carbonKg);
  add('energy.co2-now', totals.carbonKgPerH);
  add('energy.co2-of-the-day', totals.carbonKg - totals.carbonAtMidnightKg);
  add('energy.primary-energy', primaryKgce(totals));
  add('park.clean-share', 100 * cleanShare(totals));
  add('park.renewable-share', 100 * renewableShare(totals));
  if (totals.elapsedS === 0) return;
  add('park.energy-saving', 100 * primarySaving(totals));
  add('park.co2-cut', 100 * emissionCut(totals, 'co2'));
  add('park.co2-cut-today', 100 * carbonCutToday(totals));
  add('park.so2-cut', 100 * emissionCut(totals, 'so2'));
  add('park.nox-cut', 100 * emissionCut(totals, 'nox'));
  add('park.dust-cut', 100 * emissionCut(totals, 'dust'));
  add('park.coal-saved', coalSavedT(totals));
  add('park.reference-heat', totals.referenceHeatKwh);
  add('park.reference-cooling', totals.referenceColdKwh);
  add('park.reference-electricity', totals.referenceElectricKwh);
  add('park.intensity', TENTH_OF_TONNES * intensityKgcePerYuan(totals));
  measureMonitoring(totals, add);
}
