import { problem } from '../../kernel';
import { slotIn } from '../../scene/compile/element-tables';
import { defineKind } from '../kind';

/**
 * The pipeline before the city's gates loses its pressure: every gate holds so much of what it was built for, or is shut.
 * While regulators behind a gate have enough to hold theirs, nobody notices.
 */
export const gasShortage = defineKind({
  kind: 'gas-shortage',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    pressure: { type: 'number', unit: '%', min: 0, max: 90, step: 1, default: 0 },
  },
  claims({ settings, fromSeconds, untilSeconds }, { scene, elements }) {
    const gates = new Set((scene.gas?.supplies ?? []).map(({ node }) => slotIn(elements['gas-node'], node)));
    return [...gates].map((slot) => ({
      knob: 'gas-supply.pressure',
      slot,
      value: settings.pressure / 100,
      fromSeconds,
      untilSeconds,
    }));
  },
  check(_, { scene }) {
    if ((scene.gas?.supplies.length ?? 0) > 0) return [];
    return [problem('intervention.no-gas-gate', ['kind'], 'expected a city that is supplied with gas, found none')];
  },
});
