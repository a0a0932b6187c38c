import type { ImportReport } from '../../../sim/importers/osm';
import { importOsm, type OsmOptions } from '../../../sim/importers/osm';
import { readScene, type Scene } from '../../../sim/scene';
import type { RoadsFile } from '../../../sim/scene/schema/roads';

export interface Imported {
  readonly scene: Scene;
  readonly roads: RoadsFile;
  readonly report: ImportReport;
}

/** Imports and reads what came of it, as any host would; throws with every problem where either refuses. */
export function imported(text: string, options: OsmOptions = {}): Imported {
  const made = importOsm(text, options);
  if (!made.ok) throw new Error(made.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const scene = readScene(made.value.files);
  if (!scene.ok) throw new Error(scene.problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return { scene: scene.value, roads: scene.value.roads!, report: made.value.report };
}

export const codesOf = (text: string): string[] => {
  const made = importOsm(text);
  return made.ok ? [] : made.problems.map(({ code }) => code);
};

/** Turns as 'from way → to way', without lanes. */
export function waysThrough(roads: RoadsFile, node = 'n1'): string[] {
  const edgeOf = new Map(roads.edges.flatMap(({ id, lanes }) => lanes.map((lane) => [lane.id, id.split(':')[0]])));
  const junction = roads.junctions.find(({ id }) => id === node);
  const ways = junction?.turns.map(({ fromLane, toLane }) => `${edgeOf.get(fromLane)}>${edgeOf.get(toLane)}`) ?? [];
  return [...new Set(ways)].sort();
}
