import { kmhToMps } from '../../kernel';
import { toggle } from '../field';
import { defineKind } from '../kind';
import { edgeSlots } from './carriageway';

/** T6: another speed limit on a road. */
export const limitSpeed = defineKind({
  kind: 'limit-speed',
  targets: { kind: 'edge', least: 1, most: 2_000 },
  settings: {
    limitKmh: { type: 'number', unit: 'km/h', min: 5, max: 120, step: 5, default: 30 },
    bothDirections: toggle(true),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const value = kmhToMps(settings.limitKmh);
    return edgeSlots(targets, settings.bothDirections, scene).map((slot) => ({
      knob: 'edge.speed-limit',
      slot,
      value,
      fromSeconds,
      untilSeconds,
    }));
  },
});
