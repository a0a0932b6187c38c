import { type ElementId, type Problem, problem } from '../kernel';
import { type Knob, knobs } from '../ports';
import type { CompiledScene } from '../scene/compiled';
import type { Intervention } from './intervention';
import type { Claim, KindTable } from './kind';
import { interventionKinds } from './table';

/** Two interventions that want one knob at different values at one time. Never settled by order: people decide. */
export interface Conflict {
  /** Both, sorted by name. */
  readonly between: readonly [string, string];
  readonly knob: string;
  readonly elements: readonly ElementId[];
  /** The first time at which they contradict each other. */
  readonly fromSeconds: number;
}

interface OwnedClaim extends Claim {
  readonly owner: string;
}

/** Same value at the same time is no conflict: such interventions commute. Expects a list that has been checked. */
export function findConflicts(
  list: readonly Intervention[],
  scene: CompiledScene,
  kinds: KindTable = interventionKinds,
  knobTable: Readonly<Record<string, Knob>> = knobs,
): Conflict[] {
  const found = new Map<string, { -readonly [K in keyof Conflict]: Conflict[K] } & { elements: ElementId[] }>();
  for (const claims of claimsByKnob(list, scene, kinds).values()) {
    claims.sort((a, b) => a.fromSeconds - b.fromSeconds || order(a.owner, b.owner));
    for (let i = 0; i < claims.length; i++) {
      const early = claims[i];
      for (let j = i + 1; j < claims.length && claims[j].fromSeconds < endOf(early); j++) {
        const late = claims[j];
        if (late.owner === early.owner || late.value === early.value) continue;
        const between = order(early.owner, late.owner) < 0 ? [early.owner, late.owner] : [late.owner, early.owner];
        const element = scene.elements[knobTable[early.knob].per].ids[early.slot];
        const key = JSON.stringify([...between, early.knob]);
        const known = found.get(key);
        if (known === undefined) {
          found.set(key, {
            between: between as [string, string],
            knob: early.knob,
            elements: [element],
            fromSeconds: late.fromSeconds,
          });
        } else {
          if (!known.elements.includes(element)) known.elements.push(element);
          known.fromSeconds = Math.min(known.fromSeconds, late.fromSeconds);
        }
      }
    }
  }
  const conflicts = [...found.values()];
  for (const conflict of conflicts) conflict.elements.sort(order);
  return conflicts.sort((a, b) => order(a.between[0], b.between[0]) || order(a.between[1], b.between[1]));
}

/** A conflict as a problem at the later of the two in the list. */
export function conflictProblem(
  conflict: Conflict,
  list: readonly Intervention[],
  path: readonly (string | number)[],
): Problem {
  const at = conflict.between.map((id) => list.findIndex((each) => each.id === id));
  const some = conflict.elements.slice(0, 5).join(', ');
  const more = conflict.elements.length > 5 ? ` and ${conflict.elements.length - 5} more` : '';
  const [a, b] = conflict.between;
  const message = `'${a}' and '${b}' want different values of ${conflict.knob} on ${some}${more} from ${conflict.fromSeconds} s on`;
  return problem('intervention.conflict', [...path, Math.max(...at)], message);
}

function claimsByKnob(
  list: readonly Intervention[],
  scene: CompiledScene,
  kinds: KindTable,
): Map<string, OwnedClaim[]> {
  const byKnob = new Map<string, OwnedClaim[]>();
  for (const intervention of list) {
    for (const claim of kinds[intervention.kind].claims(intervention, scene)) {
      const key = `${claim.knob} ${claim.slot}`;
      const claims = byKnob.get(key);
      const owned = { ...claim, owner: intervention.id };
      if (claims === undefined) byKnob.set(key, [owned]);
      else claims.push(owned);
    }
  }
  return byKnob;
}

function endOf(claim: Claim): number {
  return claim.untilSeconds ?? Number.POSITIVE_INFINITY;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
