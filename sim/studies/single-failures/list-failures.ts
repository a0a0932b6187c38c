/** Every single failure that the kinds of change can express in a city: a new kind or element comes in by itself. */
import {
  type Claim,
  checkInterventions,
  defaultSettings,
  type Failing,
  type Intervention,
  type InterventionKind,
  type InterventionKindName,
  interventionKinds,
} from '../../interventions';
import type { ElementId } from '../../kernel';
import { knobs } from '../../ports';
import type { CompiledScene, ElementKind } from '../../scene';

export interface SingleFailure {
  readonly kind: InterventionKindName;
  readonly element: ElementId;
  readonly elementKind: ElementKind;
  readonly level: Failing['level'];
  /** The domain whose part fails, and all in which the failure itself turns something. */
  readonly domain: string;
  readonly actsIn: readonly string[];
  /** The first of its knobs, and where: what else it turns is about how others bear it. */
  readonly claim: Claim;
  readonly intervention: Intervention;
}

export interface FailureList {
  readonly failures: readonly SingleFailure[];
  /** Kinds whose domain takes no part, and how many elements they could be done to. */
  readonly leftOut: readonly { readonly kind: string; readonly domain: string; readonly count: number }[];
}

/** `only` some kinds, where somebody asks for them. Of each kind one element after the other, from `fromSeconds` to the end. */
export function listFailures(
  scene: CompiledScene,
  domains: readonly string[],
  fromSeconds: number,
  only?: readonly string[],
): FailureList {
  const failures: SingleFailure[] = [];
  const leftOut: { kind: string; domain: string; count: number }[] = [];
  for (const kind of Object.keys(interventionKinds) as InterventionKindName[]) {
    const of: InterventionKind = interventionKinds[kind];
    const { fails } = of;
    if (fails === undefined || (only !== undefined && !only.includes(kind))) continue;
    const { kind: elementKind } = of.targets;
    for (const element of scene.elements[elementKind].ids) {
      if (fails.at?.(element, scene) === false) continue;
      const settings = { ...defaultSettings(of.settings), ...given(fails, element, scene) };
      const intervention = { id: 'failure', kind, targets: [element], settings, fromSeconds, untilSeconds: null };
      // What this kind cannot be done to here (a bank without machines, a section without gas) cannot fail so.
      if (checkInterventions([intervention], scene).length > 0) continue;
      const { claim, domain, actsIn } = ownerOf(of, intervention, scene);
      if (actsIn.every((name) => domains.includes(name))) {
        failures.push({ kind, element, elementKind, level: fails.level, domain, actsIn, claim, intervention });
        continue;
      }
      const left = leftOut.find((each) => each.kind === kind);
      if (left === undefined) leftOut.push({ kind, domain, count: 1 });
      else left.count++;
    }
  }
  return { failures, leftOut };
}

function given(fails: Failing, element: ElementId, scene: CompiledScene): Intervention['settings'] {
  return (fails.settings?.(element, scene) ?? {}) as Intervention['settings'];
}

/** Whose knob is turned first, which is that of the failing element itself; and whose are turned at all. */
function ownerOf(kind: InterventionKind, intervention: Intervention, scene: CompiledScene) {
  const claims = kind.claims(intervention, scene);
  const [claim] = claims;
  if (claim === undefined) throw new Error(`met '${kind.kind}', which claims nothing, expected a failure that does`);
  const table: Readonly<Record<string, { readonly domain: string }>> = knobs;
  const actsIn = [...new Set(claims.map(({ knob }) => table[knob].domain))];
  return { claim, domain: table[claim.knob].domain, actsIn };
}
