import { defineKind } from '../kind';

/** A field of clouds drifts over the park within five minutes and stays: what the sun gives falls, and no plan knew it. */
export const clouds = defineKind({
  kind: 'clouds',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    cover: { type: 'number', unit: '%', min: 0, max: 100, step: 5, default: 80 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    return [{ knob: 'city.clouds', slot: 0, value: settings.cover / 100, fromSeconds, untilSeconds }];
  },
});
