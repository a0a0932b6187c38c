import { type FigureComparison, type KpiName, kpis } from '../../../sim';
import type { Verdict } from '../../state/kpi-difference';

/** One KPI of a comparison, ready to be drawn. */
export interface DifferenceRow {
  readonly name: KpiName;
  readonly compared: FigureComparison;
  /** B less A and its band as shares of A; infinite where A has nothing. */
  readonly share: number;
  readonly bandShare: number;
  readonly verdict: Verdict;
}

export interface SortedRows {
  /** Beyond the band and the deadband, the largest share first. */
  readonly differ: readonly DifferenceRow[];
  readonly same: readonly DifferenceRow[];
}

export function sortRows(compared: Readonly<Partial<Record<KpiName, FigureComparison>>>): SortedRows {
  const rows = (Object.entries(compared) as [KpiName, FigureComparison][])
    .filter(([, each]) => Number.isFinite(each.difference))
    .map(([name, each]) => rowOf(name, each));
  return {
    differ: rows.filter(({ compared: { sign } }) => sign !== 0).sort((x, y) => Math.abs(y.share) - Math.abs(x.share)),
    same: rows.filter(({ compared: { sign } }) => sign === 0),
  };
}

function rowOf(name: KpiName, compared: FigureComparison): DifferenceRow {
  const of = Math.abs(compared.a);
  const { sign } = compared;
  const { better } = kpis[name];
  const verdict =
    sign === 0
      ? 'same'
      : better === 'none'
        ? sign > 0
          ? 'more'
          : 'less'
        : sign > 0 === (better === 'more')
          ? 'better'
          : 'worse';
  const share = compared.difference === 0 ? 0 : compared.difference / of;
  return { name, compared, share, bandShare: compared.noise === 0 ? 0 : compared.noise / of, verdict };
}

const SCALES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** One scale for all bars: the least in which nine of ten find room; longer ones are cut and say so. */
export function scaleOf(rows: readonly DifferenceRow[]): number {
  const sizes = rows
    .map(({ share }) => Math.abs(share))
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const wanted = sizes[Math.floor(sizes.length * 0.9)] ?? sizes.at(-1) ?? 0;
  return SCALES.find((each) => each >= wanted) ?? 1;
}
