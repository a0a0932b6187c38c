import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Migration, migrateScene, type RawFiles, SCENE_VERSION } from '../../sim/scene';
import { sceneMigrations } from '../../sim/scene/migrations';

/** A format of the tests' own with three versions; its first is kept in fixtures/old-format and must never change. */
const toTitles: Migration = {
  from: 1,
  migrate: (files) => {
    const { title, ...rest } = files.get('scene.json') as { title: string };
    return new Map(files).set('scene.json', { ...rest, version: 2, name: { zh: title, en: title } });
  },
};
const toMetresPerSecond: Migration = {
  from: 2,
  migrate: (files) => {
    const { streets } = files.get('streets.json') as { streets: { id: string; speedLimitKmh: number }[] };
    const moved = new Map(files);
    moved.delete('streets.json');
    moved.set('roads.json', {
      streets: streets.map(({ id, speedLimitKmh }) => ({ id, speedLimitMps: speedLimitKmh / 3.6 })),
    });
    return moved.set('scene.json', { ...(files.get('scene.json') as object), version: 3, files: ['roads.json'] });
  },
};
const chain = [toTitles, toMetresPerSecond];

function oldFiles(): Map<string, unknown> {
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`fixtures/old-format/${name}`, import.meta.url), 'utf8'));
  return new Map(['scene.json', 'streets.json'].map((name) => [name, read(name)]));
}

const versionOf = (files: RawFiles) => (files.get('scene.json') as { version: number }).version;

describe('migrating a scene', () => {
  it('brings an old scene to the newest version, a step at a time', () => {
    const migrated = migrateScene(oldFiles(), chain, 3);
    expect(migrated.ok && Object.fromEntries(migrated.value)).toEqual({
      'scene.json': {
        format: 'cityloom-scene',
        version: 3,
        id: 'old-town',
        name: { zh: 'Old Town', en: 'Old Town' },
        files: ['roads.json'],
      },
      'roads.json': {
        streets: [
          { id: 'main', speedLimitMps: 50 / 3.6 },
          { id: 'mill', speedLimitMps: 30 / 3.6 },
        ],
      },
    });
  });

  it('leaves the files that it was given as they were', () => {
    const files = oldFiles();
    migrateScene(files, chain, 3);
    expect(files).toEqual(oldFiles());
  });

  it('starts from whichever version it meets, and leaves the newest alone', () => {
    const second = toTitles.migrate(oldFiles());
    const third = migrateScene(second, chain, 3);
    expect(third.ok && versionOf(third.value)).toBe(3);
    if (third.ok) expect(migrateScene(third.value, chain, 3)).toEqual(third);
  });

  it('refuses a version newer than the newest by its name', () => {
    const newer = oldFiles().set('scene.json', { version: 4 });
    expect(migrateScene(newer, chain, 3)).toMatchObject({
      ok: false,
      problems: [
        { code: 'scene.version', path: ['scene.json', 'version'], message: expect.stringContaining('version 4') },
      ],
    });
  });

  it('refuses what is no version, and what is older than the oldest', () => {
    for (const version of [0, -3, 1.5, Number.NaN, '2', null, undefined, {}]) {
      expect(migrateScene(oldFiles().set('scene.json', { version }), chain, 3)).toMatchObject({ ok: false });
    }
    expect(migrateScene(new Map(), chain, 3)).toMatchObject({ ok: false });
  });

  it('does not let a step pass that leaves another version than the next', () => {
    const lame: Migration = { from: 1, migrate: (files) => files };
    expect(() => migrateScene(oldFiles(), [lame, toMetresPerSecond], 3)).toThrow('expected 2');
  });

  it('has a step for every version of the product that is not the newest', () => {
    expect(sceneMigrations.map((each) => each.from)).toEqual(
      Array.from({ length: SCENE_VERSION - 1 }, (_, i) => i + 1),
    );
  });
});
