import { toggle } from '../field';
import { defineKind } from '../kind';
import { edgeSlots } from './carriageway';

/**
 * T5: a charge for driving into a zone, given by its streets. Some leave the car at home for that tour, and who would
 * only pass through drives around where that is cheaper. Lorries pay. Hours are the change's own times.
 */
export const chargeDriving = defineKind({
  kind: 'charge-driving',
  targets: { kind: 'edge', least: 1, most: 2_000 },
  settings: {
    yuan: { type: 'number', unit: '¥', min: 1, max: 100, step: 1, default: 15 },
    bothDirections: toggle(true),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return edgeSlots(targets, settings.bothDirections, scene).map((slot) => ({
      knob: 'edge.charge',
      slot,
      value: settings.yuan,
      fromSeconds,
      untilSeconds,
    }));
  },
});
