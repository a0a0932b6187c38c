import type { KpiName } from '../../../ports';
import type { Walking } from './walking';

/** How many have crossed a street, and what everybody who wanted to has waited for it. */
export function measureWalking({ due, crossed, waitedSeconds }: Walking, add: (kpi: KpiName, value: number) => void) {
  add('traffic.walkers-crossed', crossed);
  add('traffic.walker-delay', due > 0 ? waitedSeconds / due : 0);
}
