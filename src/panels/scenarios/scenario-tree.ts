import type { KeptScenario } from '../../scenarios/kept-scenario';

export interface Branch {
  readonly kept: KeptScenario;
  readonly depth: number;
}

/** Each after the one it was copied from, in the order they were made; a copy of a deleted one stands by itself. */
export function scenarioTree(all: readonly KeptScenario[]): readonly Branch[] {
  const known = new Set(all.map(({ id }) => id));
  const childrenOf = (parentId: string | null) =>
    all
      .filter((kept) => (kept.parentId !== null && known.has(kept.parentId) ? kept.parentId : null) === parentId)
      .sort((a, b) => a.createdMs - b.createdMs || a.number - b.number);
  const grow = (parentId: string | null, depth: number): Branch[] =>
    childrenOf(parentId).flatMap((kept) => [{ kept, depth }, ...grow(kept.id, depth + 1)]);
  return grow(null, 0);
}
