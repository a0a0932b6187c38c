import type { KpiName } from '../../ports';
import type { TunnelState } from './state';
import { detectionTimeS } from './wrongs';

const S_PER_H = 3_600;

export function measureTunnel({ run, totals }: TunnelState, add: (kpi: KpiName, value: number) => void): void {
  if (run === null) return;
  add('tunnel.alarms', totals.alarms);
  add('tunnel.false-alarms', totals.falseAlarms);
  add('tunnel.highest-gas', 100 * totals.highestGas);
  add('tunnel.gas-released', totals.releasedKg);
  add('tunnel.explosive-air', totals.explosiveM3H);
  const found = detectionTimeS(run, totals);
  // Where nothing has been wrong, there is nothing to find.
  if (found !== null) add('tunnel.detection-time', found);
  if (totals.elapsedS > 0) add('tunnel.highest-temperature', totals.highestC);
  add('tunnel.highest-water', totals.highestWaterM);
  add(
    'tunnel.sections-drowned',
    run.floodLinkage.drowned.reduce((sum, one) => sum + one, 0),
  );
  add('tunnel.fan-energy', totals.fanKwh);
  add('tunnel.crew-hours', run.crews.workedS.reduce((sum, seconds) => sum + seconds, 0) / S_PER_H);
  add('tunnel.cables-lost', totals.cablesLost);
}
