import type { KpiName } from '../../../ports';
import type { Totals } from '../totals';

const PERCENT = 100;

/** Shares since the start, in all and by carrier; none of a carrier that nobody has used. */
export function measureMonitoring(totals: Totals, add: (kpi: KpiName, value: number) => void): void {
  const { usedElectricKwh, usedHeatKwh, usedColdKwh, usedGasKwh } = totals;
  const { seenElectricKwh, seenHeatKwh, seenColdKwh, seenGasKwh } = totals;
  const tell = (kpi: KpiName, seen: number, used: number) => {
    if (used > 0) add(kpi, (PERCENT * seen) / used);
  };
  tell(
    'park.monitored-share',
    seenElectricKwh + seenHeatKwh + seenColdKwh + seenGasKwh,
    usedElectricKwh + usedHeatKwh + usedColdKwh + usedGasKwh,
  );
  tell('park.monitored-electricity', seenElectricKwh, usedElectricKwh);
  tell('park.monitored-heat', seenHeatKwh, usedHeatKwh);
  tell('park.monitored-cooling', seenColdKwh, usedColdKwh);
  tell('park.monitored-gas', seenGasKwh, usedGasKwh);
}
