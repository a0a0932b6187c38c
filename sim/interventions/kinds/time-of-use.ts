import { defineKind } from '../kind';

/** Power costs more at the peak and less in the valley, for homes too; who can wait, waits. */
export const timeOfUse = defineKind({
  kind: 'time-of-use',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    ratio: { type: 'number', unit: '1', min: 1, max: 10, step: 0.5, default: 5 },
    elasticity: { type: 'number', unit: '1', min: 0, max: 0.5, step: 0.01, default: 0.14 },
    followers: { type: 'number', unit: '%', min: 0, max: 100, step: 5, default: 50 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    const during = { slot: 0, fromSeconds, untilSeconds };
    return [
      { knob: 'city.peak-valley-ratio', value: settings.ratio, ...during },
      { knob: 'city.price-elasticity', value: settings.elasticity, ...during },
      { knob: 'city.price-followers', value: settings.followers / 100, ...during },
    ];
  },
});
