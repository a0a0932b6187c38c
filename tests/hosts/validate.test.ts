import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { brokenScenarios, goodScenario } from '../scenarios/broken-scenarios';
import { brokenScenes } from '../scene/broken-scenes';
import { cityloom, crossroadsIn, scratchFolder, writeFolder } from './command';

const scratch = scratchFolder();
const scene = crossroadsIn(scratch);

interface Listed {
  readonly code: string;
  readonly path: (string | number)[];
  readonly file?: string;
}

async function refusal(...words: string[]): Promise<readonly Listed[]> {
  const { code, stdout, stderr } = await cityloom('validate', ...words, '--json');
  expect(code, `${words}: ${stderr}`).toBe(2);
  const answer = JSON.parse(stdout);
  expect(answer.ok).toBe(false);
  expect(answer.problems.length).toBeGreaterThan(0);
  return answer.problems;
}

/** Every so many of a list: all of them are tried, without a process for each, by the tests of the readers. */
const some = <T>(list: readonly T[], count: number) => list.filter((_, i) => i % Math.ceil(list.length / count) === 0);

describe('cityloom validate', () => {
  it('accepts a sound scene and a sound scenario', async () => {
    const file = join(scratch, 'good.json');
    writeFileSync(file, JSON.stringify(goodScenario));
    const [ofScene, ofManifest, ofScenario] = await Promise.all([
      cityloom('validate', scene, '--json'),
      cityloom('validate', join(scene, 'scene.json'), '--json'),
      cityloom('validate', file, '--scene', scene, '--json'),
    ]);
    for (const { code, stdout } of [ofScene, ofManifest, ofScenario]) {
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, problems: [] });
      expect(code).toBe(0);
    }
  });

  it('refuses broken scenes with every problem, its file and its path', async () => {
    for (const [index, broken] of some(brokenScenes, 6).entries()) {
      const folder = writeFolder(join(scratch, `scene-${index}`), broken.files());
      const listed = await refusal(folder);
      for (const { code, path } of broken.expect) {
        const found = listed.find((each) => each.code === code && each.path.join('/') === path.join('/'));
        expect(found, `${broken.name}: ${code} at ${path.join('/')}`).toBeDefined();
        expect(found?.file).toBe(join(folder, String(path[0])));
      }
    }
  });

  it('refuses broken scenarios with every problem, its file and its path', async () => {
    for (const [index, broken] of some(brokenScenarios, 6).entries()) {
      const file = join(scratch, `scenario-${index}.json`);
      writeFileSync(file, typeof broken.text === 'string' ? broken.text : broken.text());
      const listed = await refusal(file, '--scene', scene);
      for (const { code, path } of broken.expect) {
        const found = listed.find((each) => each.code === code && each.path.join('/') === path.join('/'));
        expect(found, `${broken.name}: ${code} at ${path.join('/')}`).toBeDefined();
        expect(found?.file).toBe(file);
      }
    }
  });

  it('says one clear thing about what is no readable file or folder', async () => {
    const loop = join(scratch, 'loop');
    symlinkSync(loop, loop);
    const pipe = join(scratch, 'pipe');
    execFileSync('/usr/bin/mkfifo', [pipe]);
    const waits = join(scratch, 'waits');
    mkdirSync(waits);
    execFileSync('/usr/bin/mkfifo', [join(waits, 'scene.json')]);
    const crowd = join(scratch, 'crowd');
    mkdirSync(crowd);
    for (let i = 0; i < 2_100; i++) writeFileSync(join(crowd, `${i}.json`), '');
    const latin = join(scratch, 'latin.json');
    writeFileSync(latin, Buffer.from([0x7b, 0xe4, 0x7d]));
    const cases = [
      [join(scratch, 'nowhere'), 'scene.not-found'],
      [loop, 'file.unreadable'],
      [pipe, 'file.not-a-file'],
      ['/dev/zero', 'file.not-a-file'],
      [crowd, 'folder.too-many'],
      [latin, 'json.not-utf8'],
    ] as const;
    for (const [path, code] of cases) {
      const listed = await refusal(path);
      expect(listed, path).toHaveLength(1);
      expect(listed[0]).toMatchObject({ code, file: path });
    }
    expect(await refusal(waits)).toMatchObject([{ code: 'file.not-a-file', file: join(waits, 'scene.json') }]);
  });

  it('names the scene that a scenario asks for and nobody has', async () => {
    const file = join(scratch, 'elsewhere.json');
    writeFileSync(file, JSON.stringify({ ...goodScenario, scene: 'atlantis' }));
    expect(await refusal(file)).toMatchObject([{ code: 'scenario.unknown-scene', path: ['scene'], file }]);
  });
});
