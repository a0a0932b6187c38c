import type { CompiledScene } from '../compiled';

const CAR_BIT = 1;

/** The road that cars may use whose first lane passes nearest to a place; −1 where there is none, or none so near. */
export function nearestEdge(
  { roads }: CompiledScene,
  [x, y]: readonly [number, number],
  withinM = Number.POSITIVE_INFINITY,
): number {
  const { edgeCount, edgeFirstLane, laneAllows, trackPointStart, trackPoints } = roads;
  let best = -1;
  let bestM2 = withinM * withinM;
  for (let edge = 0; edge < edgeCount; edge++) {
    const lane = edgeFirstLane[edge];
    if ((laneAllows[lane] & CAR_BIT) === 0) continue;
    for (let p = trackPointStart[lane]; p + 1 < trackPointStart[lane + 1]; p++) {
      const x0 = trackPoints[2 * p];
      const y0 = trackPoints[2 * p + 1];
      const dx = trackPoints[2 * p + 2] - x0;
      const dy = trackPoints[2 * p + 3] - y0;
      const lengthM2 = dx * dx + dy * dy;
      const share = lengthM2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / lengthM2));
      const offX = x - x0 - share * dx;
      const offY = y - y0 - share * dy;
      const distanceM2 = offX * offX + offY * offY;
      if (distanceM2 >= bestM2) continue;
      bestM2 = distanceM2;
      best = edge;
    }
  }
  return best;
}
