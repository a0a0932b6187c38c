import { choice } from '../field';
import { defineKind } from '../kind';

const CLASSES = ['slow', 'medium', 'fast', 'ultra-fast'] as const;

/** U3: cables in a gallery catch fire. Classes of growth as NFPA 92 and ISO 16733 have them: 1,055 kW after 600, 300, 150 and 75 s. */
export const galleryFire = defineKind({
  kind: 'gallery-fire',
  targets: { kind: 'gallery-section', least: 1, most: 4 },
  settings: {
    growth: choice(CLASSES, 'medium'),
  },
  fails: { level: 'event' },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: 'gallery-section.fire',
      slot: scene.elements['gallery-section'].slotOf(id) as number,
      value: CLASSES.indexOf(settings.growth) + 1,
      fromSeconds,
      untilSeconds,
    }));
  },
});
