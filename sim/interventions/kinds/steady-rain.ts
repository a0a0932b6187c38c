import { defineKind } from '../kind';

/** Rain as strong as this on all of the city for as long as it lasts. */
export const steadyRain = defineKind({
  kind: 'steady-rain',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    intensity: { type: 'number', unit: 'mm/h', min: 0.5, max: 200, step: 0.5, default: 20 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    return [{ knob: 'city.rain', slot: 0, value: settings.intensity, fromSeconds, untilSeconds }];
  },
});
