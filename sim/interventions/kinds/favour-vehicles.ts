import { choice } from '../field';
import { defineKind } from '../kind';
import { classBits } from './classes';
import { leaderSlots } from './signal-leaders';

const favoured = {
  emergency: classBits('emergency'),
  bus: classBits('bus'),
  both: classBits('bus', 'emergency'),
} as const;

/** T11, and the same for buses: signals that give an early or a longer green to whom they see coming. */
export const favourVehicles = defineKind({
  kind: 'favour-vehicles',
  targets: { kind: 'signal', least: 1, most: 500 },
  settings: { who: choice(['emergency', 'bus', 'both'], 'emergency') },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return leaderSlots(targets, scene).map((slot) => ({
      knob: 'signal.priority',
      slot,
      value: favoured[settings.who],
      fromSeconds,
      untilSeconds,
    }));
  },
});
