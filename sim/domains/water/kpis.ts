import type { KpiName } from '../../ports';
import type { WaterState } from './state';

/** Before the first minute is over there is nothing to tell. */
export function measureWater({ run, totals }: WaterState, add: (kpi: KpiName, value: number) => void): void {
  if (run === null || totals.minutes === 0) return;
  add('water.lowest-pressure', totals.lowestM);
  add('water.supplied', totals.servedM3);
  add('water.unserved', totals.unservedM3);
  add('water.buildings-short', totals.shortBuildings);
  add('water.burst-loss', totals.escapedM3);
  add('water.pump-electricity', totals.pumpKwh);
}
