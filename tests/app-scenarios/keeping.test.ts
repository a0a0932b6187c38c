import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultScenario } from '../../sim';
import { record } from '../../src/scenarios/history';
import { pageShelf } from '../../src/scenarios/page-shelf';
import type { Shelf } from '../../src/scenarios/shelf';
import { useEdits } from '../../src/state/edits';
import {
  duplicate,
  gone,
  keepEdits,
  keptOf,
  knowBareRun,
  noteFiled,
  openScenarios,
  openShelf,
  rename,
  settleOn,
  tryAgain,
  useScenarios,
  wouldLose,
} from '../../src/state/scenarios';
import { aDatabase } from './a-database';
import { city, closing, writeNext } from './a-scenario';

/** One street after another is shut, as a person does it in the panel. */
function edit(id: string): void {
  const { history } = useEdits.getState();
  useEdits.setState({ history: record(history, 'apply', closing(id), [...history.list, closing(id)]) });
}

async function aPage(given?: Shelf | null): Promise<Shelf> {
  const shelf = given ?? (await aDatabase());
  await openScenarios(city, pageShelf(given === null ? null : shelf), given === null ? 'held' : null, null);
  knowBareRun(defaultScenario('crossroads'));
  return shelf;
}

const saved = () =>
  expect.poll(() => useScenarios.getState().savedRevision).toBe(useScenarios.getState().current?.revision);
const counts = async (shelf: Shelf) =>
  keptOf(await shelf.list(city)).map(({ scenario }) => scenario.interventions.length);

let stop = () => {};
afterEach(async () => {
  stop();
  await deleteDB('cityloom');
});

describe('edits of a planner', () => {
  it('make one scenario of the baseline, and go into it one after another', async () => {
    const shelf = await aPage();
    stop = keepEdits();
    edit('a');
    edit('b');
    await saved();
    expect(await counts(shelf)).toEqual([2]);
  });

  it('go into one copy, and not into one each, after another tab has written the first', async () => {
    const shelf = await aPage();
    stop = keepEdits();
    edit('a');
    await saved();
    const { current } = useScenarios.getState();
    await writeNext(shelf, { ...current!, revision: 9 }, false);
    edit('b');
    edit('c');
    await expect.poll(() => useScenarios.getState().current?.id).not.toBe(current!.id);
    await saved();
    edit('d');
    await saved();
    expect((await counts(shelf)).sort()).toEqual([1, 4]);
    expect(useScenarios.getState().isElsewhere).toBe(false);
  });

  it('of which more are on their way when another tab has written never go over what that tab wrote', async () => {
    const shelf = await aPage();
    stop = keepEdits();
    edit('a');
    await saved();
    const { current } = useScenarios.getState();
    await writeNext(shelf, { ...current!, name: 'Of the other tab', revision: 2 }, false);
    edit('b');
    edit('c');
    await expect.poll(() => useScenarios.getState().current?.id).not.toBe(current!.id);
    await saved();
    const kept = keptOf(await shelf.list(city)).map(({ name, scenario }) => [name, scenario.interventions.length]);
    expect(kept.sort()).toEqual([
      ['', 3],
      ['Of the other tab', 1],
    ]);
  });

  it('are held and called unkept while the disk is full, and written once it has room', async () => {
    const disk = await aDatabase();
    let isFull = true;
    const write: Shelf['write'] = async (...of) => (isFull ? 'full' : disk.write(...of));
    await aPage({ ...disk, write });
    stop = keepEdits();
    edit('a');
    await duplicate(useScenarios.getState().current!);
    await expect.poll(() => useScenarios.getState().unkept.length).toBe(2);
    expect(useScenarios.getState()).toMatchObject({ trouble: 'full', savedRevision: 0 });
    expect(wouldLose()).toBe(true);
    noteFiled(useScenarios.getState().unkept);
    expect(wouldLose(), 'with a file of each').toBe(false);
    isFull = false;
    await tryAgain();
    expect(useScenarios.getState()).toMatchObject({ trouble: null, unkept: [], savedRevision: 1 });
    expect(await counts(disk)).toEqual([1, 1]);
    expect(wouldLose()).toBe(false);
  });

  it('made before the database came go into it, and what is open is open next time', async () => {
    await aPage(null);
    stop = keepEdits();
    edit('a');
    edit('b');
    await expect.poll(() => useScenarios.getState().unkept.length).toBe(1);
    expect(useScenarios.getState()).toMatchObject({ trouble: 'held', savedRevision: 0 });
    const shelf = await aDatabase();
    await settleOn(shelf);
    await saved();
    expect(useScenarios.getState()).toMatchObject({ trouble: null, unkept: [] });
    expect(await counts(shelf)).toEqual([2]);
    expect(await shelf.openLast(city)).toBe(useScenarios.getState().current?.id);
  });

  it('are said to be unkept until they lie in the database that came late', async () => {
    await aPage(null);
    stop = keepEdits();
    edit('a');
    await expect.poll(() => useScenarios.getState().unkept.length).toBe(1);
    const shelf = await aDatabase();
    const told: unknown[] = [];
    const slow: Shelf = {
      ...shelf,
      async write(...given) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        told.push(useScenarios.getState().trouble);
        return shelf.write(...given);
      },
    };
    await settleOn(slow);
    expect(told).toEqual(['held']);
    expect(useScenarios.getState().trouble).toBeNull();
    expect(await counts(shelf)).toEqual([1]);
  });

  it('are all there when the browser has cleared its data and the database comes back', async () => {
    const shelf = await aPage();
    stop = keepEdits();
    edit('a');
    await saved();
    const { current } = useScenarios.getState();
    await shelf.remove(current!.id);
    openShelf().settle({ ...shelf, write: async () => 'refused' });
    gone();
    edit('b');
    await expect.poll(() => useScenarios.getState().unkept).toEqual([useScenarios.getState().current]);
    expect(useScenarios.getState().trouble).toBe('gone');
    await settleOn(shelf);
    await saved();
    expect(await counts(shelf)).toEqual([2]);
  });

  it('stay in their scenario when another tab has given it a name', async () => {
    const shelf = await aPage();
    stop = keepEdits();
    edit('a');
    await saved();
    const { current } = useScenarios.getState();
    await writeNext(shelf, { ...current!, name: 'Named elsewhere', revision: 2 }, false);
    rename({ ...current!, id: crypto.randomUUID() }, 'another, so that the shelf is read again');
    await expect.poll(() => useScenarios.getState().current?.name).toBe('Named elsewhere');
    edit('b');
    await saved();
    expect(useScenarios.getState().current).toMatchObject({ id: current!.id, name: 'Named elsewhere', revision: 3 });
  });
});
