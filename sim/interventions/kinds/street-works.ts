import { defineKind } from '../kind';

/**
 * The other half of U6: what streets live through while lines lie buried in them. Works as usual, or more of them, drawn for
 * the day of the run; a city without this change shows nobody digging.
 */
export const streetWorks = defineKind({
  kind: 'street-works',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: { timesUsual: { type: 'number', unit: '1', min: 0.5, max: 20, step: 0.5, default: 1 } },
  claims({ settings, fromSeconds, untilSeconds }) {
    return [{ knob: 'city.street-works', slot: 0, value: settings.timesUsual, fromSeconds, untilSeconds }];
  },
});
