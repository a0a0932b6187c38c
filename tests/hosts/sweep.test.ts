import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { goodScenario } from '../scenarios/broken-scenarios';
import { cityloom, crossroadsIn, ended, scratchFolder, startCityloom } from './command';

const scratch = scratchFolder();
const scene = crossroadsIn(scratch);
const RUNS = 12;

function planOf(name: string, more: object): string {
  const file = join(scratch, name);
  writeFileSync(file, JSON.stringify({ format: 'cityloom-sweep', version: 1, scene, ...more }));
  return file;
}

const resultsIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /^[0-9a-f]{16}\.json$/.test(name)) : [];

interface Row {
  readonly seed: number;
  readonly status: string;
  readonly inputHash: string;
  readonly finalHash: string;
}

async function sweep(plan: string, out: string) {
  const { code, stdout, stderr } = await cityloom('sweep', plan, '--workers', '2', '--out', out, '--json');
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as { made: number; kept: number; failed: number; results: Row[] };
}

describe('cityloom sweep', () => {
  it('killed mid-way and taken up again, keeps what is whole and ends as an undisturbed one', async () => {
    const plan = planOf('plan.json', { seeds: { first: 1, count: RUNS }, untilSeconds: 3_600 });
    const out = join(scratch, 'killed');
    const child = startCityloom(['sweep', plan, '--workers', '2', '--out', out]);
    const end = ended(child);
    while (resultsIn(out).length < 4 && child.exitCode === null) await wait(5);
    child.kill('SIGKILL');
    expect((await end).signal, 'it was killed before it was done').toBe('SIGKILL');

    const [torn, altered, foreign, ...whole] = resultsIn(out);
    const bytes = readFileSync(join(out, torn));
    writeFileSync(join(out, torn), bytes.subarray(0, bytes.length / 2));
    writeFileSync(
      join(out, altered),
      readFileSync(join(out, altered), 'utf8').replace(/"finalHash":"./, '"finalHash":"g'),
    );
    writeFileSync(join(out, foreign), '{"some":"other file"}');
    expect(whole.length + 3).toBeLessThan(RUNS);

    const resumed = await sweep(plan, out);
    expect(resumed).toMatchObject({ made: RUNS - whole.length, kept: whole.length, failed: 0 });
    const straight = await sweep(plan, join(scratch, 'straight'));
    expect(straight).toMatchObject({ made: RUNS, kept: 0 });
    const hashes = (rows: readonly Row[]) => rows.map((row) => [row.seed, row.inputHash, row.finalHash]);
    expect(hashes(resumed.results)).toEqual(hashes(straight.results));
    expect(new Set(straight.results.map((row) => row.finalHash)).size).toBe(RUNS);
    expect(readdirSync(out).filter((name) => name.endsWith('.part') && !name.includes(`.${child.pid}.`))).toEqual([]);

    const again = await sweep(plan, out);
    expect(again).toMatchObject({ made: 0, kept: RUNS });
  }, 90_000);

  it('varies the settings of an intervention, and sums up in a table', async () => {
    const scenario = {
      ...goodScenario,
      durationSeconds: 120,
      interventions: [{ ...goodScenario.interventions[1], id: 'fair' }],
    };
    writeFileSync(join(scratch, 'fair.json'), JSON.stringify(scenario));
    const plan = planOf('grid.json', {
      scenarios: ['fair.json'],
      seeds: [1, 2],
      settings: [{ intervention: 'fair', setting: 'factor', values: [1, 4] }],
    });
    const out = join(scratch, 'grid');
    const { results } = await sweep(plan, out);
    expect(results).toHaveLength(4);
    const [head, ...rows] = readFileSync(join(out, 'summary.csv'), 'utf8').trim().split('\r\n');
    expect(head).toMatch(/^inputHash,scenario,seed,fair\.factor,status,finalHash,traffic\./);
    expect(rows).toHaveLength(4);
  });

  it('refuses a plan whose scenario does not fit, before the first run is made', async () => {
    writeFileSync(join(scratch, 'odd.json'), JSON.stringify({ ...goodScenario, scene: 'elsewhere' }));
    const plan = planOf('odd-plan.json', { scenarios: ['odd.json'], seeds: [1] });
    const { code, stdout } = await cityloom('sweep', plan, '--json', '--out', join(scratch, 'odd'));
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [{ code: 'scenario.other-scene', file: join(scratch, 'odd.json') }],
    });
  });
});

describe('cityloom compare', () => {
  it('finds no difference between the scene as it is and a placebo', async () => {
    const placebo = join(scratch, 'placebo.json');
    writeFileSync(placebo, JSON.stringify({ ...goodScenario, interventions: [], seed: 1, durationSeconds: 3_600 }));
    const { code, stdout, stderr } = await cityloom(
      ...['compare', scene, '--b', placebo, '--seeds', '3', '--until', '300', '--json'],
    );
    expect(code, stderr).toBe(0);
    const { kpis, seeds } = JSON.parse(stdout) as {
      kpis: Record<string, { a: number; sign: number; difference: number; noise: number; seeds: number[] }>;
      seeds: number[];
    };
    expect(seeds).toEqual([1, 2, 3]);
    expect(kpis['traffic.distance'].a).toBeGreaterThan(0);
    for (const [name, kpi] of Object.entries(kpis)) {
      expect(kpi, name).toMatchObject({ difference: 0, noise: 0, sign: 0, seeds: [0, 0, 0] });
    }
  });

  it('sees a closed road', async () => {
    const closed = join(scratch, 'closed.json');
    const works = { ...goodScenario.interventions[0], fromSeconds: 0, untilSeconds: null };
    writeFileSync(closed, JSON.stringify({ ...goodScenario, seed: 1, interventions: [works] }));
    const { stdout } = await cityloom(...['compare', scene, '--b', closed, '--seeds', '4', '--until', '900', '--json']);
    const { kpis } = JSON.parse(stdout);
    expect(kpis['traffic.distance'].sign).toBe(-1);
    expect(kpis['traffic.distance'].noise).toBeGreaterThan(0);
    expect(kpis['traffic.distance'].seeds).toHaveLength(4);
  });

  it('refuses a comparison that could have no noise band', async () => {
    const { code, stdout } = await cityloom('compare', scene, '--b', 'x.json', '--seeds', '1', '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).problems[0]).toMatchObject({ code: 'compare.too-few-seeds' });
  });
});
