import { asElementId, defaultScenario, type Intervention } from '../../sim';
import { emptyHistory, record } from '../../src/scenarios/history';
import type { KeptScenario } from '../../src/scenarios/kept-scenario';
import { newScenario } from '../../src/scenarios/new-scenario';
import type { Shelf, WriteAnswer } from '../../src/scenarios/shelf';

export const city = 'tiny/crossroads';

export const closing = (id: string): Intervention => ({
  id,
  kind: 'close-road',
  targets: [asElementId('e1')],
  settings: { lanes: 'all', laneCount: 1, bothDirections: true },
  fromSeconds: 60,
  untilSeconds: null,
});

/** One with so many changes, made one after another. */
export function scenarioWith(changes: number, number = 1): KeptScenario {
  let history = emptyHistory;
  for (let i = 0; i < changes; i++) {
    history = record(history, 'apply', closing(`c${i}`), [...history.list, closing(`c${i}`)]);
  }
  const { list, done, undone } = history;
  const scenario = defaultScenario('crossroads', { interventions: list });
  return { ...newScenario(scenario, { city, number }, 1_700_000_000_000), done, undone };
}

export const next = (kept: KeptScenario): KeptScenario => ({ ...kept, revision: kept.revision + 1 });

/** Written as a page does that has made it from the revision before. */
export function writeNext(shelf: Shelf, kept: KeptScenario, isOpen = true): Promise<WriteAnswer> {
  return shelf.write(kept, { base: kept.revision - 1, isOpen });
}
