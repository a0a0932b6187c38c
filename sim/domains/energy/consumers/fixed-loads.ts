import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';

/** What a scene says of its buses for good, generators with a fixed output taken off, by node. */
export interface FixedLoads {
  readonly kw: Float64Array;
  readonly kvar: Float64Array;
  /** What of it is given: taken off in the others. */
  readonly madeKw: Float64Array;
}

export function fixedLoadsOf({ scene, elements }: CompiledScene): FixedLoads {
  const kw = new Float64Array(elements.bus.count);
  const kvar = new Float64Array(elements.bus.count);
  const madeKw = new Float64Array(elements.bus.count);
  for (const { id, loadKw, loadKvar } of scene.electricity?.buses ?? []) {
    const node = slotIn(elements.bus, id);
    kw[node] += loadKw ?? 0;
    kvar[node] += loadKvar ?? 0;
  }
  for (const { bus, outputKw, outputKvar } of scene.electricity?.generators ?? []) {
    const node = slotIn(elements.bus, bus);
    kw[node] -= outputKw ?? 0;
    kvar[node] -= outputKvar ?? 0;
    madeKw[node] += outputKw ?? 0;
  }
  return { kw, kvar, madeKw };
}
