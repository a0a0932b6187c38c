import { type Problem, problem } from '../../kernel';
import { choice, toggle } from '../field';
import { defineKind } from '../kind';
import { edgeSlots, laneSlots } from './carriageway';

/** T1: a road, or some of its lanes, shut to everybody: works, a police line, a burst main. */
export const closeRoad = defineKind({
  kind: 'close-road',
  targets: { kind: 'edge', least: 1, most: 200 },
  settings: {
    lanes: choice(['all', 'kerb', 'middle'], 'all'),
    /** Of those at the kerb or in the middle; a road shut whole does not ask for it. */
    laneCount: {
      type: 'number',
      unit: 'count',
      min: 1,
      max: 6,
      step: 1,
      default: 1,
      whole: true,
      idleWhen: { setting: 'lanes', is: 'all' },
    },
    bothDirections: toggle(true),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return edgeSlots(targets, settings.bothDirections, scene).flatMap((edge) => {
      const lanes = laneSlots(edge, scene);
      const shut =
        settings.lanes === 'all'
          ? lanes
          : settings.lanes === 'kerb'
            ? lanes.slice(0, settings.laneCount)
            : lanes.slice(-settings.laneCount);
      return shut.map((slot) => ({ knob: 'lane.closed', slot, value: 1, fromSeconds, untilSeconds }));
    });
  },
  check({ targets, settings }, scene) {
    if (settings.lanes === 'all') return [];
    const problems: Problem[] = [];
    for (const edge of edgeSlots(targets, settings.bothDirections, scene)) {
      const has = scene.roads.edgeLaneCount[edge];
      if (settings.laneCount <= has) continue;
      const name = scene.elements.edge.ids[edge];
      const message = `expected no more lanes than '${name}' has, ${has}, found ${settings.laneCount}`;
      problems.push(problem('intervention.too-many-lanes', ['settings', 'laneCount'], message));
    }
    return problems;
  },
});
