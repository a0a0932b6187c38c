import { defineKind } from '../kind';

/** A cable or line that is broken, by a digger or by age: a fault to be found, cut off and mended. */
export const cutCable = defineKind({
  kind: 'cut-cable',
  targets: { kind: 'branch', least: 1, most: 20 },
  settings: {},
  fails: { level: 'part' },
  claims({ targets, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: 'branch.out',
      slot: scene.elements.branch.slotOf(id) as number,
      value: 1,
      fromSeconds,
      untilSeconds,
    }));
  },
});
