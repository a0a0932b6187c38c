import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallCase } from '../importers/pandapipes/small-case';
import { cityloom, scratchFolder } from './command';

const scratch = scratchFolder();

function file(name: string, change: (of: ReturnType<typeof smallCase>) => void = () => {}): string {
  const path = join(scratch, name);
  const value = smallCase();
  change(value);
  writeFileSync(path, JSON.stringify(value));
  return path;
}

describe('cityloom pipeflow', () => {
  it('answers pressures and flows by the file’s own indices', async () => {
    const { code, stdout, stderr } = await cityloom('pipeflow', file('good.json'), '--json');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ ok: true, problems: [], state: 'converged' });
    expect(answer.msMedian).toBeGreaterThan(0);
    expect(answer.junctions.map(({ id }: { id: string }) => id)).toEqual(['5', '9', '2', '3']);
    expect(answer.junctions[0].pBar).toBeCloseTo(3, 9);
    expect(answer.pipes[0]).toMatchObject({ id: '0', from: '5', to: '9', state: 'open' });
    expect(answer.pipes[0].massFlowKgPerS).toBeCloseTo(0.05, 9);
    expect(answer.pumps[0].pToBar - answer.pumps[0].pFromBar).toBeGreaterThan(5);
    expect(answer).not.toHaveProperty('islands');
  });

  it('names what has no supply, and is content', async () => {
    const path = file('cut.json', (of) => {
      of.valve[0].opened = false;
    });
    const { code, stdout } = await cityloom('pipeflow', path, '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ state: 'islanded', islands: [['2', '3']] });
    expect(answer.junctions[2].pBar).toBeNull();
    expect(answer.valves[0]).toMatchObject({ massFlowKgPerS: 0, state: 'shut' });
    expect((await cityloom('pipeflow', path)).stdout).toContain('without supply: 2, 3');
  });

  it('ends with exit code 1 where no pressure could push so much through, and says where', async () => {
    const path = file('greedy.json', (of) => {
      of.sink[0].mdot_kg_per_s = 40;
    });
    const { code, stdout } = await cityloom('pipeflow', path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, state: 'diverged', reason: 'below-vacuum' });
    expect(JSON.parse(stdout).at).toContain('9');
  });

  it('refuses bad files and words with exit code 2, everything named by its path', async () => {
    const path = file('bad.json', (of) => {
      of.pipe[0].length_km = 0;
      of.sink[0].mdot_kg_per_s = -1;
    });
    const [ofFile, ofWords] = await Promise.all([
      cityloom('pipeflow', path, '--json'),
      cityloom('pipeflow', file('words.json'), '--friction', 'none'),
    ]);
    expect(ofFile.code).toBe(2);
    expect(JSON.parse(ofFile.stdout).problems).toMatchObject([
      { code: 'pandapipes.number', path: ['pipe', 0, 'length_km'], file: path },
      { code: 'pandapipes.number', path: ['sink', 0, 'mdot_kg_per_s'], file: path },
    ]);
    expect(ofWords.code).toBe(2);
    expect(ofWords.stderr).toContain('--friction: met "none"');
  });
});
