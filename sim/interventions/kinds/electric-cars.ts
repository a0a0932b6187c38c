import { defineKind } from '../kind';

/** More of the city's cars are electric, and whoever has a charger at home plugs in when he is used to: uncontrolled. */
export const electricCars = defineKind({
  kind: 'electric-cars',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    share: { type: 'number', unit: '%', min: 1, max: 100, step: 1, default: 40 },
    kilowatts: { type: 'number', unit: 'kW', min: 3, max: 22, step: 0.5, default: 7 },
    /** 0: as soon as he comes. */
    fromHour: { type: 'number', unit: 'h', min: 0, max: 23, step: 1, default: 0 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    const during = { slot: 0, fromSeconds, untilSeconds };
    const claims = [
      { knob: 'city.electric-cars', value: settings.share / 100, ...during },
      { knob: 'city.home-charger', value: settings.kilowatts, ...during },
    ];
    if (settings.fromHour > 0) claims.push({ knob: 'city.charging-hour', value: settings.fromHour, ...during });
    return claims;
  },
});
