import { drainageKpis } from './drainage';
import { energyKpis } from './energy';
import { parkKpis } from './park';
import { telecomKpis } from './telecom';
import { trafficKpis } from './traffic';
import { tunnelKpis } from './tunnel';
import { waterKpis } from './water';
import { worksKpis } from './works';

export type { Kpi } from './kpi';

/** Every figure the city is judged by: its unit, its formula, which way is better. */
export const kpis = {
  ...trafficKpis,
  ...energyKpis,
  ...parkKpis,
  ...tunnelKpis,
  ...waterKpis,
  ...telecomKpis,
  ...drainageKpis,
  ...worksKpis,
} as const;

export type KpiName = keyof typeof kpis;
