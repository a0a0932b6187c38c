import { type Problem, problem } from '../../kernel';
import type { CompiledScene } from '../../scene/compiled';

/** Sections that lie in a compartment of this kind. */
export function sectionsOfKind({ scene }: CompiledScene, kind: string): ReadonlySet<string> {
  const compartments = scene.galleries?.galleries.flatMap(({ compartments: all }) => all) ?? [];
  return new Set(
    compartments.filter((one) => one.kind === kind).flatMap(({ sections }) => sections.map(({ id }) => id)),
  );
}

/** Gas leaks only where a main runs. */
export function noMainProblems(targets: readonly string[], scene: CompiledScene): Problem[] {
  const withGas = sectionsOfKind(scene, 'gas');
  return targets.flatMap((id, i) =>
    withGas.has(id)
      ? []
      : [
          problem(
            'intervention.no-gas-main',
            ['targets', i],
            `expected a section of a gas compartment, found '${id}', which has no gas main`,
          ),
        ],
  );
}
