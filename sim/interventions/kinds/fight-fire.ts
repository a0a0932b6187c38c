import { type Problem, problem } from '../../kernel';
import type { CompiledScene } from '../../scene/compiled';
import { defineKind } from '../kind';

const SECONDS_PER_HOUR = 3_600;

/**
 * Hydrants are opened at burning buildings. GB 50974-2014 asks for 15 to 40 L/s outside of a building, with what stands
 * inside up to 80: 54 to 290 m³/h; 40 L/s is the usual for one fire in a town of this size.
 */
export const fightFire = defineKind({
  kind: 'fight-fire',
  targets: { kind: 'building', least: 1, most: 10 },
  settings: {
    flow: { type: 'number', unit: 'm³/h', min: 36, max: 720, step: 36, default: 144 },
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, compiled) {
    const flows = new Map<number, number>();
    for (const id of targets) {
      const node = nodeOf(compiled, id);
      if (node === undefined) continue;
      flows.set(node, (flows.get(node) ?? 0) + settings.flow / SECONDS_PER_HOUR);
    }
    return [...flows].map(([slot, value]) => ({
      knob: 'water-node.fire-flow',
      slot,
      value,
      fromSeconds,
      untilSeconds,
    }));
  },
  check({ targets }, compiled) {
    const problems: Problem[] = [];
    targets.forEach((id, i) => {
      if (nodeOf(compiled, id) !== undefined) return;
      problems.push(
        problem('intervention.no-water', ['targets', i], `expected a building with water, found none at ${id}`),
      );
    });
    return problems;
  },
});

function nodeOf({ scene, elements }: CompiledScene, id: string): number | undefined {
  const node = scene.buildings?.buildings.find((each) => each.id === id)?.serves?.water;
  return node === undefined ? undefined : elements['water-node'].slotOf(node);
}
