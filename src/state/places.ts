import { create } from 'zustand';
import { flowLinks } from '../../sim';
import { useFlows } from './flows';
import { makePlaceBook, type PlaceBook } from './place-book';
import type { SceneFacts } from './scene-facts';
import { readSceneFile } from './scene-source';

interface PlacesState {
  readonly book: PlaceBook | null;
  readonly isUnread: boolean;
}

export const usePlaces = create<PlacesState>(() => ({ book: null, isUnread: false }));

/**
 * Reads the names after the engine has accepted the scene: the files are then known to be sound, and lie in the
 * browser's cache.
 */
export async function loadPlaces(sceneId: string, facts: SceneFacts): Promise<void> {
  const read = (file: string) => (facts.files.includes(file) ? readSceneFile(sceneId, file) : null);
  try {
    const files = ['roads.json', 'demand.json', 'buildings.json', 'electricity.json', 'stations.json', 'land.json'];
    const [roads, demand, buildings, electricity, stations, land] = await Promise.all(files.map(read));
    const below = ['galleries', 'gas', 'water', 'heat', 'cooling', 'telecom', 'drainage'];
    const [galleries, gas, water, heat, cooling, telecom, drainage] = await Promise.all(
      below.map((name) => read(`${name}.json`)),
    );
    const laid = { galleries, gas, water, heat, cooling, telecom, drainage, electricity };
    type Book = Parameters<typeof makePlaceBook>;
    const none = { streets: [], nodes: [], edges: [], junctions: [], signals: [] };
    const book = makePlaceBook(
      (roads ?? none) as Book[0],
      ((demand as { gates?: Book[1] } | null)?.gates ?? []) as Book[1],
      (buildings as { buildings?: Book[2] } | null)?.buildings ?? [],
      {
        electricity: (electricity ?? undefined) as NonNullable<Book[3]>['electricity'],
        stations: (stations as { stations?: NonNullable<Book[3]>['stations'] } | null)?.stations ?? [],
      },
      withoutNull(laid) as Book[4],
      (land as { parcels?: Book[5] } | null)?.parcels ?? [],
    );
    usePlaces.setState({ book, isUnread: false });
    if (electricity) useFlows.setState({ links: flowLinks({ heat } as Parameters<typeof flowLinks>[0]) });
  } catch {
    usePlaces.setState({ book: null, isUnread: true });
  }
}

/** Files that a scene does not have are absent, not null. */
function withoutNull(files: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(files).filter(([, file]) => file !== null && file !== undefined));
}
