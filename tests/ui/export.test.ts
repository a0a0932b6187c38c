import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { asTick, defaultScenario, type KpiSample } from '../../sim';
import { asCsv, asParquet, comparedTable, runTable } from '../../src/panels/export/series-table';

const sample = (minute: number, delay: number, speed?: number): KpiSample => ({
  tick: asTick(minute * 120),
  seconds: minute * 60,
  values: { 'traffic.delay': delay, ...(speed !== undefined && { 'traffic.mean-speed': speed }) },
});

const SEVEN = 7 * 3_600;

describe('exported series', () => {
  it('have a row a minute, with A beside B at the same minute and nothing where nothing was measured', () => {
    const table = runTable([sample(1, 0.5, 9), sample(2, 1.25)], [sample(2, 0.75, 10), sample(3, 1)], SEVEN);
    const [head, ...lines] = asCsv(table).split('\r\n');
    expect(head.split(',')).toEqual(table.map(({ name }) => name));
    expect(lines.map((line) => line.slice(0, 12))).toEqual(['60,07:01:00,', '120,07:02:00', '180,07:03:00', '']);
    const column = (name: string) => table.find((each) => each.name === name)?.cells;
    expect(column('traffic.delay')).toEqual([0.5, 1.25, null]);
    expect(column('a.traffic.delay')).toEqual([null, 0.75, 1]);
    expect(column('traffic.mean-speed')).toEqual([9, null, null]);
  });

  it('come back from Parquet as they were, with their units and the scenario', async () => {
    const scenario = defaultScenario('crossroads', { seed: 9 });
    const table = runTable([sample(1, 0.5, 9), sample(2, 1.25)], [], SEVEN);
    const file = (await asParquet(table, scenario)).buffer;
    expect(await parquetReadObjects({ file })).toEqual([
      expect.objectContaining({ seconds: 60, clock: '07:01:00', 'traffic.delay': 0.5, 'traffic.mean-speed': 9 }),
      expect.objectContaining({ seconds: 120, clock: '07:02:00', 'traffic.delay': 1.25, 'traffic.mean-speed': null }),
    ]);
    const told = new Map(parquetMetadata(file).key_value_metadata?.map(({ key, value }) => [key, value]));
    expect(JSON.parse(told.get('cityloom.units') ?? '')).toMatchObject({ seconds: 's', 'traffic.mean-speed': 'km/h' });
    expect(JSON.parse(told.get('cityloom.scenario') ?? '')).toEqual(JSON.parse(JSON.stringify(scenario)));
  });

  it('of a comparison have A, B and the band of each figure', () => {
    const course = { a: [1, null], b: [2, 3], noise: [0.5, Number.NaN] };
    const table = comparedTable({ seconds: [60, 120], kpis: { 'traffic.delay': course } }, SEVEN);
    expect(table.map(({ name, cells }) => [name, cells])).toEqual([
      ['seconds', [60, 120]],
      ['clock', ['07:01:00', '07:02:00']],
      ['a.traffic.delay', [1, null]],
      ['b.traffic.delay', [2, 3]],
      ['band.traffic.delay', [0.5, null]],
    ]);
  });
});
