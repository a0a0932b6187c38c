import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { asElementId, defaultScenario, type Intervention } from '../../sim';
import { openDatabaseShelf } from '../../src/scenarios/database-shelf';
import { record } from '../../src/scenarios/history';
import type { Shelf } from '../../src/scenarios/shelf';
import { useEdits } from '../../src/state/edits';
import { keepEdits, keptOf, knowBareRun, openScenarios, rename, useScenarios } from '../../src/state/scenarios';

const city = 'tiny/crossroads';

/** One street after another is shut, as a person does it in the panel. */
function edit(id: string): void {
  const change: Intervention = {
    id,
    kind: 'close-road',
    targets: [asElementId('e1')],
    settings: { lanes: 'all', laneCount: 1, bothDirections: true },
    fromSeconds: 60,
    untilSeconds: null,
  };
  const { history } = useEdits.getState();
  useEdits.setState({ history: record(history, 'apply', change, [...history.list, change]) });
}

async function aPage(): Promise<Shelf> {
  const shelf = await openDatabaseShelf({ onOutdated: () => {} });
  await openScenarios(city, shelf, null, null);
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
    await shelf.write({ ...current!, revision: 9 });
    edit('b');
    edit('c');
    await expect.poll(() => useScenarios.getState().current?.id).not.toBe(current!.id);
    await saved();
    edit('d');
    await saved();
    expect((await counts(shelf)).sort()).toEqual([1, 4]);
    expect(useScenarios.getState().isElsewhere).toBe(false);
  });

  it('stay in their scenario when another tab has given it a name', async () => {
    const shelf = await aPage();
    stop = keepEdits();
    edit('a');
    await saved();
    const { current } = useScenarios.getState();
    await shelf.write({ ...current!, name: 'Named elsewhere', revision: 2 });
    rename({ ...current!, id: crypto.randomUUID() }, 'another, so that the shelf is read again');
    await expect.poll(() => useScenarios.getState().current?.name).toBe('Named elsewhere');
    edit('b');
    await saved();
    expect(useScenarios.getState().current).toMatchObject({ id: current!.id, name: 'Named elsewhere', revision: 3 });
  });
});
