import { choice } from '../field';
import { defineKind } from '../kind';

/** A storm over all of the city, by how often one such comes or by how much falls; and how high the sea stands meanwhile. */
export const cloudburst = defineKind({
  kind: 'cloudburst',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    measure: choice(['return-period', 'total'], 'return-period'),
    years: {
      type: 'number',
      unit: 'years',
      min: 1,
      max: 200,
      step: 1,
      default: 20,
      idleWhen: { setting: 'measure', is: 'total' },
    },
    total: {
      type: 'number',
      unit: 'mm',
      min: 5,
      max: 400,
      step: 5,
      default: 100,
      idleWhen: { setting: 'measure', is: 'return-period' },
    },
    minutes: { type: 'number', unit: 'min', min: 20, max: 720, step: 10, default: 120 },
    peak: { type: 'number', unit: 'min', min: 0, max: 720, step: 5, default: 45 },
    tide: { type: 'number', unit: 'm', min: 0, max: 5, step: 0.1, default: 0 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    const { measure, years, total, minutes, peak, tide } = settings;
    const of = (knob: string, value: number) => ({ knob, slot: 0, value, fromSeconds, untilSeconds });
    return [
      of('city.storm-minutes', minutes),
      measure === 'total' ? of('city.storm-total', total) : of('city.storm-years', years),
      of('city.storm-peak', Math.min(1, peak / minutes)),
      ...(tide > 0 ? [of('city.tide', tide)] : []),
    ];
  },
});
