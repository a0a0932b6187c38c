import type { KpiName } from '../../ports';
import type { DrainageState } from './state';

/** Where it has not rained there is nothing to tell. */
export function measureDrainage({ run, totals }: DrainageState, add: (kpi: KpiName, value: number) => void): void {
  if (run === null) return;
  add('drainage.rain', totals.rainMmPerH);
  add('drainage.worst-depth', totals.worstDepthM);
  add('drainage.deepest', totals.deepestM);
  add('drainage.flooded-roads', totals.floodedM / 1_000);
  add('drainage.most-flooded-roads', totals.mostFloodedM / 1_000);
  add('drainage.on-roads', totals.streetM3);
  add('drainage.outfall', totals.outfallM3 + totals.bankM3);
  add('drainage.into-galleries', totals.galleryM3);
}
