import { defineKind } from '../kind';

const SECONDS_AN_HOUR = 3_600;

/** S3: nodes of the telecom network are down, by an attack or a fault of their own, for so many hours. */
export const telecomOutage = defineKind({
  kind: 'telecom-outage',
  targets: { kind: 'telecom-node', least: 1, most: 200 },
  settings: {
    hours: { type: 'number', unit: 'h', min: 0.5, max: 72, step: 0.5, default: 4 },
  },
  fails: { level: 'part' },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const overSeconds = fromSeconds + SECONDS_AN_HOUR * settings.hours;
    return targets.map((id) => ({
      knob: 'telecom-node.out',
      slot: scene.elements['telecom-node'].slotOf(id) as number,
      value: 1,
      fromSeconds,
      untilSeconds: untilSeconds === null ? overSeconds : Math.min(untilSeconds, overSeconds),
    }));
  },
});
