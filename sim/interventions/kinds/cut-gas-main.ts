import { defineKind } from '../kind';

/** A gas main that a digger has torn apart: part of its bore stands open to the air at both ends until valves are shut. */
export const cutGasMain = defineKind({
  kind: 'cut-gas-main',
  targets: { kind: 'gas-main', least: 1, most: 20 },
  settings: {
    open: { type: 'number', unit: '%', min: 1, max: 100, step: 1, default: 20 },
  },
  fails: { level: 'part' },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: 'gas-pipe.out',
      slot: scene.elements['gas-main'].slotOf(id) as number,
      value: settings.open / 100,
      fromSeconds,
      untilSeconds,
    }));
  },
});
