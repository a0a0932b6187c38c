import { defineKind } from '../kind';

/** Pumps that lift storm water stand. */
export const drainPumpOutage = defineKind({
  kind: 'drain-pump-outage',
  targets: { kind: 'drain-pump', least: 1, most: 50 },
  settings: {},
  fails: { level: 'part' },
  claims({ targets, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: 'drain-pump.out',
      slot: scene.elements['drain-pump'].slotOf(id) as number,
      value: 1,
      fromSeconds,
      untilSeconds,
    }));
  },
});
