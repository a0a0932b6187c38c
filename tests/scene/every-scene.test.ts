import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatPath } from '../../sim/kernel';
import { compileScene, readScene } from '../../sim/scene';

const scenes = fileURLToPath(new URL('../../scenes', import.meta.url));

/** Folders with a manifest, however deep: scenes/eco-park, scenes/tiny/crossroads. */
function sceneFolders(folder: string): string[] {
  if (existsSync(join(folder, 'scene.json'))) return [folder];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.flatMap((entry) => sceneFolders(join(folder, entry.name)));
}

describe('every scene of the product', () => {
  it.each(sceneFolders(scenes).map((folder) => [folder.slice(scenes.length + 1), folder]))(
    'is read and compiled without a problem: %s',
    (_name, folder) => {
      const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
      const read = readScene(new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
      const problems = read.ok ? read.warnings : read.problems;
      expect(problems.slice(0, 20).map(({ code, path, message }) => `${code} ${formatPath(path)} ${message}`)).toEqual(
        [],
      );
      if (!read.ok) return;
      expect(read.value.manifest.id).toBe(basename(folder));
      expect(compileScene(read.value).hash).toMatch(/^[0-9a-f]{16}$/);
    },
  );

  it('lies in a folder of its own, and there is one', () => {
    expect(sceneFolders(scenes)).not.toEqual([]);
  });
});
