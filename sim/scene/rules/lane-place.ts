import type { Point } from '../schema/primitives';

/** A lane ends at its stop line: half of the largest junction away from the edge's node. */
const LANE_ENDS_WITHIN_M = 80;
/** Ends may miss by rounding and by hand. */
const ROUNDING_M = 0.5;

/**
 * How far the ends of a lane lie from those of its edge, if that is too far or the wrong way round; undefined where it
 * is sound. A scrap of a lane between two wide junctions may lie either way round.
 */
export function laneAstrayM(edgeShape: readonly Point[], laneShape: readonly Point[]): number | undefined {
  const [start, end] = [edgeShape[0], edgeShape[edgeShape.length - 1]];
  const [laneStart, laneEnd] = [laneShape[0], laneShape[laneShape.length - 1]];
  const fromStart = distance(laneStart, start);
  const fromEnd = distance(laneEnd, end);
  const astray = Math.max(fromStart, fromEnd);
  if (astray > LANE_ENDS_WITHIN_M) return astray;
  const [toEnd, toStart] = [distance(laneStart, end), distance(laneEnd, start)];
  const isReversed = fromStart + fromEnd > toEnd + toStart + ROUNDING_M;
  return isReversed && distance(laneStart, laneEnd) > Math.max(toEnd, toStart) ? astray : undefined;
}

function distance(a: Point, b: Point): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  return Math.sqrt(dx * dx + dy * dy);
}
