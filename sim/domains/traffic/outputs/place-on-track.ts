import { atan2, radToDeg } from '../../../kernel';
import type { CompiledRoads } from '../../../scene/compiled';

export interface Place {
  xM: number;
  yM: number;
  /** Clockwise from north, as SUMO and a compass have it. */
  angleDeg: number;
}

/** The point of a track's drawn line at a distance along it, and where the line heads there. */
export function placeOnTrack(roads: CompiledRoads, track: number, positionM: number, into: Place): void {
  const { trackPoints, trackPointAtM, trackPointStart } = roads;
  const first = trackPointStart[track];
  const last = trackPointStart[track + 1] - 1;
  let p = first;
  while (p < last - 1 && trackPointAtM[p + 1] < positionM) p++;
  const spanM = trackPointAtM[p + 1] - trackPointAtM[p];
  const share = spanM > 0 ? (positionM - trackPointAtM[p]) / spanM : 0;
  const dx = trackPoints[2 * p + 2] - trackPoints[2 * p];
  const dy = trackPoints[2 * p + 3] - trackPoints[2 * p + 1];
  into.xM = trackPoints[2 * p] + share * dx;
  into.yM = trackPoints[2 * p + 1] + share * dy;
  const angleDeg = radToDeg(atan2(dx, dy));
  into.angleDeg = angleDeg < 0 ? angleDeg + 360 : angleDeg;
}
