import { defineKind } from '../kind';

/**
 * The road part of C1: an event outside the area multiplies the trips that come in and leave by its gates. What a crowd
 * does on foot, to the metro and to cooling needs domains that do not exist yet.
 */
export const eventDemand = defineKind({
  kind: 'event-demand',
  targets: { kind: 'gate', least: 1, most: 100 },
  settings: {
    factor: { type: 'number', unit: '1', min: 0, max: 10, step: 0.1, default: 2 },
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return targets.map((name) => {
      const slot = scene.elements.gate.slotOf(name);
      if (slot === undefined) throw new Error(`met the gate '${name}', expected one of the scene '${scene.id}'`);
      return { knob: 'gate.demand', slot, value: settings.factor, fromSeconds, untilSeconds };
    });
  },
});
