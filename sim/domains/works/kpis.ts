import type { KpiName } from '../../ports';
import type { WorksState } from './state';
import { sitesOpen } from './step';

/** Before its first minute is over there is nothing to tell. */
export function measureWorks({ run }: WorksState, add: (kpi: KpiName, value: number) => void): void {
  if (run === null || run.at.day < 0) return;
  const { sum } = run.derived;
  add('works.days-per-year', sum.worksDaysPerYear);
  add('works.sites-open', sitesOpen(run));
  add('works.site-days', run.at.siteDays);
  add('works.gallery-length', sum.lengthKm);
  add('works.capex', sum.capexYuan);
  add('works.freed-land', run.at.freedMu);
  add('works.net-benefit', sum.netYuan);
}
