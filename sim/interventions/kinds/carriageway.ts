import { asSlot, type Slot } from '../../kernel';
import type { CompiledScene } from '../../scene/compiled';

/** The slots of named edges, and of the edges opposite to them where a change is to the whole road; each one once. */
export function edgeSlots(names: readonly string[], bothDirections: boolean, scene: CompiledScene): Slot[] {
  const opposite = bothDirections ? oppositesIn(scene) : undefined;
  const slots = new Set<Slot>();
  for (const name of names) {
    slots.add(slotOfEdge(name, scene));
    const other = opposite?.get(name);
    if (other !== undefined) slots.add(slotOfEdge(other, scene));
  }
  return [...slots].sort((a, b) => a - b);
}

/** The slots of the edges opposite to the named ones, where there are any; each one once. */
export function oppositeSlots(names: readonly string[], scene: CompiledScene): Slot[] {
  const opposite = oppositesIn(scene);
  const found = names.flatMap((name) => opposite.get(name) ?? []);
  return [...new Set(found.map((name) => slotOfEdge(name, scene)))].sort((a, b) => a - b);
}

/** Lane slots of an edge, kerb to middle. */
export function laneSlots(edge: Slot, scene: CompiledScene): Slot[] {
  const first = scene.roads.edgeFirstLane[edge];
  return Array.from({ length: scene.roads.edgeLaneCount[edge] }, (_, index) => asSlot(first + index));
}

function slotOfEdge(name: string, scene: CompiledScene): Slot {
  const slot = scene.elements.edge.slotOf(name);
  if (slot === undefined) throw new Error(`met the edge '${name}', expected one of the scene '${scene.id}'`);
  return slot;
}

const opposites = new WeakMap<CompiledScene, ReadonlyMap<string, string>>();

function oppositesIn(scene: CompiledScene): ReadonlyMap<string, string> {
  let found = opposites.get(scene);
  if (found === undefined) {
    const edges = scene.scene.roads?.edges ?? [];
    found = new Map(edges.flatMap((edge) => (edge.opposite === undefined ? [] : [[edge.id, edge.opposite]])));
    opposites.set(scene, found);
  }
  return found;
}
