import { problem } from '../../kernel';
import { defineKind } from '../kind';

/** U7: robots run through every compartment and smell what detectors do not. */
export const inspectionRobots = defineKind({
  kind: 'inspection-robots',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    interval: { type: 'number', unit: 'min', min: 5, max: 1_440, step: 5, default: 30 },
  },
  claims: ({ settings, fromSeconds, untilSeconds }) => [
    { knob: 'city.robot-interval', slot: 0, value: settings.interval, fromSeconds, untilSeconds },
  ],
  check: (_, scene) =>
    scene.scene.galleries === undefined
      ? [problem('intervention.no-galleries', ['kind'], `expected a city with galleries, found none in '${scene.id}'`)]
      : [],
});
