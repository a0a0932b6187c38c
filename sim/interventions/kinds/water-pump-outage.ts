import { defineKind } from '../kind';

/** Pumps of the water works out of order; those that are left run faster, or the pressure falls. */
export const waterPumpOutage = defineKind({
  kind: 'water-pump-outage',
  targets: { kind: 'water-pump', least: 1, most: 50 },
  settings: {},
  fails: { level: 'part' },
  claims({ targets, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: 'water-pump.out',
      slot: scene.elements['water-pump'].slotOf(id) as number,
      value: 1,
      fromSeconds,
      untilSeconds,
    }));
  },
});
