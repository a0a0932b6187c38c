import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { networkText, tripsText } from '../importers/tntp/tntp-text';
import { buildLoom } from '../studies/assignment/loom';
import { cityloom, scratchFolder } from './command';

const scratch = scratchFolder();
const loomFolder = resolve(import.meta.dirname, '../studies/assignment/loom');
const loom = ['loom_net.tntp', 'loom_trips.tntp'].map((name) => join(loomFolder, name));

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

const trips = file('trips.tntp', tripsText('Origin 1\n 2 : 100;', '100'));

describe('cityloom assign', () => {
  it('reaches the known equilibrium of a network, and writes its flows', async () => {
    const flows = join(scratch, 'flows.csv');
    const against = join(loomFolder, 'loom_flow.tntp');
    const words = ['assign', ...loom, '--gap', '1e-10', '--flows', flows, '--against', against, '--json'];
    const { code, stdout, stderr } = await cityloom(...words);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    const { tstt, beckmann } = buildLoom();
    expect(answer).toMatchObject({
      ok: true,
      problems: [],
      network: { zones: 6, nodes: 36, links: 142 },
      trips: { total: 11_700, assigned: 11_400, withinZones: 300 },
      objective: 'user',
      converged: true,
    });
    expect(answer.relativeGap).toBeLessThan(1e-10);
    expect(Math.abs(answer.tstt / tstt - 1)).toBeLessThan(1e-8);
    expect(Math.abs(answer.beckmann / beckmann - 1)).toBeLessThan(1e-8);
    expect(answer.reference.greatestDifference).toBeLessThan(0.01);
    const rows = readFileSync(flows, 'utf8').trimEnd().split('\r\n');
    expect(rows[0]).toBe('from,to,flow,cost');
    expect(rows.slice(1)).toEqual(
      answer.links.map((link: Record<string, number>) => [link.from, link.to, link.flow, link.cost].join(',')),
    );
  });

  it('finds what is best for all, which costs less in sum', async () => {
    const [user, system] = await Promise.all([
      cityloom('assign', ...loom, '--json'),
      cityloom('assign', ...loom, '--objective', 'system', '--json'),
    ]);
    expect(JSON.parse(system.stdout).tstt).toBeLessThan(JSON.parse(user.stdout).tstt);
  });

  it('weighs tolls and lengths as it is told', async () => {
    const network = file('net.tntp', networkText());
    const tstt = async (...more: string[]) =>
      JSON.parse((await cityloom('assign', network, trips, '--json', ...more)).stdout).tstt;
    const [plain, tolled, long] = await Promise.all([
      tstt(),
      tstt('--toll-weight', '1e6'),
      tstt('--length-weight=0.5'),
    ]);
    expect(tolled).toBeGreaterThan(plain);
    expect(long).toBeGreaterThan(plain);
  });

  it('fails with exit code 1, and its figures, when it gives up before the gap is reached', async () => {
    const { code, stdout } = await cityloom('assign', ...loom, '--gap', '1e-14', '--iterations', '2', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ converged: false, iterations: 2 });
  });

  it('tells of trips that no way serves, and assigns the others', async () => {
    const network = file('cut.tntp', networkText().replace('\t3\t2\t', '\t3\t4\t').replace('\t4\t2\t', '\t4\t3\t'));
    const { code, stdout } = await cityloom('assign', network, trips, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).problems).toMatchObject([
      { code: 'assignment.unreached', path: ['origin 1', 'destination 2'], file: trips },
    ]);
  });

  it('refuses broken files and words with exit code 2, each by its file and line', async () => {
    const broken = file('broken.tntp', networkText().replace('\t90\t', '\tninety\t'));
    const [ofFile, ofWords] = await Promise.all([
      cityloom('assign', broken, trips),
      cityloom('assign', ...loom, '--gap', '2', '--objective', 'mine'),
    ]);
    expect(ofFile.code).toBe(2);
    expect(ofFile.stderr).toBe(`${broken}: line 10.capacity: met "ninety", expected a number [tntp.number]\n`);
    expect(ofWords.code).toBe(2);
    expect(ofWords.stderr.match(/call\.bad-value/g)).toHaveLength(2);
  });
});
