import type { AnyDomain, KpiName } from '../ports';
import type { Catalogue } from './catalogue';
import type { KpiSample } from './twin-face';

/** Asks every domain for its figures; one that is unknown, told twice or no number is a mistake of its domain. */
export function measureKpis(
  domains: readonly AnyDomain[],
  states: readonly unknown[],
  { kpis }: Pick<Catalogue, 'kpis'>,
): KpiSample['values'] {
  const values: Partial<Record<KpiName, number>> = {};
  const add = (kpi: KpiName, value: number): void => {
    if (!Object.hasOwn(kpis, kpi)) throw new Error(`met the KPI '${kpi}', expected one of the catalogue`);
    if (Object.hasOwn(values, kpi)) throw new Error(`met the KPI '${kpi}' twice, expected it once`);
    if (!Number.isFinite(value)) throw new Error(`met ${value} for '${kpi}', expected a finite number`);
    values[kpi] = value;
  };
  domains.forEach((domain, index) => {
    domain.measure(states[index], add);
  });
  return values;
}
