/**
 * Where two paths through a junction cross by their middle lines, and how much of each the other's lane takes there: what
 * SUMO goes by. Paths that merge are in each other's way from where they part to their end.
 */
import type { Network } from '../network';

const CLEARLY_APART_M = 3;

export function crossingsOf(network: Network): { fromM: Float64Array; toM: Float64Array } {
  const { turnCount, laneCount, foeStart, foeTurn, foeFromM, turnToLane, turnFromLane, trackLengthM, laneWidthM } =
    network.roads;
  const fromM = new Float64Array(foeTurn.length).fill(Number.POSITIVE_INFINITY);
  const toM = new Float64Array(foeTurn.length).fill(Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turnCount; turn++) {
    for (let k = foeStart[turn]; k < foeStart[turn + 1]; k++) {
      const foe = foeTurn[k];
      if (turnToLane[foe] === turnToLane[turn]) {
        fromM[k] = Math.min(foeFromM[k], trackLengthM[laneCount + turn] - CLEARLY_APART_M);
        toM[k] = trackLengthM[laneCount + turn];
        continue;
      }
      const atM = crossM(network, laneCount + turn, laneCount + foe);
      if (atM < 0) continue;
      const width = laneWidthM[turnFromLane[foe]];
      fromM[k] = atM - width / 2;
      toM[k] = atM + width / 2;
    }
  }
  return { fromM, toM };
}

/** How far along the first the middle lines of two tracks cross; −1 where they do not. */
function crossM(network: Network, a: number, b: number): number {
  const { trackPointStart, trackPoints, trackPointAtM } = network.roads;
  for (let p = trackPointStart[a]; p + 1 < trackPointStart[a + 1]; p++) {
    const [px, py] = [trackPoints[2 * p], trackPoints[2 * p + 1]];
    const [dx, dy] = [trackPoints[2 * p + 2] - px, trackPoints[2 * p + 3] - py];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length === 0) continue;
    for (let q = trackPointStart[b]; q + 1 < trackPointStart[b + 1]; q++) {
      const [qx, qy] = [trackPoints[2 * q], trackPoints[2 * q + 1]];
      const [ex, ey] = [trackPoints[2 * q + 2] - qx, trackPoints[2 * q + 3] - qy];
      const other = Math.sqrt(ex * ex + ey * ey);
      const across = dx * ey - dy * ex;
      if (other === 0 || across === 0) continue;
      const t = ((qx - px) * ey - (qy - py) * ex) / across;
      const u = ((qx - px) * dy - (qy - py) * dx) / across;
      if (t < 0 || t > 1 || u < 0 || u > 1) continue;
      return trackPointAtM[p] + t * (trackPointAtM[p + 1] - trackPointAtM[p]);
    }
  }
  return -1;
}
