import { type Problem, problem } from '../../kernel';
import { defineKind } from '../kind';
import { edgeSlots, laneSlots, oppositeSlots } from './carriageway';

/** A road open in the direction that is named, and shut in the other. */
export const oneWay = defineKind({
  kind: 'one-way',
  targets: { kind: 'edge', least: 1, most: 200 },
  settings: {},
  claims({ targets, fromSeconds, untilSeconds }, scene) {
    return oppositeSlots(targets, scene)
      .flatMap((edge) => laneSlots(edge, scene))
      .map((slot) => ({ knob: 'lane.closed', slot, value: 1, fromSeconds, untilSeconds }));
  },
  check({ targets }, scene) {
    const problems: Problem[] = [];
    const named = new Set(edgeSlots(targets, false, scene));
    targets.forEach((target, index) => {
      const [opposite] = oppositeSlots([target], scene);
      if (opposite === undefined) {
        const message = `expected a road with a direction opposite to it, found '${target}', which has none`;
        problems.push(problem('intervention.no-opposite', ['targets', index], message));
      } else if (named.has(opposite)) {
        const message = `expected one direction of a road, found '${target}' and the one opposite to it`;
        problems.push(problem('intervention.both-directions', ['targets', index], message));
      }
    });
    return problems;
  },
});
