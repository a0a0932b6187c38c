import type { CompiledScene } from '../../scene/compiled';

/** The road whose middle lies nearest to each place, as x and y in turn; −1 where there are none. */
export function nearestEdges({ roads }: CompiledScene, places: Float64Array): Int32Array {
  const { edgeCount, edgeFirstLane, trackPointStart, trackPoints } = roads;
  const x = new Float64Array(edgeCount);
  const y = new Float64Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const lane = edgeFirstLane[edge];
    const middle = (trackPointStart[lane] + trackPointStart[lane + 1]) >> 1;
    x[edge] = trackPoints[2 * middle];
    y[edge] = trackPoints[2 * middle + 1];
  }
  const nearest = new Int32Array(places.length / 2).fill(-1);
  for (let i = 0; i < nearest.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let edge = 0; edge < edgeCount; edge++) {
      const [dx, dy] = [x[edge] - places[2 * i], y[edge] - places[2 * i + 1]];
      const squared = dx * dx + dy * dy;
      if (squared >= least) continue;
      least = squared;
      nearest[i] = edge;
    }
  }
  return nearest;
}
