/** The course of every KPI in both rows of runs, with the band of a paired experiment at each time by itself. */
import { type KpiName, kpis } from '../../ports';
import type { RunPair } from './compare-pairs';
import { compareFigures } from './figures';

/** In columns, a row for each of `seconds`; null where one of the runs measured nothing. */
export interface ComparedCourse {
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  /** Half-width of the 95 % band of the mean difference. */
  readonly noise: readonly (number | null)[];
}

export interface ComparedSeries {
  readonly seconds: readonly number[];
  readonly kpis: Readonly<Partial<Record<KpiName, ComparedCourse>>>;
}

/** Of times that all runs have measured; at least two pairs. */
export function compareSeries(pairs: readonly RunPair[]): ComparedSeries {
  const sides = pairs.flatMap(({ a, b }) => [a.series, b.series]);
  const known = sides.map(({ seconds }) => new Map(seconds.map((each, row) => [each, row])));
  const seconds = sides[0].seconds.filter((each) => known.every((rows) => rows.has(each)));
  const compared: Partial<Record<KpiName, ComparedCourse>> = {};
  for (const name of Object.keys(kpis) as KpiName[]) {
    if (!sides.every(({ values }) => values[name] !== undefined)) continue;
    const at = (side: number, time: number) => sides[side].values[name]![known[side].get(time)!];
    const rows = seconds.map((time) => {
      const a = pairs.map((_, i) => at(2 * i, time));
      const b = pairs.map((_, i) => at(2 * i + 1, time));
      if (!a.every(isMeasured) || !b.every(isMeasured)) return { a: null, b: null, noise: null };
      return compareFigures(a as number[], b as number[], kpis[name].unit, kpis[name].deadband);
    });
    compared[name] = { a: rows.map((row) => row.a), b: rows.map((row) => row.b), noise: rows.map((row) => row.noise) };
  }
  return { seconds, kpis: compared };
}

function isMeasured(value: number | null): boolean {
  return value !== null && Number.isFinite(value);
}
