import { choice } from '../field';
import { defineKind } from '../kind';

const knobOf = {
  acknowledge: 'gallery-section.acknowledged',
  'blow-down': 'gallery-section.blow-down',
  reset: 'gallery-section.reset',
} as const;

/** What an operator can order himself: take an alarm, burn off what a shut main still holds, set a section back to normal. */
export const galleryOrders = defineKind({
  kind: 'gallery-orders',
  targets: { kind: 'gallery-section', least: 1, most: 40 },
  settings: {
    order: choice(['acknowledge', 'blow-down', 'reset'], 'acknowledge'),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: knobOf[settings.order],
      slot: scene.elements['gallery-section'].slotOf(id) as number,
      value: 1,
      fromSeconds,
      untilSeconds,
    }));
  },
});
