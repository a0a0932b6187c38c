import { type Problem, problem, type Slot } from '../../kernel';
import type { CompiledScene } from '../../scene/compiled';
import { choice, type NumberField, type SettingsOf } from '../field';
import { laneSlots } from './carriageway';

/** Which of a road's lanes a change is to. */
export const laneFields = {
  lanes: choice(['all', 'kerb', 'middle'], 'all'),
  /** Of those at the kerb or in the middle; a road that is meant whole does not ask for it. */
  laneCount: {
    type: 'number',
    unit: 'count',
    min: 1,
    max: 6,
    step: 1,
    default: 1,
    whole: true,
    idleWhen: { setting: 'lanes', is: 'all' },
  } satisfies NumberField,
} as const;

type LaneSettings = SettingsOf<typeof laneFields>;

export function lanesMeant({ lanes, laneCount }: LaneSettings, edge: Slot, scene: CompiledScene): Slot[] {
  const all = laneSlots(edge, scene);
  if (lanes === 'all') return all;
  return lanes === 'kerb' ? all.slice(0, laneCount) : all.slice(-laneCount);
}

/** Says where a road has fewer lanes than are meant. */
export function checkLaneCount({ lanes, laneCount }: LaneSettings, edges: readonly Slot[], scene: CompiledScene) {
  if (lanes === 'all') return [];
  const problems: Problem[] = [];
  for (const edge of edges) {
    const has = scene.roads.edgeLaneCount[edge];
    if (laneCount <= has) continue;
    const name = scene.elements.edge.ids[edge];
    const message = `expected no more lanes than '${name}' has, ${has}, found ${laneCount}`;
    problems.push(problem('intervention.too-many-lanes', ['settings', 'laneCount'], message));
  }
  return problems;
}
