/** What a second adds to the totals of the run. */
import { explosiveM3, truePeak } from './gas-in-air';
import type { TunnelRun, TunnelState } from './state';

const S_PER_H = 3_600;

export function meterTunnel({ totals }: TunnelState, run: TunnelRun, stepS: number): void {
  const { air, sections, flood, fires, stepped } = run;
  // Fans are asked only when some of them have turned.
  if (stepped.solves !== air.solves) {
    stepped.solves = air.solves;
    stepped.fanKw = 0;
    for (let s = 0; s < air.fanKw.length; s++) stepped.fanKw += air.fanKw[s];
  }
  totals.fanKwh += (stepped.fanKw * stepS) / S_PER_H;
  for (let s = 0; s < sections.wallC.length; s++) {
    if (!fires.has(s)) totals.highestC = Math.max(totals.highestC, air.airC[s]);
    if (sections.isActive[s] === 0) continue;
    totals.highestWaterM = Math.max(totals.highestWaterM, flood.levelM[s]);
    totals.highestGas = Math.max(totals.highestGas, truePeak(run, s));
    totals.explosiveM3H += (explosiveM3(run, s) * stepS) / S_PER_H;
  }
}
