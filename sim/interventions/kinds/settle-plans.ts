import { type Problem, problem } from '../../kernel';
import { slotIn } from '../../scene/compile/element-tables';
import { planConflicts } from '../../scene/compile/plan-conflicts';
import { choice } from '../field';
import { defineKind } from '../kind';

const rulings = ['parcel-gives-way', 'plan-gives-way'] as const;

/**
 * Several plans, one map: where another plan wants something else of a parcel, one of the two gives way. The parcel gives
 * up the part that lies in that plan's area, or the plan leaves the parcel as it is; either way they no longer disagree.
 */
export const settlePlans = defineKind({
  kind: 'settle-plans',
  targets: { kind: 'parcel', least: 1, most: 50, inConflict: true },
  settings: { ruling: choice(rulings, 'parcel-gives-way') },
  claims({ targets, settings, fromSeconds, untilSeconds }, { elements }) {
    const value = 1 + rulings.indexOf(settings.ruling);
    return targets.map((target) => ({
      knob: 'parcel.plan-ruling',
      slot: slotIn(elements.parcel, target),
      value,
      fromSeconds,
      untilSeconds,
    }));
  },
  check({ targets }, scene) {
    const disputed = new Set(planConflicts(scene).map(({ parcelId }) => parcelId));
    const problems: Problem[] = [];
    targets.forEach((target, index) => {
      if (disputed.has(target)) return;
      const message = `expected a parcel that another plan wants otherwise, found '${target}', which none does`;
      problems.push(problem('intervention.no-plan-conflict', ['targets', index], message));
    });
    return problems;
  },
});
