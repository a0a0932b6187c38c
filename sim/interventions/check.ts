import { type Problem, problem } from '../kernel';
import { type Knob, knobs } from '../ports';
import type { CompiledScene } from '../scene/compiled';
import { conflictProblem, findConflicts } from './conflicts';
import type { Intervention } from './intervention';
import type { InterventionKind, KindTable } from './kind';
import { interventionKinds } from './table';

export interface CheckOptions {
  readonly path?: readonly (string | number)[];
  readonly kinds?: KindTable;
  readonly knobs?: Readonly<Record<string, Knob>>;
  /** Domains that take part in the run; a knob of another one would turn in the void. */
  readonly domains?: readonly string[];
}

/** Whether parsed interventions fit this city: their elements, their limits, and one another. */
export function checkInterventions(
  list: readonly Intervention[],
  scene: CompiledScene,
  options: CheckOptions = {},
): Problem[] {
  const { path = ['interventions'], knobs: knobTable = knobs, domains } = options;
  const kinds: KindTable = options.kinds ?? interventionKinds;
  const problems: Problem[] = [];
  const sound: Intervention[] = [];
  list.forEach((intervention, index) => {
    const found = checkOne(intervention, kinds[intervention.kind], scene, knobTable, domains);
    for (const each of found) problems.push({ ...each, path: [...path, index, ...each.path] });
    if (found.length === 0) sound.push(intervention);
  });
  for (const conflict of findConflicts(sound, scene, kinds, knobTable)) {
    problems.push(conflictProblem(conflict, list, path));
  }
  return problems;
}

function checkOne(
  intervention: Intervention,
  kind: InterventionKind,
  scene: CompiledScene,
  knobTable: Readonly<Record<string, Knob>>,
  domains: readonly string[] | undefined,
): Problem[] {
  const problems = checkTargets(intervention, kind, scene);
  if (problems.length > 0) return problems;
  problems.push(...(kind.check?.(intervention, scene) ?? []));
  if (problems.length > 0 || domains === undefined) return problems;
  const idle = new Set<string>();
  for (const { knob } of kind.claims(intervention, scene)) {
    const { domain, also } = knobTable[knob];
    if (!domains.includes(domain) && !(also !== undefined && domains.includes(also))) idle.add(domain);
  }
  for (const domain of idle) {
    const message = `'${kind.kind}' acts on the domain '${domain}', expected one that takes part: ${domains.join(', ')}`;
    problems.push(problem('intervention.domain-not-running', ['kind'], message));
  }
  return problems;
}

function checkTargets(intervention: Intervention, kind: InterventionKind, scene: CompiledScene): Problem[] {
  const { kind: element, least, most } = kind.targets;
  const { targets } = intervention;
  const problems: Problem[] = [];
  if (targets.length < least || targets.length > most) {
    const message = `expected ${least} to ${most} targets, found ${targets.length}`;
    problems.push(problem('intervention.target-count', ['targets'], message));
  }
  const seen = new Set<string>();
  targets.forEach((target, index) => {
    if (scene.elements[element].slotOf(target) === undefined) {
      const message = `expected the name of a ${element} of '${scene.id}', found '${target}'`;
      problems.push(problem('intervention.unknown-element', ['targets', index], message));
    } else if (seen.has(target)) {
      const message = `'${target}' is named twice; expected each target once`;
      problems.push(problem('intervention.duplicate-target', ['targets', index], message));
    }
    seen.add(target);
  });
  return problems;
}
