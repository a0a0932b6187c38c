import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityloom, crossroadsIn, scratchFolder } from './command';

const scratch = scratchFolder();
const scene = crossroadsIn(scratch);

describe('cityloom calibrate', () => {
  it('prints the GEH table before and after with the factors, and writes the demand that has them', async () => {
    const counts = join(scratch, 'counts.csv');
    writeFileSync(counts, 'edge,hour,count\nn-in,8,220\ns-in,8,60\nnowhere,8,5\n');
    const out = join(scratch, 'fitted.json');
    const { code, stdout } = await cityloom('calibrate', scene, counts, '--out', out, '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.problems).toMatchObject([{ severity: 'warning', code: 'counts.row', path: [4] }]);
    expect(answer.before.rows.map(({ edge }: { edge: string }) => edge)).toEqual(['n-in', 's-in']);
    expect(answer.after.meanGeh).toBeLessThan(answer.before.meanGeh);
    expect(answer.factors.length).toBeGreaterThan(0);
    expect(JSON.parse(readFileSync(out, 'utf8')).gates.length).toBe(2);
  });

  it('refuses counts of which no row can be read', async () => {
    const counts = join(scratch, 'bad.csv');
    writeFileSync(counts, 'road,when\nn-in,8\n');
    const { code, stdout } = await cityloom('calibrate', scene, counts, '--json');
    expect(code).toBe(2);
    expect(JSON.parse(stdout).problems[0]).toMatchObject({ code: 'counts.columns', file: counts });
  });
});
