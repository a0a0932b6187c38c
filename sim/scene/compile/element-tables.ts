import { asElementId, asSlot, type ElementId, type Slot } from '../../kernel';
import { type ElementKind, type ElementTable, elementKinds } from '../compiled';
import type { Scene } from '../schema/scene';

export type ElementTables = Readonly<Record<ElementKind, ElementTable>>;

/** Names to slots for every kind: sorted by id, but lanes edge by edge and from the kerb, so that an edge's are a run. */
export function tabulate(scene: Scene): ElementTables {
  const tables = {} as Record<ElementKind, ElementTable>;
  for (const kind of elementKinds) tables[kind] = table(kind, listers[kind](scene).sort());
  tables.lane = table('lane', lanesInOrder(scene, tables.edge));
  return tables;
}

type Named = { readonly id: string };
const ids = (entries: readonly Named[] | undefined): string[] => (entries ?? []).map((entry) => entry.id);

const listers: Record<ElementKind, (scene: Scene) => string[]> = {
  city: (scene) => [scene.manifest.id],
  street: (scene) => ids(scene.roads?.streets),
  edge: (scene) => ids(scene.roads?.edges),
  lane: (scene) => ids(scene.roads?.edges.flatMap((edge) => edge.lanes)),
  turn: (scene) => ids(scene.roads?.junctions.flatMap((junction) => junction.turns)),
  junction: (scene) => ids(scene.roads?.junctions),
  signal: (scene) => ids(scene.roads?.signals),
  stop: (scene) => ids(scene.roads?.stops),
  parking: (scene) => ids(scene.roads?.parking),
  'charging-site': (scene) => ids(scene.roads?.chargingSites),
  building: (scene) => ids(scene.buildings?.buildings),
  parcel: (scene) => ids(scene.land?.parcels),
  gate: (scene) => ids(scene.demand?.gates),
  bus: (scene) => ids(scene.electricity?.buses),
  branch: (scene) => ids(scene.electricity?.branches),
  transformer: (scene) => ids(scene.electricity?.transformers),
  'heat-node': (scene) => ids(scene.heat?.loops.flatMap((loop) => loop.nodes)),
  'cooling-node': (scene) => ids(scene.cooling?.loops.flatMap((loop) => loop.nodes)),
  'heat-pipe': (scene) => ids(scene.heat?.loops.flatMap((loop) => loop.pipes)),
  'cooling-pipe': (scene) => ids(scene.cooling?.loops.flatMap((loop) => loop.pipes)),
  'gas-main': (scene) => ids(scene.gas?.pipes),
  'gas-node': (scene) => ids(scene.gas?.nodes),
  station: (scene) => ids(scene.stations?.stations),
  unit: (scene) => ids(scene.stations?.stations.flatMap((station) => station.units)),
  'water-pipe': (scene) => ids(scene.water?.pipes),
  'water-node': (scene) => ids(scene.water?.nodes),
  'water-pump': (scene) => ids(scene.water?.pumps),
  'drain-node': (scene) => ids(scene.drainage?.nodes),
  'drain-pump': (scene) => ids(scene.drainage?.pumps),
  'telecom-node': (scene) => ids(scene.telecom?.nodes),
  'gallery-section': (scene) =>
    ids(scene.galleries?.galleries.flatMap((gallery) => gallery.compartments.flatMap((each) => each.sections))),
  hospital: (scene) => ids(scene.services?.hospitals),
  'fire-station': (scene) => ids(scene.services?.fireStations),
  sensor: (scene) => ids(scene.sensors?.sensors),
};

function lanesInOrder(scene: Scene, edges: ElementTable): string[] {
  const byId = new Map((scene.roads?.edges ?? []).map((edge) => [edge.id, edge]));
  return edges.ids.flatMap((id) => ids(byId.get(id)!.lanes));
}

function table(kind: ElementKind, sorted: readonly string[]): ElementTable {
  const slots = new Map<string, Slot>();
  for (let i = 0; i < sorted.length; i++) slots.set(sorted[i], asSlot(i));
  const names: readonly ElementId[] = sorted.map(asElementId);
  return { kind, ids: names, count: names.length, slotOf: (id) => slots.get(id) };
}

/** The slot of a name that reading has already resolved. */
export function slotIn(elements: ElementTable, id: string): number {
  const slot = elements.slotOf(id);
  if (slot === undefined) throw new Error(`met the ${elements.kind} '${id}', expected one that the scene holds`);
  return slot;
}
