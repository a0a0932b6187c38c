import { openDatabaseShelf } from '../../src/scenarios/database-shelf';
import type { Shelf } from '../../src/scenarios/shelf';

export function aDatabase(): Promise<Shelf> {
  return openDatabaseShelf({ onHeld: () => {}, onOutdated: async () => {}, onGone: () => {} });
}
