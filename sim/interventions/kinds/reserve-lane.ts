import { type Problem, problem } from '../../kernel';
import { choice, toggle } from '../field';
import { defineKind } from '../kind';
import { edgeSlots, laneSlots } from './carriageway';
import { classBits } from './classes';

/**
 * T2: a lane kept for buses, at the kerb or in the middle. Ambulances and fire engines may use it, and whoever turns off
 * from it where no other lane leads there. Hours are the change's own times.
 */
export const reserveLane = defineKind({
  kind: 'reserve-lane',
  targets: { kind: 'edge', least: 1, most: 200 },
  settings: { lane: choice(['kerb', 'middle'], 'kerb'), bothDirections: toggle(true) },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const value = classBits('bus', 'emergency');
    return edgeSlots(targets, settings.bothDirections, scene).map((edge) => {
      const slot = laneSlots(edge, scene).at(settings.lane === 'kerb' ? 0 : -1)!;
      return { knob: 'lane.reserved', slot, value, fromSeconds, untilSeconds };
    });
  },
  check({ targets, settings }, scene) {
    const problems: Problem[] = [];
    for (const edge of edgeSlots(targets, settings.bothDirections, scene)) {
      if (scene.roads.edgeLaneCount[edge] > 1) continue;
      const name = scene.elements.edge.ids[edge];
      const message = `expected a road of two lanes or more each way, found one at '${name}'`;
      problems.push(problem('intervention.too-few-lanes', ['targets'], message));
    }
    return problems;
  },
});
