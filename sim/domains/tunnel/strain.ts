import type { LimitName } from '../../ports';
import { truePeak } from './gas-in-air';
import { floodThresholds, gasThresholds } from './linkage/thresholds';
import type { TunnelState } from './state';

/** GB 50838-2015, 7.2.4. */
const WARMEST_C = 40;

export function strainOfTunnel({ run }: TunnelState, of: (limit: LimitName) => Float64Array): void {
  if (run === null) return;
  const gas = of('tunnel.gas');
  const air = of('tunnel.air');
  const water = of('tunnel.water');
  for (let s = 0; s < gas.length; s++) {
    gas[s] = run.sections.isActive[s] === 1 ? truePeak(run, s) / gasThresholds.cutOff : 0;
    air[s] = Math.max(0, run.air.airC[s]) / WARMEST_C;
    water[s] = run.flood.levelM[s] / floodThresholds.boardsM;
  }
}
