/** Rain or snow, and how far one sees through what falls, through moist air and through fog. */
import { exp, pow } from '../../kernel';

/**
 * Share of what falls that is snow: a logistic curve in the air's temperature and relative humidity, fitted to 18
 * million reports of the northern hemisphere (Jennings, Winchell, Livneh & Molotch, Nature Communications 9, 2018). In
 * air of 90 % half of it is snow at 1.4 °C. Hail and freezing rain are left out.
 */
export function snowShare(airC: number, humidity: number): number {
  return 1 / (1 + exp(-10.04 + 1.41 * airC + 9 * humidity));
}

/** Contrast is down to 2 % at the visual range (Koschmieder 1924): extinction is −ln 0.02 over it. */
const KOSCHMIEDER = 3.912;
const DB_PER_NEPER = 4.342944819;
const M_PER_KM = 1_000;
const LIGHT_NM = 550;
/** Above it snow is wet. */
const WET_FROM_C = 0;

export function extinctionPerM(visibilityM: number): number {
  return KOSCHMIEDER / visibilityM;
}

export function visibilityM(perM: number): number {
  return KOSCHMIEDER / perM;
}

/** Moist air without fog: 60 km exp(−2.5 (RH − 15) / 80), Smirnova, Benjamin & Brown 2000 (the RUC model's visibility). */
export function hazePerM(humidity: number): number {
  const percent = 100 * Math.min(1, Math.max(0.15, humidity));
  return extinctionPerM(60 * M_PER_KM * exp((-2.5 * (percent - 15)) / 80));
}

/** ITU-R P.1814 (2007): 1.076 R^0.67 dB/km (Carbonneau & Wisely 1998). */
export function rainPerM(mmPerH: number): number {
  return mmPerH <= 0 ? 0 : (1.076 * pow(mmPerH, 0.67)) / DB_PER_NEPER / M_PER_KM;
}

/** The same, a S^b dB/km: wet snow 0.72, dry 1.38, and a that hardly depends on the light's colour. */
export function snowPerM(mmPerH: number, airC: number): number {
  if (mmPerH <= 0) return 0;
  const decibels =
    airC >= WET_FROM_C
      ? (0.0001023 * LIGHT_NM + 3.7855466) * pow(mmPerH, 0.72)
      : (0.0000542 * LIGHT_NM + 5.4958776) * pow(mmPerH, 1.38);
  return decibels / DB_PER_NEPER / M_PER_KM;
}
