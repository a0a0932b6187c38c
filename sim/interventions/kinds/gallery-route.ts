import type { Slot } from '../../kernel';
import { buriedLines, type LineKind, lineKinds } from '../../scene/compile/buried-lines';
import type { CompiledScene } from '../../scene/compiled';
import { edgeSlots } from './carriageway';

/** Of roads that were chosen: those that hang together, in the order in which one walks them from an end. */
export interface GalleryRoute {
  readonly roads: readonly number[];
  /** Whether one can walk from every road to every other one. */
  readonly isWhole: boolean;
}

export function galleryRoute(targets: readonly string[], scene: CompiledScene): GalleryRoute {
  const { roadOfEdge, firstEdge } = buriedLines(scene);
  const chosen = [...new Set(edgeSlots(targets, true, scene).map((edge) => roadOfEdge[edge]))].filter((r) => r >= 0);
  const ends = endsOf(scene);
  const at = new Map<string, number[]>();
  for (const road of chosen) {
    for (const node of ends[firstEdge[road]]) at.set(node, [...(at.get(node) ?? []), road]);
  }
  const first = chosen.find((road) => ends[firstEdge[road]].some((node) => at.get(node)?.length === 1)) ?? chosen[0];
  const roads: number[] = [];
  const next = first === undefined ? [] : [first];
  const seen = new Set(next);
  // Depth first, so that a stretch goes on to its end before a branch of it begins.
  while (next.length > 0) {
    const road = next.pop() as number;
    roads.push(road);
    for (const node of ends[firstEdge[road]]) {
      for (const other of at.get(node) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
  }
  return { roads, isWhole: roads.length === chosen.length };
}

const endsByScene = new WeakMap<CompiledScene, readonly (readonly [string, string])[]>();

function endsOf(scene: CompiledScene) {
  let ends = endsByScene.get(scene);
  if (ends === undefined) {
    const byId = new Map((scene.scene.roads?.edges ?? []).map((edge) => [edge.id as string, edge]));
    ends = scene.elements.edge.ids.map((id) => {
      const { from, to } = byId.get(id)!;
      return [from, to] as const;
    });
    endsByScene.set(scene, ends);
  }
  return ends;
}

/** Both directions of a road. */
export function edgesOfRoad(road: number, scene: CompiledScene): Slot[] {
  const { firstEdge, secondEdge } = buriedLines(scene);
  return [firstEdge[road], secondEdge[road]].filter((edge) => edge >= 0) as Slot[];
}

/** Kinds as a set: bit i for the i-th of the list. */
export function lineSet(moved: Readonly<Record<LineKind, boolean>>): number {
  return lineKinds.reduce((bits, kind, i) => bits | (moved[kind] ? 1 << i : 0), 0);
}

/**
 * Compartments that a set of lines needs: gas lies alone, and pipes of heat do not share one with power cables (GB
 * 50838-2015, 4.3.4 and 4.3.6).
 */
export function compartmentsNeeded(lines: number): number {
  const [power, telecom, water, heat, gas] = (['power', 'telecom', 'water', 'heat', 'gas'] as const).map(
    (kind) => ((lines >> lineKinds.indexOf(kind)) & 1) === 1,
  );
  return (power || telecom || water || heat ? 1 : 0) + (power && heat ? 1 : 0) + (gas ? 1 : 0);
}

/** Cables that run under these roads for at least half of their length. */
export function branchesUnder(roads: readonly number[], scene: CompiledScene): number[] {
  const { branchStart, branchRoad, branchM } = buriedLines(scene);
  const under = new Set(roads);
  const lengthM = branchLengths(scene);
  const found: number[] = [];
  for (let branch = 0; branch + 1 < branchStart.length; branch++) {
    let inM = 0;
    for (let k = branchStart[branch]; k < branchStart[branch + 1]; k++) if (under.has(branchRoad[k])) inM += branchM[k];
    if (inM > 0 && inM >= lengthM[branch] / 2) found.push(branch);
  }
  return found;
}

function branchLengths({ scene, elements }: CompiledScene): Float64Array {
  const lengthM = new Float64Array(elements.branch.count);
  for (const { id, lengthM: metres } of scene.electricity?.branches ?? []) {
    const slot = elements.branch.slotOf(id);
    if (slot !== undefined) lengthM[slot] = metres;
  }
  return lengthM;
}

/** The kinds of lines that run under these roads: buried, or cables that a line overhead would be moved to. */
export function linesUnder(roads: readonly number[], scene: CompiledScene): number {
  const { buriedM } = buriedLines(scene);
  let lines = branchesUnder(roads, scene).length > 0 ? 1 << lineKinds.indexOf('power') : 0;
  for (const road of roads) {
    lineKinds.forEach((_, kind) => {
      if (buriedM[road * lineKinds.length + kind] > 0) lines |= 1 << kind;
    });
  }
  return lines;
}
