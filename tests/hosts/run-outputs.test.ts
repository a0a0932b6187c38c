import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityloom, crossroadsIn, scratchFolder } from './command';

const scratch = scratchFolder();
const scene = crossroadsIn(scratch);
const rowsOf = (path: string) => {
  const [names, ...rows] = readFileSync(path, 'utf8')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((fields) => Object.fromEntries(names.map((name, i) => [name, fields[i]])));
};

describe('cityloom run writes down its traffic', () => {
  it('as trajectories, trips, edges and a summary, and the hash is that of a run that writes nothing', async () => {
    const words = ['run', scene, '--until', '240', '--seed', '7', '--json'];
    const plain = JSON.parse((await cityloom(...words)).stdout);
    const at = (name: string) => join(scratch, 'out', name);
    const { code, stdout, stderr } = await cityloom(
      ...[...words, '--trajectories', at('fcd.csv'), '--trajectories-every', '10', '--trips', at('trips.csv')],
      ...['--edges', at('edges.csv'), '--interval', '120', '--summary', at('summary.csv')],
    );
    expect(code, stderr).toBe(0);
    const document = JSON.parse(stdout);
    expect(document.finalHash).toBe(plain.finalHash);
    const totals = plain.totals;
    const summary = rowsOf(at('summary.csv'));
    expect(summary.length).toBe(480);
    expect(Number(summary.at(-1)!.arrived)).toBe(totals['traffic.trips-arrived'].value);
    expect(rowsOf(at('trips.csv')).filter(({ state }) => state === 'arrived').length).toBe(
      totals['traffic.trips-arrived'].value,
    );
    expect(new Set(rowsOf(at('edges.csv')).map((row) => row.begin_seconds))).toEqual(new Set(['0', '120']));
    const last = rowsOf(at('fcd.csv')).filter(({ seconds }) => seconds === '240');
    expect(last.length).toBe(totals['traffic.trips-running'].value);
    expect(document.outputs.map(({ output }: { output: string }) => output)).toEqual([
      'trajectories',
      'trips',
      'edges',
      'summary',
    ]);
    expect(readdirSync(join(scratch, 'out')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('as a corridor’s time and distance, with its signals', async () => {
    const file = join(scratch, 'out', 'corridor.csv');
    const words = ['run', 'tiny/one-corridor', '--until', '300', '--json', '--time-distance', file];
    const refused = await cityloom(...words);
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stdout).problems[0].code).toBe('call.no-corridor');
    const { code, stderr } = await cityloom(...words, '--corridor', 'avenue:k3:k4');
    expect(code, stderr).toBe(0);
    const rows = rowsOf(file);
    const signals = rows.filter(({ signal }) => signal !== '');
    expect(new Set(signals.map(({ signal }) => signal)).size).toBe(5);
    expect(new Set(signals.map(({ shown }) => shown))).toEqual(new Set(['red', 'yellow', 'green']));
    const byVehicle = new Map<string, number>();
    for (const { vehicle, distance_m } of rows.filter((row) => row.vehicle !== '')) {
      expect(Number(distance_m), vehicle).toBeGreaterThanOrEqual(byVehicle.get(vehicle) ?? 0);
      byVehicle.set(vehicle, Number(distance_m));
    }
    expect(byVehicle.size).toBeGreaterThan(20);
  });

  it('or says at once, and by name, what of it cannot be written', async () => {
    const { code, stdout } = await cityloom(
      ...['run', 'tiny/ring', '--until', '60', '--json', '--interval', '30', '--detectors', join(scratch, 'loops.csv')],
      ...['--trajectories-every', '5'],
    );
    expect(code).toBe(2);
    const codes = JSON.parse(stdout).problems.map((each: { code: string }) => each.code);
    expect(codes).toContain('call.no-detectors');
    expect(codes).toContain('call.useless-option');
    expect(existsSync(join(scratch, 'loops.csv'))).toBe(false);
  });

  it('refuses a file that cannot be written before anything is run', async () => {
    const { code, stdout } = await cityloom('run', scene, '--until', '60', '--json', '--trips', '/proc/none/trips.csv');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).problems[0].code).toBe('file.unwritable');
  });
});

describe('cityloom bench traffic', () => {
  it('says what it needs where the files are missing', async () => {
    const { code, stdout } = await cityloom('bench', 'traffic', '--json', '--files', scratch, '--cases', 'g10_500');
    expect(code).toBe(2);
    const named = JSON.parse(stdout)
      .problems.map((each: { message: string }) => each.message)
      .join();
    for (const file of ['g10.net.xml.gz', 'idm.add.xml', 'g10_500.rou.xml.gz']) expect(named).toContain(file);
  });

  it('alone understands its options', async () => {
    const { code, stdout } = await cityloom('bench', 'step', '--cases', 'g10_500', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).problems[0].code).toBe('call.useless-option');
  });
});

describe('cityloom bench heat', () => {
  it('refuses a scene without heat or cooling', async () => {
    const { code, stdout } = await cityloom('bench', 'heat', '--scene', 'tiny/crossroads', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).problems[0].code).toBe('bench.no-loops');
  });
});
