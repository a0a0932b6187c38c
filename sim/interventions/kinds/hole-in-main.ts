import { type Problem, problem } from '../../kernel';

/** No hole is wider than the main that it is in; `diameterMmOf` answers 0 for what is not there. */
export function holesThatFit(
  targets: readonly string[],
  hole: number,
  diameterMmOf: (id: string) => number,
): readonly Problem[] {
  return targets.flatMap((id, i) => {
    const diameterMm = diameterMmOf(id);
    if (hole <= diameterMm) return [];
    const message = `expected at most ${diameterMm} mm, the diameter of ${id} (targets[${i}])`;
    return [problem('intervention.hole-too-large', ['settings', 'hole'], message)];
  });
}
