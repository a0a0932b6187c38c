import { defineKind } from '../kind';

/** Cold, windy days. It comes and goes within half a day. */
export const coldSnap = defineKind({
  kind: 'cold-snap',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    degrees: { type: 'number', unit: 'K', min: 1, max: 15, step: 0.5, default: 8 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    return [{ knob: 'city.cold-snap', slot: 0, value: settings.degrees, fromSeconds, untilSeconds }];
  },
});
