import { defineKind } from '../kind';

/** Fog rolls in within a quarter of an hour, so thick that one sees this far; drivers see no farther either. */
export const fog = defineKind({
  kind: 'fog',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    visibility: { type: 'number', unit: 'm', min: 30, max: 1_000, step: 10, default: 150 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    return [{ knob: 'city.fog', slot: 0, value: settings.visibility, fromSeconds, untilSeconds }];
  },
});
