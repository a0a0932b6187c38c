import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { feederText } from '../importers/matpower/case-text';
import { cityloom, scratchFolder } from './command';

const scratch = scratchFolder();

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

const feeder = file('feeder.m', feederText);

describe('cityloom powerflow', () => {
  it('answers voltages, flows, losses and time, as the contract has them', async () => {
    const { code, stdout, stderr } = await cityloom('powerflow', feeder, '--json', '--n-1', '--reconfigure');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ case: 'feeder', state: 'converged', method: 'sweep', problems: [] });
    expect(answer.buses.map((bus: { id: string }) => bus.id)).toEqual(['1', '2', '3', '40', '5', '6']);
    expect(answer.buses[0]).toEqual({ id: '1', vmPu: 1.02, vaDeg: 0 });
    const fed = answer.branches[0].pFromMw;
    expect(fed).toBeCloseTo(0.43 + answer.lossMw, 9);
    expect(answer.branches[5]).toMatchObject({ from: '6', to: '2', pFromMw: 0, loading: null, open: true });
    expect(answer.msMedian).toBeGreaterThan(0);
    expect(answer.outages.map((each: { islanding: boolean }) => each.islanding)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(answer.outages[1]).toMatchObject({ state: 'islanded', deadBuses: ['3', '40', '5', '6'] });
    expect(answer.reconfiguration.lossMw).toBeLessThan(answer.lossMw);
    expect(answer.reconfiguration).toMatchObject({ radial: true, toClose: ['6-2'] });
  });

  it('solves the scene that an import made of the case, to the same answer', async () => {
    const out = join(scratch, 'feeder-scene');
    const made = await cityloom('import', 'matpower', feeder, '--out', out, '--json');
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(join(out, 'import/report.json'), 'utf8')).format).toBe('cityloom-import-report');
    expect((await cityloom('validate', out)).code).toBe(0);
    const answers = await Promise.all([feeder, out].map((each) => cityloom('powerflow', each, '--json')));
    const [ofCase, ofScene] = answers.map(({ stdout }) => JSON.parse(stdout));
    expect(ofScene.lossMw).toBeCloseTo(ofCase.lossMw, 9);
  });

  it('says where there is no solution, and ends with 1', async () => {
    const heavy = file('heavy.m', feederText.replace('120 80', '120000 80'));
    const { code, stdout } = await cityloom('powerflow', heavy, '--json');
    expect(code).toBe(1);
    const answer = JSON.parse(stdout);
    expect(answer.state).toBe('diverged');
    expect(answer.divergedAt[0].buses).toBe(6);
    expect(answer.buses.map((bus: { id: string }) => bus.id)).toContain(answer.divergedAt[0].bus);
    expect((await cityloom('powerflow', heavy)).stdout).toContain(`worst at bus ${answer.divergedAt[0].bus}`);
  });

  it('refuses what it cannot take, by name, with 2', async () => {
    const refused = async (words: readonly string[], said: string) => {
      const { code, stderr } = await cityloom('powerflow', ...words);
      expect(code).toBe(2);
      expect(stderr).toContain(said);
    };
    await refused([file('twice.m', feederText.replace('	3	1	90,', '	2	1	90,'))], 'bus 2 stands in row 2 already');
    await refused([join(scratch, 'nowhere.m')], 'does not exist');
    await refused([feeder, '--method', 'gauss'], 'expected auto, newton or sweep');
    const looped = feederText.replace('2.0	2.0	0	0	0	0	0	0	0', '2.0	2.0	0	0	0	0	0	0	1');
    await refused([file('looped.m', looped), '--method', 'sweep'], 'has a loop');
    await refused(['tiny/crossroads'], 'has no electrical network');
  });
});
