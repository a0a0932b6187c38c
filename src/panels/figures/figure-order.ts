import { type KpiName, kpis } from '../../../sim';

/** What people ask for first stands first; every other figure follows in the order of the catalogue. */
const first: readonly KpiName[] = [
  'traffic.mean-speed',
  'traffic.mean-duration',
  'traffic.mean-time-loss',
  'traffic.delay',
  'traffic.mean-waiting',
  'traffic.trips-running',
  'traffic.trips-arrived',
];

export const figureOrder: readonly KpiName[] = [
  ...first,
  ...(Object.keys(kpis) as KpiName[]).filter((name) => !first.includes(name)),
];
