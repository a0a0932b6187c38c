import { causeOf, meets, published } from '../../domains/energy/reference/published';
import type { KpiName } from '../../ports';
import type { RunResult } from '../../studies';
import { formatFigure } from './format-figure';

export interface PublishedRow {
  readonly what: string;
  readonly published: number;
  readonly atLeast: boolean;
  readonly fitted: boolean;
  readonly unit: string;
  readonly reached: number;
  readonly met: boolean;
  /** Why not, where it is not. */
  readonly cause: string | null;
}

/** Figures of a year are only to be had from one. */
const NEARLY_A_YEAR_S = 364 * 86_400;

/** The park's published figures beside those of a run that lasted a year; none of any other. */
export function publishedRows({ scenario, totals }: RunResult): PublishedRow[] {
  if (scenario.durationSeconds < NEARLY_A_YEAR_S || totals['park.energy-saving'] === undefined) return [];
  return published.map((figure) => {
    const of = (name: KpiName) => totals[name]?.value ?? 0;
    const reached = of(figure.kpi);
    const met = meets(figure, reached);
    return {
      what: figure.what,
      published: figure.value,
      atLeast: figure.atLeast === true,
      fitted: figure.fitted === true,
      unit: figure.unit,
      reached,
      met,
      cause: met ? null : causeOf(figure, of),
    };
  });
}

export function publishedLines(result: RunResult): string[] {
  const rows = publishedRows(result);
  if (rows.length === 0) return [];
  const width = Math.max(...rows.map(({ what }) => what.length));
  const cells = rows.map((row) => {
    const note = [row.fitted ? 'factors fitted' : '', row.cause ?? ''].filter((each) => each !== '');
    const wanted = `${row.atLeast ? '≥ ' : ''}${formatFigure(row.published)}`;
    return `  ${row.what.padEnd(width)}  ${formatFigure(row.reached).padStart(12)}  published ${wanted.padStart(7)} ${row.unit}  ${note.join('; ')}`;
  });
  return ['the park’s published figures', ...cells.map((line) => line.trimEnd())];
}
