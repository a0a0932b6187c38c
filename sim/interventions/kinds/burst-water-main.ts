import { type Problem, problem } from '../../kernel';
import { defineKind } from '../kind';

const MM_PER_M = 1_000;

/** A water main bursts in its middle: a hole of this width, until the main is shut off and mended. */
export const burstWaterMain = defineKind({
  kind: 'burst-water-main',
  targets: { kind: 'water-pipe', least: 1, most: 20 },
  settings: {
    hole: { type: 'number', unit: 'mm', min: 10, max: 600, step: 10, default: 100 },
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: 'water-pipe.burst',
      slot: scene.elements['water-pipe'].slotOf(id) as number,
      value: settings.hole,
      fromSeconds,
      untilSeconds,
    }));
  },
  check({ targets, settings }, { scene }) {
    const problems: Problem[] = [];
    targets.forEach((id, i) => {
      const diameterMm = MM_PER_M * (scene.water?.pipes.find((each) => each.id === id)?.diameterM ?? 0);
      if (settings.hole <= diameterMm) return;
      const message = `expected at most ${diameterMm} mm, the diameter of ${id} (targets[${i}])`;
      problems.push(problem('intervention.hole-too-large', ['settings', 'hole'], message));
    });
    return problems;
  },
});
