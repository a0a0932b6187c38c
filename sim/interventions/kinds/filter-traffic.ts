import { choice, toggle } from '../field';
import { defineKind } from '../kind';
import { edgeSlots } from './carriageway';
import { classBits } from './classes';

/** Who still gets through. */
const passes = {
  cameras: classBits('bus', 'emergency', 'bicycle', 'pedestrian'),
  bollards: classBits('bicycle', 'pedestrian'),
} as const;

/**
 * T4: streets that cars cannot drive through any more, only to and from what lies on them. Cameras let buses and
 * ambulances pass, bollards nobody who has a motor.
 */
export const filterTraffic = defineKind({
  kind: 'filter-traffic',
  targets: { kind: 'edge', least: 1, most: 500 },
  settings: { by: choice(['cameras', 'bollards'], 'cameras'), bothDirections: toggle(true) },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const value = passes[settings.by];
    return edgeSlots(targets, settings.bothDirections, scene).map((slot) => ({
      knob: 'edge.through',
      slot,
      value,
      fromSeconds,
      untilSeconds,
    }));
  },
});
