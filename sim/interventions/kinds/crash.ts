import { secondsFromMinutes } from '../../kernel';
import { defineKind } from '../kind';
import { edgeSlots } from './carriageway';
import { checkLaneCount, laneFields, lanesMeant } from './some-lanes';

/**
 * T9: the next car to come by crashes and blocks its lane, until the place is cleared. The clearance counts from when
 * somebody knows of the crash, which telecom says (S1); without telecom, from the crash's own time.
 */
export const crash = defineKind({
  kind: 'crash',
  targets: { kind: 'edge', least: 1, most: 10 },
  settings: {
    ...laneFields,
    lanes: { ...laneFields.lanes, default: 'kerb' as const },
    placePercent: { type: 'number', unit: '%', min: 10, max: 95, step: 5, default: 60 },
    clearanceMinutes: { type: 'number', unit: 'min', min: 5, max: 240, step: 5, default: 40 },
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const clearedSeconds = fromSeconds + secondsFromMinutes(settings.clearanceMinutes);
    const endSeconds = untilSeconds === null ? clearedSeconds : Math.min(untilSeconds, clearedSeconds);
    return edgeSlots(targets, false, scene)
      .flatMap((edge) => lanesMeant(settings, edge, scene))
      .map((slot) => ({
        knob: 'lane.crash',
        slot,
        value: settings.placePercent / 100,
        fromSeconds,
        untilSeconds: endSeconds,
      }));
  },
  check({ targets, settings }, scene) {
    return checkLaneCount(settings, edgeSlots(targets, false, scene), scene);
  },
});
