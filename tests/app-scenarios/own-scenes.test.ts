import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { type DroppedFile, sortDropped } from '../../src/panels/scenarios/dropped';
import { filesOfOwnScene, keepOwnScene, ownScenes, removeOwnScene } from '../../src/scenarios/own-scenes';
import { readSceneFile, readySceneSource, sceneSourceOf } from '../../src/state/scene-source';

afterEach(() => deleteDB('cityloom.scenes'));

const files = [
  ['scene.json', '{"id":"town"}'],
  ['roads.json', '{"edges":[]}'],
] as const;
const town = (broughtMs: number) => ({ id: 'town', name: { zh: '镇', en: 'Town' }, broughtMs });

describe('a city that somebody has brought to this browser', () => {
  it('is found again whole, replaced by a newer one of its name, and gone when it is deleted', async () => {
    expect(await ownScenes()).toEqual([]);
    expect(await keepOwnScene(town(1), files)).toBe('written');
    expect(await keepOwnScene(town(2), [...files, ['land.json', '{}']])).toBe('written');
    expect(await ownScenes()).toEqual([{ ...town(2), characters: 27 }]);
    expect(await filesOfOwnScene('town')).toHaveLength(3);
    await removeOwnScene('town');
    expect(await ownScenes()).toEqual([]);
    expect(await filesOfOwnScene('town')).toBeNull();
  });

  it('is not opened where a letter of it has changed on the disk', async () => {
    await keepOwnScene(town(1), files);
    const database = await openDB('cityloom.scenes');
    const row = await database.get('files', 'town');
    row.files[1][1] = '{"edges":[1]}';
    await database.put('files', row);
    database.close();
    expect(await filesOfOwnScene('town')).toBeNull();
    expect(await readySceneSource('own/town')).toBe(false);
  });

  it('is read by engine and page from its texts, and others from the server', async () => {
    await keepOwnScene(town(1), files);
    expect(await readySceneSource('own/town')).toBe(true);
    expect(sceneSourceOf('own/town')).toEqual({ kind: 'texts', files });
    expect(await readSceneFile('own/town', 'roads.json')).toEqual({ edges: [] });
    await expect(readSceneFile('own/town', 'land.json')).rejects.toThrow('land.json');
    expect(await readySceneSource('eco-park')).toBe(true);
    expect(sceneSourceOf('eco-park')).toMatchObject({ kind: 'folder' });
  });
});

describe('what is dropped on the page', () => {
  const dropped = (...paths: string[]): DroppedFile[] => paths.map((path) => ({ path, file: new File([], path) }));
  const isSceneFile = (name: string) => ['roads.json', 'land.json'].includes(name);
  const sorted = (...paths: string[]) =>
    sortDropped(dropped(...paths), isSceneFile).map(({ kind, source, files: own }) => [
      kind,
      source,
      ...own.map(({ path }) => path),
    ]);

  it('is a city where a folder has a manifest, with what a mistake has put there, and without what lies deeper', () => {
    expect(sorted('a/scene.json', 'a/roads.json', 'a/rods.json', 'a/README.md', 'a/plan/scene.json')).toEqual([
      ['scene', 'a', 'a/scene.json', 'a/roads.json', 'a/rods.json'],
    ]);
  });

  it('may be a loose city and scenarios at once, several cities, and networks of others, each for itself', () => {
    expect(sorted('scene.json', 'roads.json', 'closed.json')).toEqual([
      ['scene', 'scene.json', 'scene.json', 'roads.json'],
      ['scenario', 'closed.json', 'closed.json'],
    ]);
    expect(sorted('roads.json')).toEqual([['scenario', 'roads.json', 'roads.json']]);
    expect(sorted('x/scene.json', 'y/scene.json').map(([kind]) => kind)).toEqual(['scene', 'scene']);
    expect(sorted('t.rou.xml', 't.net.xml.gz', 'w.inp', 'g.m', 'photo.tif')).toEqual([
      ['epanet', 'w.inp', 'w.inp'],
      ['matpower', 'g.m', 'g.m'],
      ['unknown', 'photo.tif', 'photo.tif'],
      ['sumo', 't.net.xml.gz', 't.net.xml.gz', 't.rou.xml'],
    ]);
  });
});
