import { describe, expect, it } from 'vitest';
import { formatPath } from '../../sim/kernel';
import { readScene } from '../../sim/scene';
import { brokenScenes } from './broken-scenes';

const words = (code: string, path: readonly (string | number)[]) => `${code} at ${formatPath(path)}`;

describe('a broken scene', () => {
  it('can be broken in more than fifty ways, each with a name of its own', () => {
    expect(brokenScenes.length).toBeGreaterThanOrEqual(50);
    expect(new Set(brokenScenes.map((each) => each.name)).size).toBe(brokenScenes.length);
  });

  it.each(brokenScenes)(
    'is refused whole within a second of a processor, and the reason is named: $name',
    ({ files, expect: expected }) => {
      const texts = files();
      const started = process.cpuUsage();
      const read = readScene(texts);
      const { user, system } = process.cpuUsage(started);
      const seconds = (user + system) / 1e6;

      expect(read.ok).toBe(false);
      if (read.ok) return;
      const found = read.problems.map(({ code, path }) => words(code, path));
      for (const { code, path } of expected) expect(found).toContain(words(code, path));
      expect(read.problems.length).toBeLessThanOrEqual(1_001);
      for (const { message } of read.problems) expect(message.length).toBeLessThan(1_000);
      // Shared with whoever else runs, wall time says nothing; what collects garbage beside it counts too.
      expect(seconds).toBeLessThan(1.5);
    },
  );
});
