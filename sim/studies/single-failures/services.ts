/** What people go without, by network: only what is still missing when the grace is over. */
import { type KpiName, kpis } from '../../ports';
import type { Figures, Lived } from './forks';

interface Service {
  readonly kpi: KpiName;
  /** Counted since the start: what the last minute adds is what is missing. Otherwise the figure itself is. */
  readonly isSum: boolean;
  /** Of it, by the hour for sums, so much is nothing: less than one kettle, or one tap, in a city. */
  readonly nothing: number;
}

const services: readonly Service[] = [
  { kpi: 'energy.unserved-electricity', isSum: true, nothing: 1 },
  { kpi: 'energy.unserved-heat', isSum: true, nothing: 1 },
  { kpi: 'energy.unserved-cooling', isSum: true, nothing: 1 },
  { kpi: 'energy.unserved-gas', isSum: true, nothing: 1 },
  { kpi: 'water.unserved', isSum: true, nothing: 0.1 },
  { kpi: 'telecom.sensors-heard', isSum: false, nothing: 0 },
  { kpi: 'telecom.sections-unheard', isSum: false, nothing: 0 },
  { kpi: 'tunnel.sections-drowned', isSum: false, nothing: 0 },
];

export interface LostService {
  readonly kpi: KpiName;
  readonly domain: string;
  /** Missing at the end: by the hour for sums, in the KPI's own unit otherwise. */
  readonly missing: number;
  /** Of sums: what was missing from the failure to the end. */
  readonly soFar: number;
}

const MINUTES_AN_HOUR = 60;

/** Everything that is worse than without the failure; `isOver` where it had been missing and is back. */
export function lostServices(lived: Lived, undisturbed: Lived): (LostService & { readonly isOver: boolean })[] {
  return services.flatMap(({ kpi, isSum, nothing }) => {
    const sign = kpis[kpi].better === 'more' ? -1 : 1;
    const more = (a: Figures, b: Figures) => sign * ((a[kpi] ?? 0) - (b[kpi] ?? 0));
    const atEnd = more(lived.figures, undisturbed.figures);
    const before = more(lived.figuresBefore, undisturbed.figuresBefore);
    const missing = isSum ? MINUTES_AN_HOUR * (atEnd - before) : atEnd;
    const isOver = !(missing > nothing);
    if (isOver && !(isSum && atEnd > nothing)) return [];
    const domain = kpi.slice(0, kpi.indexOf('.'));
    return [{ kpi, domain, missing: Math.max(0, missing), soFar: isSum ? atEnd : 0, isOver }];
  });
}
