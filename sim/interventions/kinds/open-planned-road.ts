import { type Problem, problem } from '../../kernel';
import { toggle } from '../field';
import { defineKind } from '../kind';
import { edgeSlots } from './carriageway';

/** T8: a road that the scene holds as planned is opened. Whether it helps is for the run to say: Braess had one that did not. */
export const openPlannedRoad = defineKind({
  kind: 'open-planned-road',
  targets: { kind: 'edge', least: 1, most: 50, planned: true },
  settings: { bothDirections: toggle(true) },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return edgeSlots(targets, settings.bothDirections, scene).map((slot) => ({
      knob: 'edge.built',
      slot,
      value: 1,
      fromSeconds,
      untilSeconds,
    }));
  },
  check({ targets }, scene) {
    const edges = new Map((scene.scene.roads?.edges ?? []).map((edge) => [edge.id, edge]));
    const problems: Problem[] = [];
    targets.forEach((target, index) => {
      if (edges.get(target)?.planned === true) return;
      const message = `expected a road that is planned and not built, found '${target}', which is open`;
      problems.push(problem('intervention.not-planned', ['targets', index], message));
    });
    return problems;
  },
});
