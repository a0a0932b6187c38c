import { type Problem, problem } from '../../kernel';
import { defineKind } from '../kind';

/** The valves at both ends of a water main are shut, and opened again at the end. */
export const shutWaterMain = defineKind({
  kind: 'shut-water-main',
  targets: { kind: 'water-pipe', least: 1, most: 50 },
  settings: {},
  claims({ targets, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: 'water-pipe.shut',
      slot: scene.elements['water-pipe'].slotOf(id) as number,
      value: 1,
      fromSeconds,
      untilSeconds,
    }));
  },
  check({ targets }, { scene }) {
    const withValve = new Set(scene.water?.valves.map(({ pipe }) => pipe));
    const problems: Problem[] = [];
    targets.forEach((id, i) => {
      if (withValve.has(id)) return;
      problems.push(
        problem('intervention.no-valve', ['targets', i], `expected a main with valves, found none at ${id}`),
      );
    });
    return problems;
  },
});
