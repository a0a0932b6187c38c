import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExtendedPeriod } from '../../sim/hosts/hydraulics/extended-period';
import { loadEpanetInNode } from '../../sim/hosts/hydraulics/load-in-node';
import { smallFile } from '../importers/epanet/small-file';
import { cityloom, scratchFolder } from './command';

interface Document {
  readonly ok: boolean;
  readonly units: { readonly flow: string; readonly head: string };
  readonly msPerStep: number;
  readonly steps: readonly {
    readonly seconds: number;
    readonly heads: Record<string, number>;
    readonly flows: Record<string, number>;
    readonly bursts?: Record<string, { readonly pressure: number; readonly outflow: number }>;
  }[];
}

const data = resolve(import.meta.dirname, '../../../shared/data/tunnel/epanet');
const scratch = scratchFolder();

function written(text: string): string {
  const path = join(scratch, 'small.inp');
  writeFileSync(path, text);
  return path;
}

describe('waterflow', () => {
  it('answers heads and flows of every step in the units of the file, conserving water', async () => {
    const { code, stdout, stderr } = await cityloom('waterflow', written(smallFile), '--json');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { units, steps } = JSON.parse(stdout) as Document;
    expect(units).toMatchObject({ flow: 'LPS', head: 'm' });
    expect(steps[0].seconds).toBe(0);
    expect(steps.length).toBeGreaterThanOrEqual(24);
    for (const { heads, flows } of steps) {
      expect(Object.keys(heads)).toEqual(['J1', 'J2', 'J3', 'R1', 'T1']);
      expect(heads.R1).toBe(20);
      // Into J2 by the first pipe, out of it by the second and by its customers.
      expect(flows['4']).toBe(0);
      expect(flows['1'] - flows['2']).toBeGreaterThan(0);
    }
  });

  it('refuses a broken file by line, with exit code 2', async () => {
    const { code, stdout } = await cityloom(
      'waterflow',
      written(smallFile.replace('J1  J2   500', 'J1  J9   500')),
      '--json',
    );
    expect(code).toBe(2);
    expect(JSON.parse(stdout).problems).toMatchObject([
      { code: 'epanet.unknown-node', path: ['line', 14, 'PIPES', 'Node2'] },
    ]);
  });

  it('refuses what only the engine sees, and bursts at no junction', async () => {
    const lonely = smallFile.replace(' J3   8     0       ;', ' J3   8     0       ;\n J4   8  1');
    const unjoined = await cityloom('waterflow', written(lonely), '--json');
    expect(unjoined.code).toBe(2);
    const [first] = JSON.parse(unjoined.stdout).problems;
    expect(first.code).toBe('epanet.error-234');
    expect(first.message).toContain('J4');
    const nowhere = await cityloom('waterflow', written(smallFile), '--burst', 'T1:100,J1', '--json');
    expect(nowhere.code).toBe(2);
    expect(JSON.parse(nowhere.stdout).problems.length).toBe(2);
  });

  it.skipIf(!existsSync(data))(
    'has EPANET’s own heads for Net1 and Net3, and the burst at node 117 (skipped where they are absent)',
    async () => {
      const engine = await loadEpanetInNode();
      for (const net of ['Net1', 'Net3']) {
        const inp = readFileSync(join(data, `${net}.inp`), 'utf8');
        const { nodes, links, moments } = runExtendedPeriod(engine, inp, {}, () => 0);
        const reference = JSON.parse(readFileSync(join(data, `${net}.ref.json`), 'utf8'));
        expect(nodes).toEqual(reference.nodes);
        expect(links).toEqual(reference.links);
        const at = new Map(moments.map((each) => [each.seconds, each]));
        for (const { t, head, flow } of reference.steps) {
          head.forEach((value: number, n: number) => {
            expect(Math.abs(at.get(t)!.headOf[n] - value)).toBeLessThan(1e-3);
          });
          flow.forEach((value: number, i: number) => {
            expect(Math.abs(at.get(t)!.flowOf[i] - value)).toBeLessThan(0.01);
          });
        }
      }
      for (const { words, pressure, outflow } of [
        { words: ['--burst', '117:100'], pressure: 53.943, outflow: 2195.1 },
        { words: ['--burst', '117:300', '--pressure-driven'], pressure: 12.995, outflow: 9127.1 },
      ]) {
        const { stdout } = await cityloom('waterflow', join(data, 'Net3.inp'), ...words, '--json');
        const there = (JSON.parse(stdout) as Document).steps[0].bursts!['117'];
        expect(there.pressure).toBeCloseTo(pressure, 2);
        expect(Math.abs(there.outflow - outflow)).toBeLessThan(0.1);
      }
    },
  );
});
