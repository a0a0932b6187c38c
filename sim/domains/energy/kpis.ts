import type { KpiName } from '../../ports';
import { loadingNow } from './meters';
import type { EnergyState } from './state';

export function measureEnergy(
  { power, totals, consumers }: EnergyState,
  add: (kpi: KpiName, value: number) => void,
): void {
  if (power === null || consumers === null) return;
  add('energy.electric-demand', totals.demandKw);
  if (totals.peakKw > 0) add('energy.electric-peak', totals.peakKw);
  add('energy.imported-electricity', totals.importedKwh);
  add('energy.exported-electricity', totals.exportedKwh);
  add('energy.solar-electricity', totals.sunKwh);
  add('energy.wind-electricity', totals.windKwh);
  add('energy.network-losses', totals.lossKwh);
  add('energy.unserved-electricity', totals.unservedKwh);
  add('energy.buildings-dark', totals.darkBuildings);
  add('energy.worst-loading', totals.worstLoading);
  add('energy.loading-now', 100 * loadingNow(power, false));
  add('energy.worst-house-loading', totals.worstHouseLoading);
  // Where nothing has had voltage yet, there is no lowest one.
  if (totals.highestVm > 0) {
    add('energy.lowest-voltage', totals.lowestVm);
    add('energy.highest-voltage', totals.highestVm);
  }
  add('energy.breaker-trips', totals.trips);
}
