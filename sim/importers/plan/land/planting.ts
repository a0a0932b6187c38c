import type { LandFile } from '../../../scene/schema/land';
import {
  distanceToLine,
  lengthOf,
  offsetRight,
  placeAt,
  roundToCentimetres,
  simplify,
  slice,
} from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import { halfWidthM } from '../class-defaults';
import type { StreetGraph } from '../plan-graph';
import type { PlanLink } from '../plan-links';

type TreeRow = LandFile['treeRows'][number];

/** Behind the kerb, in the sidewalk's tree pits. */
const BEHIND_KERB_M = 1.4;
/** Kept free before a junction, so that drivers see and are seen. */
const SIGHT_M = 20;
const SHORTEST_ROW_M = 24;

/** Trees in rings inside an outline: two round a formal square, one along the fence of a plot. */
export function ringOfTrees(outline: readonly Point[], insetsM: readonly number[]): TreeRow[] {
  const ring = [...outline, outline[0]];
  return insetsM.flatMap((insetM): TreeRow[] => {
    const inside = offsetRight(ring, -insetM).filter((at) => distanceToLine(at, ring) > insetM - 0.5);
    if (inside.length < 4) return [];
    const path = roundToCentimetres(simplify([...inside, inside[0]], 0.8));
    return path.length < 2 ? [] : [{ path, spacingM: 9 }]; // a plot so small that its ring is one tree
  });
}

/** Trees on both sides of every arterial and collector, in the median where it is wide enough, and along local streets of homes. */
export function streetTrees(graph: StreetGraph): TreeRow[] {
  return graph.links.flatMap((link) => {
    const spacingM = spacingOf(link);
    if (spacingM === undefined) return [];
    const half = halfWidthM(link.section);
    const rows = [half + BEHIND_KERB_M, -(half + BEHIND_KERB_M)];
    if (link.section.medianM >= 10) rows.push(link.section.medianM * 0.28, -link.section.medianM * 0.28);
    return rows.flatMap((offset) => {
      const path = shortened(offsetRight(link.centre, offset), SIGHT_M + half / 2);
      return path ? [{ path, spacingM }] : [];
    });
  });
}

function spacingOf({ street }: PlanLink): number | undefined {
  if (street.class === 'arterial') return 8;
  if (street.class === 'collector') return 9;
  if (street.class === 'local') return 11;
  return undefined;
}

function shortened(line: readonly Point[], byM: number): Point[] | undefined {
  const length = lengthOf(line);
  if (length - 2 * byM < SHORTEST_ROW_M) return undefined;
  return roundToCentimetres(simplify(slice(line, placeAt(line, byM), placeAt(line, length - byM)), 0.4));
}
