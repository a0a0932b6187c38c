import { defineKind } from '../kind';

/** Hot, still days under a clear sky. It comes and goes within half a day. */
export const heatWave = defineKind({
  kind: 'heat-wave',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    degrees: { type: 'number', unit: 'K', min: 1, max: 12, step: 0.5, default: 6 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    return [{ knob: 'city.heat-wave', slot: 0, value: settings.degrees, fromSeconds, untilSeconds }];
  },
});
