import { type Problem, problem } from '../../kernel';
import type { CompiledScene } from '../../scene/compiled';
import { defineKind } from '../kind';

/** What the sky drives hangs on inverters of its own all over the park, and is no machine of the station's hall. */
const BY_THE_SKY = new Set(['photovoltaic', 'wind-turbine']);

/** Machines of an energy station out of order: so many of each chosen bank. The others take over as far as they go. */
export const machineOutage = defineKind({
  kind: 'machine-outage',
  targets: { kind: 'unit', least: 1, most: 50 },
  settings: {
    machines: { type: 'number', unit: 'count', min: 1, max: 20, step: 1, default: 1, whole: true },
  },
  fails: { level: 'part' },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: 'unit.out',
      slot: scene.elements.unit.slotOf(id) as number,
      value: settings.machines,
      fromSeconds,
      untilSeconds,
    }));
  },
  check({ targets, settings }, scene) {
    const problems: Problem[] = [];
    targets.forEach((id, i) => {
      const { kind, count = 1 } = unitOf(scene, id);
      if (BY_THE_SKY.has(kind)) {
        problems.push(problem('intervention.no-machine', ['targets', i], `expected a machine, found ${kind} ${id}`));
      } else if (settings.machines > count) {
        const message = `expected at most the ${count} machines of ${id}, found ${settings.machines}`;
        problems.push(problem('intervention.too-many-machines', ['settings', 'machines'], message));
      }
    });
    return problems;
  },
});

function unitOf({ scene }: CompiledScene, id: string) {
  for (const { units } of scene.stations?.stations ?? []) {
    const found = units.find((unit) => unit.id === id);
    if (found !== undefined) return found;
  }
  throw new Error(`met the unit '${id}', expected one that the scene holds`);
}
