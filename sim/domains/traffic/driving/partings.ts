/**
 * Where the turns out of one lane part: how far along each one is so far off to the side that those behind who go another
 * way drive past. SUMO takes two and a half metres between the middle lines for that, and looks no further than to
 * a place to wait within the junction.
 */
import type { Network } from '../network';

const APART_M = 2.5;
const STEP_M = 0.25;

export function partingsOf({ roads }: Network, holdM: Float64Array): Float64Array {
  const { turnCount, turnFromLane, laneTurnStart, laneTurns, laneCount, trackPointStart, trackPointAtM } = roads;
  const clearM = new Float64Array(turnCount);
  for (let turn = 0; turn < turnCount; turn++) {
    const lane = turnFromLane[turn];
    const track = laneCount + turn;
    const lengthM = holdM[turn] >= 0 ? holdM[turn] : trackPointAtM[trackPointStart[track + 1] - 1];
    for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
      if (laneTurns[k] === turn) continue;
      let atM = 0;
      while (atM < lengthM && awayM(roads, track, atM, laneCount + laneTurns[k]) < APART_M) atM += STEP_M;
      clearM[turn] = Math.max(clearM[turn], Math.min(atM, lengthM));
    }
  }
  return clearM;
}

/** How far a place on one track is from the nearest of another. */
function awayM(
  { trackPointStart, trackPoints, trackPointAtM }: Network['roads'],
  track: number,
  atM: number,
  other: number,
): number {
  let p = trackPointStart[track];
  while (p + 2 < trackPointStart[track + 1] && trackPointAtM[p + 1] < atM) p++;
  const share = (atM - trackPointAtM[p]) / Math.max(1e-9, trackPointAtM[p + 1] - trackPointAtM[p]);
  const x = trackPoints[2 * p] + share * (trackPoints[2 * p + 2] - trackPoints[2 * p]);
  const y = trackPoints[2 * p + 1] + share * (trackPoints[2 * p + 3] - trackPoints[2 * p + 1]);
  let least = Number.POSITIVE_INFINITY;
  for (let q = trackPointStart[other]; q + 1 < trackPointStart[other + 1]; q++) {
    const [ax, ay] = [trackPoints[2 * q], trackPoints[2 * q + 1]];
    const [dx, dy] = [trackPoints[2 * q + 2] - ax, trackPoints[2 * q + 3] - ay];
    const square = dx * dx + dy * dy;
    const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
    const [ex, ey] = [x - ax - along * dx, y - ay - along * dy];
    least = Math.min(least, ex * ex + ey * ey);
  }
  return Math.sqrt(least);
}
