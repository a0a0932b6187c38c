import type { CompiledScene } from '../../scene/compiled';
import { defineKind } from '../kind';
import { holesThatFit } from './hole-in-main';

const MM_PER_M = 1_000;
const USUAL_HOLE_MM = 100;

/** A water main bursts in its middle: a hole of this width, until the main is shut off and mended. */
export const burstWaterMain = defineKind({
  kind: 'burst-water-main',
  targets: { kind: 'water-pipe', least: 1, most: 20 },
  settings: {
    hole: { type: 'number', unit: 'mm', min: 10, max: 600, step: 10, default: USUAL_HOLE_MM },
  },
  fails: {
    level: 'part',
    settings: (id, scene) => ({ hole: Math.min(USUAL_HOLE_MM, 10 * Math.floor(diameterMmOf(id, scene) / 10)) }),
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
  check: ({ targets, settings }, scene) => holesThatFit(targets, settings.hole, (id) => diameterMmOf(id, scene)),
});

function diameterMmOf(id: string, { scene }: CompiledScene): number {
  return MM_PER_M * (scene.water?.pipes.find((each) => each.id === id)?.diameterM ?? 0);
}
