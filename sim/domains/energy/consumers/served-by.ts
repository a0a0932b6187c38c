import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene, ElementKind } from '../../../scene/compiled';

interface Served {
  readonly id: string;
  readonly electricity?: string | undefined;
}

/** The node that serves each element of a kind, by slot; −1 where the scene names none. */
export function nodeOfSlots(scene: CompiledScene, kind: ElementKind, entries: readonly Served[]): Int32Array {
  const table = scene.elements[kind];
  const nodes = new Int32Array(table.count).fill(-1);
  for (const { id, electricity } of entries) {
    if (electricity !== undefined) nodes[slotIn(table, id)] = slotIn(scene.elements.bus, electricity);
  }
  return nodes;
}
