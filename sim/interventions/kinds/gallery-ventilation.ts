import { choice } from '../field';
import { defineKind } from '../kind';

/** U4: fans of sections turn slower to save, and an alarm still starts them; or they are broken, and nothing does. */
export const galleryVentilation = defineKind({
  kind: 'gallery-ventilation',
  targets: { kind: 'gallery-section', least: 1, most: 40 },
  settings: {
    share: { type: 'number', unit: '%', min: 0, max: 100, step: 5, default: 0 },
    why: choice(['saving', 'failure'], 'saving'),
  },
  fails: { level: 'part', settings: () => ({ why: 'failure' }) },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const knob = settings.why === 'saving' ? 'gallery-section.ventilation' : 'gallery-section.fans-out';
    const value = settings.why === 'saving' ? settings.share / 100 : 1 - settings.share / 100;
    return targets.map((id) => ({
      knob,
      slot: scene.elements['gallery-section'].slotOf(id) as number,
      value,
      fromSeconds,
      untilSeconds,
    }));
  },
});
