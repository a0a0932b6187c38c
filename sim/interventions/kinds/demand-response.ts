import { defineKind } from '../kind';

/** Customers hold back for a time: light and devices in part, heating and cooling by some degrees. Some of it comes back later. */
export const demandResponse = defineKind({
  kind: 'demand-response',
  targets: { kind: 'building', least: 0, most: 500 },
  settings: {
    share: { type: 'number', unit: '%', min: 0, max: 60, step: 5, default: 20 },
    degrees: { type: 'number', unit: 'K', min: 0, max: 4, step: 0.5, default: 2 },
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const { building } = scene.elements;
    const slots =
      targets.length > 0 ? targets.map((id) => building.slotOf(id) as number) : building.ids.map((_, i) => i);
    const during = { fromSeconds, untilSeconds };
    return slots.flatMap((slot) => [
      { knob: 'building.curtailed', slot, value: settings.share / 100, ...during },
      { knob: 'building.set-point-offset', slot, value: settings.degrees, ...during },
    ]);
  },
});
