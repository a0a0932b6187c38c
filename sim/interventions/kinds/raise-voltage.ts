import { defineKind } from '../kind';

/** Medium-voltage cables run at a higher voltage, with transformers to match: the same power by a smaller current. */
export const raiseVoltage = defineKind({
  kind: 'raise-voltage',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    kilovolts: { type: 'number', unit: 'kV', min: 6, max: 35, step: 1, default: 20 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    return [{ knob: 'city.medium-voltage', slot: 0, value: settings.kilovolts, fromSeconds, untilSeconds }];
  },
});
