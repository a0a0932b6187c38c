/**
 * Universal Transverse Mercator to geographic coordinates on WGS 84, by Krüger's series to the third order in n
 * (Krüger 1912; as in Karney 2011, doi 10.1007/s00190-011-0445-3): a millimetre within the zone.
 */
import { asin, atan2, cos, cosh, PI, radToDeg, sin, sinh } from '../../kernel';

const EQUATOR_M = 6_378_137; // WGS 84
const FLATTENING = 1 / 298.257223563; // WGS 84
const SCALE = 0.9996;
const FALSE_EAST_M = 500_000;
const FALSE_NORTH_SOUTH_M = 10_000_000;

const n = FLATTENING / (2 - FLATTENING);
const n2 = n * n;
const n3 = n2 * n;
const RECTIFYING_M = (EQUATOR_M / (1 + n)) * (1 + n2 / 4 + (n2 * n2) / 64);
const BETA = [n / 2 - (2 * n2) / 3 + (37 * n3) / 96, n2 / 48 + n3 / 15, (17 * n3) / 480];
const DELTA = [2 * n - (2 * n2) / 3 - 2 * n3, (7 * n2) / 3 - (8 * n3) / 5, (56 * n3) / 15];

export interface GeographicPlace {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  /** How far the grid's north lies east of true north. */
  readonly convergenceDeg: number;
}

export function placeOfUtm(zone: number, isSouth: boolean, eastM: number, northM: number): GeographicPlace {
  const xi = (northM - (isSouth ? FALSE_NORTH_SOUTH_M : 0)) / (SCALE * RECTIFYING_M);
  const eta = (eastM - FALSE_EAST_M) / (SCALE * RECTIFYING_M);
  let xiSphere = xi;
  let etaSphere = eta;
  for (let j = 1; j <= 3; j++) {
    xiSphere -= BETA[j - 1] * sin(2 * j * xi) * cosh(2 * j * eta);
    etaSphere -= BETA[j - 1] * cos(2 * j * xi) * sinh(2 * j * eta);
  }
  const conformal = asin(sin(xiSphere) / cosh(etaSphere));
  let latitude = conformal;
  for (let j = 1; j <= 3; j++) latitude += DELTA[j - 1] * sin(2 * j * conformal);
  const fromMeridian = atan2(sinh(etaSphere), cos(xiSphere));
  return {
    latitudeDeg: radToDeg(latitude),
    longitudeDeg: 6 * zone - 183 + radToDeg(fromMeridian),
    convergenceDeg: (fromMeridian * sin(latitude) * 180) / PI,
  };
}
