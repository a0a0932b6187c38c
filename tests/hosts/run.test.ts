import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { domains as all } from '../../sim/domains/registry';
import { kpis } from '../../sim/ports';
import { cityloom, crossroadsIn, ended, scratchFolder, startCityloom } from './command';

const scratch = scratchFolder();
const scene = crossroadsIn(scratch);
const run = async (...words: string[]) => {
  const { code, stdout, stderr } = await cityloom('run', scene, '--json', ...words);
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}${stdout}`);
  return JSON.parse(stdout);
};

/** Figures of what a small crossroads in its first two minutes does not have: buses, ambulances, car parks, people with cars to charge or on foot, a quarter of an hour, users of every carrier, galleries, mains, what somebody has foreseen, other plans. */
const neededFor =
  /^traffic\.(bus-|ambulance-|fire-|parking-|walkers?-|charg|left-uncharged|lowest-charge|cars-stranded|cars-ready|control-delay|stops|junctions-at-f|approaches-over-capacity|queue-95|trips-let-through)|^energy\.(cars-|lowest-(low-)?gas-pressure|foresight-lead)|^park\.monitored-(heat|cooling|gas)|^works\.(plan-conflicts|land-given-up)|^(tunnel|water|telecom|drainage)\./;

describe('cityloom run', () => {
  it('tells its own memory at most, however large the program was that started it', async () => {
    const held = Buffer.alloc(512 * 2 ** 20, 1);
    const { peakRssMb } = (await run('--until', '10')).performance;
    expect(held.length / 2 ** 20).toBeGreaterThan(1.5 * peakRssMb);
    expect(peakRssMb).toBeGreaterThan(40);
  });

  it('answers one document with all that the contract names', async () => {
    const document = await run('--until', '120', '--seed', '7');
    expect(document).toMatchObject({
      scenario: { scene: 'test-crossroads', seed: 7, durationSeconds: 120, startSeconds: 25_200 },
      engineVersion: expect.any(String),
      sceneHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      finalHash: expect.stringMatching(/^[0-9a-f]{16}$/),
      happenings: expect.any(Array),
    });
    for (const [name, kpi] of Object.entries(kpis)) {
      if (neededFor.test(name) && document.totals[name] === undefined) continue;
      expect(document.totals[name], name).toEqual({ value: expect.any(Number), unit: kpi.unit });
    }
    for (const figure of [
      'wallSeconds',
      'cpuSeconds',
      'simulatedSeconds',
      'realTimeFactor',
      'peakRssMb',
      'vehicleUpdates',
      'updatesPerCpuSecond',
    ]) {
      expect(document.performance[figure], figure).toBeTypeOf('number');
    }
    expect(document.performance.simulatedSeconds).toBe(120);
    const { domains, wallSeconds } = document.performance;
    expect(Object.keys(domains).sort()).toEqual(all.map(({ name }) => name).sort());
    for (const { startSeconds, stepSeconds, jobSeconds } of Object.values<Record<string, number>>(domains)) {
      expect(startSeconds + stepSeconds + jobSeconds).toBeLessThan(wallSeconds);
    }
    expect(domains.traffic.stepSeconds).toBeGreaterThan(0);
    expect(document.series.seconds).toEqual([60, 120]);
  });

  it('has the same hash again with the same seed, and another with another', async () => {
    const [first, second, other] = await Promise.all([
      run('--until', '300', '--seed', '7'),
      run('--until', '300', '--seed', '7'),
      run('--until', '300', '--seed', '8'),
    ]);
    expect(second.finalHash).toBe(first.finalHash);
    expect(second.totals).toEqual(first.totals);
    expect(other.finalHash).not.toBe(first.finalHash);
  });

  it('saved half-way and resumed, ends with the hash of the straight run', async () => {
    const state = join(scratch, 'half.state');
    const straight = await run('--until', '300', '--seed', '7', '--save-at', '150', '--save-to', state);
    const resumed = await run('--resume', state, '--until', '300');
    expect(resumed.finalHash).toBe(straight.finalHash);
    expect(resumed.totals).toEqual(straight.totals);
    expect(resumed.scenario.seed).toBe(7);
  });

  it('refuses a saved state that is torn, altered or of another city', async () => {
    const state = join(scratch, 'whole.state');
    await run('--until', '60', '--save-at', '60', '--save-to', state);
    const bytes = readFileSync(state);
    const torn = join(scratch, 'torn.state');
    writeFileSync(torn, bytes.subarray(0, bytes.length - 100));
    const altered = join(scratch, 'altered.state');
    bytes[bytes.length - 200] ^= 1;
    writeFileSync(altered, bytes);
    for (const file of [torn, altered, join(scene, 'roads.json')]) {
      const { code, stdout } = await cityloom('run', scene, '--resume', file, '--json');
      expect(code, file).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ file }] });
    }
  });

  it('leaves whole files of totals, series and happenings', async () => {
    const out = join(scratch, 'out');
    const document = await run('--until', '150', '--out', out);
    expect(readdirSync(out).sort()).toEqual([
      'happenings.json',
      'result.json',
      'series.csv',
      'series.parquet',
      'totals.json',
    ]);
    expect(JSON.parse(readFileSync(join(out, 'totals.json'), 'utf8'))).toEqual(document.totals);
    expect(JSON.parse(readFileSync(join(out, 'result.json'), 'utf8'))).toEqual(document);
    const [head, ...rows] = readFileSync(join(out, 'series.csv'), 'utf8').trim().split('\r\n');
    expect(head.split(',')[0]).toBe('seconds');
    expect(rows.map((row) => row.split(',')[0])).toEqual(['60', '120', '150']);
    const parquet = readFileSync(join(out, 'series.parquet'));
    expect([parquet.subarray(0, 4).toString(), parquet.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
  });

  it('refuses before it runs what it could not write to, and a length that no run may have', async () => {
    const inTheWay = join(scratch, 'in-the-way');
    writeFileSync(inTheWay, '');
    const calls = [
      { words: ['--out', inTheWay], code: 'file.unwritable' },
      { words: ['--out', join(inTheWay, 'deep', 'er')], code: 'file.unwritable' },
      { words: ['--save-at', '1', '--save-to', join(inTheWay, 'x.state')], code: 'file.unwritable' },
      { words: ['--until', '50000000'], code: 'call.bad-value' },
    ];
    for (const { words, code } of calls) {
      const refused = await cityloom(
        'run',
        scene,
        '--json',
        ...(words[0] === '--until' ? [] : ['--until', '30000000']),
        ...words,
      );
      expect(refused.code, words.join(' ')).toBe(2);
      expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, problems: [{ code }] });
    }
  });

  it('ends cleanly on Ctrl-C, with 130 and no half files', async () => {
    const out = join(scratch, 'never');
    const child = startCityloom(['run', scene, '--until', '2000000', '--out', out]);
    const end = ended(child);
    setTimeout(() => child.kill('SIGINT'), 1_500);
    expect((await end).code).toBe(130);
    expect(() => readdirSync(out)).toThrow(/ENOENT/);
  });

  it('ends cleanly when nobody reads its answer any more', async () => {
    const child = startCityloom(['run', scene, '--until', '60', '--json']);
    child.stdout!.destroy();
    const { code, stderr } = await ended(child);
    expect(code).toBe(130);
    expect(stderr).not.toMatch(/EPIPE|at /);
  });

  it('knows the scenarios of a scene by name, and names them where it does not', async () => {
    const { code, stdout } = await cityloom('run', 'eco-park', '--scenario', 'year', '--until', '3600', '--json');
    expect(code).toBe(0);
    const { scenario, totals, series } = JSON.parse(stdout);
    expect(scenario).toMatchObject({ name: 'year', domains: ['energy'], stepSeconds: { energy: 900 } });
    expect(totals['park.energy-saving'].value).toBeGreaterThan(0);
    expect(series.seconds).toEqual([900, 1_800, 2_700, 3_600]);
    const unknown = await cityloom('run', 'eco-park', '--scenario', 'decade');
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('it has: year, year-least-cost');
  }, 60_000);
});
