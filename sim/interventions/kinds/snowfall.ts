import { defineKind } from '../kind';

/** Air no warmer than this comes within an hour, and with it so much falls, told as water: first rain where it is mild, then snow. */
export const snowfall = defineKind({
  kind: 'snowfall',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    intensity: { type: 'number', unit: 'mm/h', min: 0.2, max: 8, step: 0.2, default: 2 },
    temperature: { type: 'number', unit: '°C', min: -20, max: 0, step: 0.5, default: -3 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    const of = (knob: string, value: number) => ({ knob, slot: 0, value, fromSeconds, untilSeconds });
    return [of('city.rain', settings.intensity), of('city.cold-air', settings.temperature)];
  },
});
