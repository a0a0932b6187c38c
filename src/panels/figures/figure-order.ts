import { type KpiName, kpis } from '../../../sim';
import { type FigureGroup, groupOf } from '../../i18n';

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

/** Figures by the part of the city that they tell of, in the order in which they stand. */
export function grouped(
  names: readonly KpiName[],
): readonly { readonly group: FigureGroup; readonly names: KpiName[] }[] {
  const groups = new Map<FigureGroup, KpiName[]>();
  for (const name of names) {
    const group = groups.get(groupOf(name));
    if (group) group.push(name);
    else groups.set(groupOf(name), [name]);
  }
  return [...groups].map(([group, each]) => ({ group, names: each }));
}
