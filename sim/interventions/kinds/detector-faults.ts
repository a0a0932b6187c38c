import { defineKind } from '../kind';

/** S4: gas detectors read too much or too little, and some do not speak at all. */
export const detectorFaults = defineKind({
  kind: 'detector-faults',
  targets: { kind: 'gallery-section', least: 1, most: 40 },
  settings: {
    bias: { type: 'number', unit: '%', min: -50, max: 50, step: 1, default: 22 },
    dead: { type: 'number', unit: '%', min: 0, max: 100, step: 5, default: 0 },
  },
  fails: { level: 'part', settings: () => ({ bias: 0, dead: 100 }) },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const during = { fromSeconds, untilSeconds };
    return targets.flatMap((id) => {
      const slot = scene.elements['gallery-section'].slotOf(id) as number;
      return [
        { knob: 'gallery-section.detector-bias', slot, value: settings.bias, ...during },
        { knob: 'gallery-section.detectors-out', slot, value: settings.dead / 100, ...during },
      ];
    });
  },
});
