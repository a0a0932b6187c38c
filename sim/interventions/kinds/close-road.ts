import { toggle } from '../field';
import { defineKind } from '../kind';
import { edgeSlots } from './carriageway';
import { checkLaneCount, laneFields, lanesMeant } from './some-lanes';

/** T1: a road, or some of its lanes, shut to everybody: works, a police line, a burst main. */
export const closeRoad = defineKind({
  kind: 'close-road',
  targets: { kind: 'edge', least: 1, most: 200 },
  settings: { ...laneFields, bothDirections: toggle(true) },
  fails: { level: 'part' },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return edgeSlots(targets, settings.bothDirections, scene)
      .flatMap((edge) => lanesMeant(settings, edge, scene))
      .map((slot) => ({ knob: 'lane.closed', slot, value: 1, fromSeconds, untilSeconds }));
  },
  check({ targets, settings }, scene) {
    return checkLaneCount(settings, edgeSlots(targets, settings.bothDirections, scene), scene);
  },
});
