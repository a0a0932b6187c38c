import { choice } from '../field';
import { defineKind } from '../kind';

/** In the order of the knob's values from 1 on. */
const MODES = ['on-alarm', 'on-forecast'] as const;
const idleWhen = { setting: 'mode', is: 'on-alarm' } as const;

/** S5: the grid's control room asks customers to hold back, once a cable has tripped or as soon as it is foreseen to. */
export const controlRoom = defineKind({
  kind: 'control-room',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    mode: choice(MODES, 'on-forecast'),
    horizon: { type: 'number', unit: 'min', min: 5, max: 120, step: 5, default: 30, idleWhen },
    threshold: { type: 'number', unit: '%', min: 60, max: 100, step: 5, default: 100, idleWhen },
    share: { type: 'number', unit: '%', min: 5, max: 60, step: 5, default: 30 },
    hours: { type: 'number', unit: 'h', min: 0.5, max: 6, step: 0.5, default: 1 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    const during = { slot: 0, fromSeconds, untilSeconds };
    return [
      { knob: 'city.control-room', value: 1 + MODES.indexOf(settings.mode), ...during },
      { knob: 'city.foresight', value: settings.horizon, ...during },
      { knob: 'city.foresight-threshold', value: settings.threshold / 100, ...during },
      { knob: 'city.called-share', value: settings.share / 100, ...during },
      { knob: 'city.called-hours', value: settings.hours, ...during },
    ];
  },
});
