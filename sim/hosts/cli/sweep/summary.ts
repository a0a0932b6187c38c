import { kpis } from '../../../ports';
import type { RunResult, SweepRun } from '../../../studies';
import { formatFigure } from '../format-figure';
import type { FiledProblem } from '../refusal';

export interface SweepRow extends Pick<SweepRun, 'from' | 'settings'> {
  readonly seed: number;
  readonly inputHash: string;
  /** Made now, kept from before, or lost. */
  readonly status: 'made' | 'kept' | 'failed';
  readonly attempts: number;
  readonly finalHash?: string;
  readonly totals?: RunResult['totals'];
  readonly problems?: readonly FiledProblem[];
}

/** RFC 4180: a line a run, a column a setting and a KPI. */
export function summaryCsv(rows: readonly SweepRow[]): string {
  const settings = [...new Set(rows.flatMap((row) => Object.keys(row.settings)))];
  const names = (Object.keys(kpis) as (keyof typeof kpis)[]).filter((name) => rows.some((row) => row.totals?.[name]));
  const lines = [['inputHash', 'scenario', 'seed', ...settings, 'status', 'finalHash', ...names]];
  for (const row of rows) {
    lines.push([
      row.inputHash,
      row.from,
      String(row.seed),
      ...settings.map((name) => String(row.settings[name] ?? '')),
      row.status,
      row.finalHash ?? '',
      ...names.map((name) => String(row.totals?.[name]?.value ?? '')),
    ]);
  }
  return lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

/** For a person: each combination's mean of every KPI over its seeds. */
export function summaryTable(rows: readonly SweepRow[]): string {
  const groups = new Map<string, SweepRow[]>();
  for (const row of rows) {
    const settings = Object.entries(row.settings).map(([name, value]) => `${name} ${value}`);
    const key = [row.from || 'as it is', ...settings].join(' · ');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines: string[] = [];
  for (const [key, group] of groups) {
    const done = group.filter((row) => row.totals);
    lines.push(`${key}: ${done.length} of ${group.length} runs`);
    for (const name of Object.keys(kpis) as (keyof typeof kpis)[]) {
      const values = done.flatMap((row) => row.totals?.[name]?.value ?? []);
      if (values.length === 0) continue;
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      lines.push(`  ${name.padEnd(26)} ${formatFigure(mean).padStart(12)} ${kpis[name].unit}`);
    }
  }
  return lines.join('\n');
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
