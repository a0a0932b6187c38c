import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { undo } from '../../src/scenarios/history';
import { historyOf, type KeptScenario, readKept, writeKept } from '../../src/scenarios/kept-scenario';
import { branchOf, nextNumber } from '../../src/scenarios/new-scenario';
import { aDatabase } from './a-database';
import { city, closing, next, scenarioWith, writeNext } from './a-scenario';

/** A scenario with so many changes, the last of them undone. */
function made(changes: number): KeptScenario {
  const kept = scenarioWith(changes);
  const { list, done, undone } = undo(historyOf(kept));
  return { ...kept, scenario: { ...kept.scenario, interventions: list }, done, undone };
}

afterEach(() => deleteDB('cityloom'));

describe('a scenario that the browser keeps', () => {
  it('comes back whole, with what can be undone and done again', async () => {
    const kept = made(3);
    expect(await writeNext(await aDatabase(), kept)).toBe('written');
    const [entry] = await (await aDatabase()).list(city);
    expect(entry).toEqual({ kind: 'kept', kept, isOlderCopy: false });
    expect(historyOf(kept).list).toHaveLength(2);
    expect(await (await aDatabase()).list('tiny/ring')).toEqual([]);
  });

  it('is not overwritten by a tab that knows less', async () => {
    const shelf = await aDatabase();
    const kept = made(2);
    await writeNext(shelf, kept);
    await writeNext(shelf, next(kept));
    expect(await writeNext(shelf, { ...next(kept), name: 'of another tab' })).toBe('overtaken');
    expect(await writeNext(shelf, next(next(kept)))).toBe('written');
  });

  it('comes back as it was one edit before where its newest copy is damaged, and goes on from there', async () => {
    const shelf = await aDatabase();
    const kept = made(2);
    const newer = { ...next(kept), name: 'newer' };
    await writeNext(shelf, kept);
    await writeNext(shelf, newer);
    const database = await openDB('cityloom');
    const copy = await database.get('copies', [kept.id, newer.revision]);
    await database.put('copies', { ...copy, text: copy.text.replace('newer', 'newar') });
    database.close();
    const [entry] = await shelf.list(city);
    expect(entry).toMatchObject({ kind: 'kept', isOlderCopy: true, kept: { name: '', revision: newer.revision } });
    if (entry.kind === 'kept') expect(await writeNext(shelf, next(entry.kept))).toBe('written');
  });

  it('is told to be damaged, and not lost, where no copy of it can be read', async () => {
    const shelf = await aDatabase();
    const kept = made(1);
    await writeNext(shelf, kept);
    const database = await openDB('cityloom');
    const copy = await database.get('copies', [kept.id, 1]);
    await database.put('copies', { ...copy, text: copy.text.slice(0, 90) });
    database.close();
    expect(await shelf.list(city)).toEqual([{ kind: 'damaged', id: kept.id, text: writeKept(kept).slice(0, 90) }]);
  });

  it('has three copies at most', async () => {
    const shelf = await aDatabase();
    let kept = made(1);
    for (let i = 0; i < 6; i++) {
      await writeNext(shelf, kept);
      kept = next(kept);
    }
    const database = await openDB('cityloom');
    expect((await database.getAllKeys('copies')).map((key) => (key as unknown as [string, number])[1])).toEqual([
      4, 5, 6,
    ]);
    database.close();
  });

  it('goes with all its copies when it is deleted', async () => {
    const shelf = await aDatabase();
    const kept = made(1);
    await writeNext(shelf, kept);
    await writeNext(shelf, next(kept));
    expect(await shelf.remove(kept.id)).toBe(true);
    expect(await shelf.list(city)).toEqual([]);
  });

  it('is left alone where a newer Cityloom wrote it', () => {
    const newer = writeKept(made(1)).replace('"version":1', '"version":2');
    const read = readKept(newer);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['kept.newer']);
  });

  it.each([
    ['no JSON', 'kept.unreadable', () => 'nothing'],
    ['a missing field', 'kept.invalid', (kept: KeptScenario) => writeKept({ ...kept, number: undefined as never })],
    [
      'a list of changes that is none',
      'intervention.type',
      (kept: KeptScenario) =>
        writeKept({ ...kept, scenario: { ...kept.scenario, interventions: ['close it'] as never } }),
    ],
    [
      'a history of another list',
      'kept.history',
      (kept: KeptScenario) => writeKept({ ...kept, scenario: { ...kept.scenario, interventions: [closing('other')] } }),
    ],
  ])('is refused with %s', (_, code, text) => {
    const read = readKept(text(made(2)));
    expect(read.ok ? 'read' : read.problems[0].code).toBe(code);
  });
});

describe('a branch of a scenario', () => {
  it('has the changes and the history of the first, and a number of its own', () => {
    const kept = made(3);
    const branch = branchOf(kept, nextNumber([kept]), 5);
    expect(branch).toMatchObject({
      parentId: kept.id,
      number: 2,
      revision: 1,
      scenario: kept.scenario,
      done: kept.done,
    });
    expect(branch.id).not.toBe(kept.id);
  });
});
