import { cos, PI, sin } from '../../kernel';
import type { Place } from './projection';

/**
 * GCJ-02, the shifted datum of maps published in China, off by up to some 700 m. There is no official formula; these
 * are the widely published constants (Krassovsky's ellipsoid and the polynomial with sines), which agree with published
 * tiles to a metre or so. Outside the box below nothing is shifted.
 */
const KRASSOVSKY_M = 6_378_245;
const KRASSOVSKY_E2 = 0.006693421622965943;
const WEST_DEG = 72.004;
const EAST_DEG = 137.8347;
const SOUTH_DEG = 0.8293;
const NORTH_DEG = 55.8271;
const ROUNDS = 6; // each brings the remainder down a hundredfold or more

export function isInChinaBox({ latitudeDeg, longitudeDeg }: Place): boolean {
  return longitudeDeg >= WEST_DEG && longitudeDeg <= EAST_DEG && latitudeDeg >= SOUTH_DEG && latitudeDeg <= NORTH_DEG;
}

export function gcjFromWgs(place: Place): Place {
  if (!isInChinaBox(place)) return place;
  const [dLat, dLon] = shiftDeg(place);
  return { latitudeDeg: place.latitudeDeg + dLat, longitudeDeg: place.longitudeDeg + dLon };
}

/** The inverse, by taking off the shift of the last guess again and again. */
export function wgsFromGcj(place: Place): Place {
  if (!isInChinaBox(place)) return place;
  let guess = place;
  for (let round = 0; round < ROUNDS; round++) {
    const [dLat, dLon] = shiftDeg(guess);
    guess = { latitudeDeg: place.latitudeDeg - dLat, longitudeDeg: place.longitudeDeg - dLon };
  }
  return guess;
}

function shiftDeg({ latitudeDeg, longitudeDeg }: Place): [latitude: number, longitude: number] {
  const x = longitudeDeg - 105;
  const y = latitudeDeg - 35;
  const root = Math.sqrt(Math.abs(x));
  const ripple = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
  const northM =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    ripple +
    (20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * (2 / 3) +
    (160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * (2 / 3);
  const eastM =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    ripple +
    (20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * (2 / 3) +
    (150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * (2 / 3);
  const latitude = (latitudeDeg / 180) * PI;
  const s = sin(latitude);
  const magic = 1 - KRASSOVSKY_E2 * s * s;
  const root2 = Math.sqrt(magic);
  return [
    (northM * 180) / (((KRASSOVSKY_M * (1 - KRASSOVSKY_E2)) / (magic * root2)) * PI),
    (eastM * 180) / ((KRASSOVSKY_M / root2) * cos(latitude) * PI),
  ];
}
