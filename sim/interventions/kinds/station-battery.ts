import { choice } from '../field';
import { defineKind } from '../kind';

/** A battery at each chosen station: to cut the peaks of what the park buys, or as the stations' plan makes use of it. */
export const stationBattery = defineKind({
  kind: 'station-battery',
  targets: { kind: 'station', least: 1, most: 20 },
  settings: {
    power: { type: 'number', unit: 'kW', min: 500, max: 20_000, step: 500, default: 4_000 },
    energy: { type: 'number', unit: 'kWh', min: 500, max: 100_000, step: 500, default: 16_000 },
    use: choice(['peaks', 'plan'], 'peaks'),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const during = { fromSeconds, untilSeconds };
    return targets.flatMap((id) => {
      const slot = scene.elements.station.slotOf(id) as number;
      return [
        { knob: 'station.battery-power', slot, value: settings.power, ...during },
        { knob: 'station.battery-energy', slot, value: settings.energy, ...during },
        { knob: 'station.battery-use', slot, value: settings.use === 'peaks' ? 1 : 0, ...during },
      ];
    });
  },
});
