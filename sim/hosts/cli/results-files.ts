/** What `run --out` leaves behind: each file whole or not at all. */
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { KpiSeries, RunResult } from '../../studies';
import { writeWhole } from './write-file';

export async function writeResults(folder: string, result: RunResult, document: unknown): Promise<readonly string[]> {
  const names: string[] = [];
  const write = async (name: string, content: string | Uint8Array) => {
    await writeWhole(join(folder, name), content);
    names.push(name);
  };
  await write('totals.json', pretty(result.totals));
  await write('happenings.json', pretty(result.happenings));
  await write('series.csv', seriesCsv(result.series));
  await write('series.parquet', seriesParquet(result.series));
  await write('result.json', pretty(document));
  return names;
}

/** RFC 4180, a column a KPI; a window without a figure is an empty field. */
export function seriesCsv(series: KpiSeries): string {
  const names = Object.keys(series.values) as (keyof KpiSeries['values'])[];
  const lines = [['seconds', ...names].join(',')];
  series.seconds.forEach((seconds, row) => {
    lines.push([seconds, ...names.map((name) => series.values[name]![row] ?? '')].join(','));
  });
  return `${lines.join('\r\n')}\r\n`;
}

export function seriesParquet(series: KpiSeries): Uint8Array {
  const columns = Object.entries(series.values).map(([name, data]) => ({
    name,
    data: data as (number | null)[],
    type: 'DOUBLE' as const,
  }));
  const seconds = { name: 'seconds', data: [...series.seconds], type: 'DOUBLE' as const, nullable: false };
  return new Uint8Array(parquetWriteBuffer({ columnData: [seconds, ...columns], createdBy: 'cityloom' }));
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
