import { type Orbit, placeCamera } from './orbit';
import type { Terrain } from './terrain-height';

/** Turned no further than needed, both ways in turn; then, if houses stand all round, from higher up. */
const STEEPER_DEG = [0, 45, 65];
const TURNS_DEG = [0, 30, -30, 60, -60, 90, -90, 120, -120, 150, -150, 180];
/** Whoever flies to a place wants to see what lies about it, too. */
const ABOUT_SHARE = 0.15;
const ABOUT = [
  [0, 0],
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const;
/** The ground itself, and what stands at the very place, hides nothing. */
const SLACK_M = 10;

/** How far one sees from an eye along a ray. */
type Sees = (eye: readonly number[], direction: readonly number[]) => number;

/**
 * The same look at a place from a side on which no house stands between: the least turn from which most of what lies about
 * the place is seen. Where every side is as good, nothing is turned.
 */
export function clearView(orbit: Orbit, terrain: Terrain, sees: Sees): Orbit {
  let best = orbit;
  let most = 0;
  for (const steeperDeg of STEEPER_DEG) {
    const pitchDeg = Math.max(orbit.pitchDeg, steeperDeg);
    for (const turn of TURNS_DEG) {
      const turned = { ...orbit, pitchDeg, headingDeg: orbit.headingDeg + turn };
      const seen = countSeen(turned, terrain, sees);
      if (seen > most) {
        best = turned;
        most = seen;
      }
      if (most === ABOUT.length) return best;
    }
  }
  return best;
}

function countSeen(orbit: Orbit, terrain: Terrain, sees: Sees): number {
  const eye = [0, 0, 0];
  const target = [0, 0, 0];
  placeCamera(orbit, terrain, eye, target);
  const aboutM = ABOUT_SHARE * orbit.distanceM;
  let seen = 0;
  for (const [east, south] of ABOUT) {
    const way = [target[0] + east * aboutM - eye[0], target[1] - eye[1], target[2] + south * aboutM - eye[2]];
    const awayM = Math.hypot(...way);
    const direction = way.map((part) => part / awayM);
    if (sees(eye, direction) >= awayM - SLACK_M) seen++;
  }
  return seen;
}
