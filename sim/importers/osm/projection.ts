import { cos, PI, sin } from '../../kernel';
import type { Point } from '../geometry/vector';

/** WGS 84 (NIMA TR8350.2, 2000). */
const EQUATOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const RAD = PI / 180;

export interface Place {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
}

/** From degrees on the ellipsoid to metres east and north in the plane that touches it at the origin. */
export function eastNorthOf(origin: Place): (place: Place) => Point {
  const sinLat0 = sin(origin.latitudeDeg * RAD);
  const cosLat0 = cos(origin.latitudeDeg * RAD);
  const [x0, y0, z0] = earthCentred(origin.latitudeDeg, 0);
  return (place) => {
    const turned = place.longitudeDeg - origin.longitudeDeg; // the frame turned so that the origin lies on 0°
    const [x, y, z] = earthCentred(place.latitudeDeg, turned);
    return [y - y0, (z - z0) * cosLat0 - (x - x0) * sinLat0];
  };
}

function earthCentred(latitudeDeg: number, longitudeDeg: number): [number, number, number] {
  const s = sin(latitudeDeg * RAD);
  const c = cos(latitudeDeg * RAD);
  const radiusM = EQUATOR_M / Math.sqrt(1 - E2 * s * s);
  return [radiusM * c * cos(longitudeDeg * RAD), radiusM * c * sin(longitudeDeg * RAD), radiusM * (1 - E2) * s];
}
