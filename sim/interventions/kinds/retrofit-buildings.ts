import { choice } from '../field';
import { defineKind } from '../kind';

/** In the order in which energy numbers them. */
const CLASSES = ['passive-house', 'low-energy', 'code', 'old'] as const;

/** Walls, windows and fresh-air units of another standard: what rooms need falls, and what an outage takes from them. */
export const retrofitBuildings = defineKind({
  kind: 'retrofit-buildings',
  targets: { kind: 'building', least: 0, most: 500 },
  settings: {
    standard: choice(CLASSES, 'low-energy'),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const { building } = scene.elements;
    const slots =
      targets.length > 0 ? targets.map((id) => building.slotOf(id) as number) : building.ids.map((_, i) => i);
    const value = CLASSES.indexOf(settings.standard);
    return slots.map((slot) => ({ knob: 'building.envelope', slot, value, fromSeconds, untilSeconds }));
  },
});
