import { defineKind } from '../kind';
import { noMainProblems } from './in-gallery';

/** U1: the gas main in a gallery gets a hole. Detectors, fans, valves and people do what the linkage has for it. */
export const gasLeak = defineKind({
  kind: 'gas-leak',
  targets: { kind: 'gallery-section', least: 1, most: 10 },
  settings: {
    hole: { type: 'number', unit: 'mm', min: 0.5, max: 100, step: 0.5, default: 8 },
    place: { type: 'number', unit: '%', min: 0, max: 100, step: 5, default: 50 },
  },
  fails: { level: 'event' },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const during = { fromSeconds, untilSeconds };
    return targets.flatMap((id) => {
      const slot = scene.elements['gallery-section'].slotOf(id) as number;
      return [
        { knob: 'gallery-section.gas-hole', slot, value: settings.hole, ...during },
        { knob: 'gallery-section.hole-at', slot, value: settings.place / 100, ...during },
      ];
    });
  },
  check: ({ targets }, scene) => noMainProblems(targets, scene),
});
