import { type ComparedSeries, type KpiName, type KpiSample, kpis, type Scenario } from '../../../sim';
import { formatClock } from '../../i18n';

export interface Column {
  readonly name: string;
  readonly unit?: string;
  readonly cells: readonly (number | string | null)[];
}

/** The courses of the run as the command line writes them, a column a KPI; A's beside B's where a second run keeps step. */
export function runTable(
  samples: readonly KpiSample[],
  ofA: readonly KpiSample[],
  startClockSeconds: number,
): readonly Column[] {
  const rows = [...new Set([...samples, ...ofA].map(({ seconds }) => seconds))].sort((a, b) => a - b);
  return [
    ...times(rows, startClockSeconds),
    ...columnsOf(samples, rows, ''),
    ...(ofA.length > 0 ? columnsOf(ofA, rows, 'a.') : []),
  ];
}

/** Means over the seeds of a comparison, and the half-width of their band. */
export function comparedTable(
  { seconds, kpis: courses }: ComparedSeries,
  startClockSeconds: number,
): readonly Column[] {
  const names = Object.keys(courses) as KpiName[];
  return [
    ...times(seconds, startClockSeconds),
    ...names.flatMap((name) => {
      const { a, b, noise } = courses[name] ?? { a: [], b: [], noise: [] };
      const { unit } = kpis[name];
      return [
        { name: `a.${name}`, unit, cells: a.map(finite) },
        { name: `b.${name}`, unit, cells: b.map(finite) },
        { name: `band.${name}`, unit, cells: noise.map(finite) },
      ];
    }),
  ];
}

function times(seconds: readonly number[], startClockSeconds: number): readonly Column[] {
  return [
    { name: 'seconds', unit: 's', cells: seconds },
    { name: 'clock', cells: seconds.map((each) => formatClock(startClockSeconds + each)) },
  ];
}

function columnsOf(samples: readonly KpiSample[], rows: readonly number[], before: string): readonly Column[] {
  const at = new Map(samples.map((sample) => [sample.seconds, sample.values]));
  const names = (Object.keys(kpis) as KpiName[]).filter((name) => samples.some(({ values }) => name in values));
  return names.map((name) => ({
    name: before + name,
    unit: kpis[name].unit,
    cells: rows.map((seconds) => finite(at.get(seconds)?.[name] ?? null)),
  }));
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

/** RFC 4180; what was not measured is an empty field. */
export function asCsv(columns: readonly Column[]): string {
  const lines = [columns.map(({ name }) => name).join(',')];
  const count = columns[0]?.cells.length ?? 0;
  for (let row = 0; row < count; row++) lines.push(columns.map(({ cells }) => cells[row] ?? '').join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/** With what the run was, and the units, beside the columns. */
export async function asParquet(
  columns: readonly Column[],
  scenario: Scenario | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const units = Object.fromEntries(columns.flatMap(({ name, unit }) => (unit ? [[name, unit]] : [])));
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, cells }) => ({
      name,
      data: [...cells],
      type: cells.some((cell) => typeof cell === 'string') ? 'STRING' : 'DOUBLE',
    })),
    kvMetadata: [
      { key: 'cityloom.units', value: JSON.stringify(units) },
      { key: 'cityloom.scenario', value: JSON.stringify(scenario) },
    ],
    createdBy: 'cityloom',
  });
  return new Uint8Array(buffer);
}
