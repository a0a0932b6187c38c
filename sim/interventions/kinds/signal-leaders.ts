import type { CompiledScene } from '../../scene/compiled';

/** The signals that decide for the named ones, each once: itself for most. */
export function leaderSlots(names: readonly string[], scene: CompiledScene): number[] {
  return [...new Set(names.map((name) => scene.roads.signalLeader[signalSlot(name, scene)]))].sort((a, b) => a - b);
}

export function signalSlot(name: string, scene: CompiledScene): number {
  const slot = scene.elements.signal.slotOf(name);
  if (slot === undefined) throw new Error(`met the signal '${name}', expected one of the scene '${scene.id}'`);
  return slot;
}
