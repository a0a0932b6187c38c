import type { CompiledScene } from '../../scene/compiled';

/** Two lanes, where no edge is named. */
const USUAL_M = 7;

/** The carriageway's width at an edge, both directions. */
export function carriageways({ scene }: CompiledScene): (edge: string | undefined) => number {
  const edges = new Map((scene.roads?.edges ?? []).map((each) => [each.id, each]));
  const lanesM = (id: string | undefined) =>
    (id === undefined ? undefined : edges.get(id))?.lanes.reduce((sum, { widthM }) => sum + widthM, 0) ?? 0;
  return (id) => (id !== undefined && edges.has(id) ? lanesM(id) + lanesM(edges.get(id)?.opposite) : USUAL_M);
}
