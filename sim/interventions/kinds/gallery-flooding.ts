import { choice } from '../field';
import { defineKind } from '../kind';

/** U2: water comes into a gallery, through a joint or a cover that is gone. */
export const galleryFlooding = defineKind({
  kind: 'gallery-flooding',
  targets: { kind: 'gallery-section', least: 1, most: 20 },
  settings: {
    inflow: { type: 'number', unit: 'm³/h', min: 5, max: 2_000, step: 5, default: 200 },
    pumps: choice(['as-built', 'out-of-order'], 'as-built'),
  },
  fails: { level: 'event' },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const during = { fromSeconds, untilSeconds };
    return targets.flatMap((id) => {
      const slot = scene.elements['gallery-section'].slotOf(id) as number;
      const water = { knob: 'gallery-section.inflow', slot, value: settings.inflow, ...during };
      if (settings.pumps === 'as-built') return [water];
      return [water, { knob: 'gallery-section.pumps-out', slot, value: 1, ...during }];
    });
  },
});
