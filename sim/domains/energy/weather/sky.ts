/** The sun over one place, by the local clock of the one year. */
import { PI } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import { DAYS_A_YEAR, HOURS_A_DAY, YEAR_BEGINS_J2000_DAYS } from './calendar';
import { emptySun, placeSun, type Sun, sunsetHourAngle } from './sun-position';
import { hoursAheadOf } from './zone-offset';

export interface Sky {
  /** By the clock; sunrise may lie before 0 h and sunset after 24 h where a clock is far from the sun. */
  readonly sunriseH: Float64Array;
  readonly sunsetH: Float64Array;
  readonly sunsetAngle: Float64Array;
  readonly dayLengthH: Float64Array;
  /** The sun at a moment; the same object every time. */
  sunAt(day: number, hour: number): Sun;
  /** Radiation on flat ground if there were no air. */
  onGroundWPerM2(day: number, hour: number): number;
  /** Radians from true noon. */
  hourAngleOf(day: number, hour: number): number;
}

export function createSky({ scene }: CompiledScene): Sky {
  const { latitudeDeg, longitudeDeg } = scene.manifest.origin;
  const ahead = hoursAheadOf(scene.manifest.timeZone, longitudeDeg);
  const sun = emptySun();
  const sunAt = (day: number, hour: number): Sun =>
    placeSun(YEAR_BEGINS_J2000_DAYS + day + (hour - ahead) / HOURS_A_DAY, latitudeDeg, longitudeDeg, sun);

  const noonH = new Float64Array(DAYS_A_YEAR);
  const sunriseH = new Float64Array(DAYS_A_YEAR);
  const sunsetH = new Float64Array(DAYS_A_YEAR);
  const sunsetAngle = new Float64Array(DAYS_A_YEAR);
  const dayLengthH = new Float64Array(DAYS_A_YEAR);
  for (let day = 0; day < DAYS_A_YEAR; day++) {
    const guess = 12 + ahead - longitudeDeg / 15;
    noonH[day] = guess - (sunAt(day, guess).hourAngle * 12) / PI;
    const { declinationDeg } = sunAt(day, noonH[day]);
    sunsetAngle[day] = sunsetHourAngle(latitudeDeg, declinationDeg);
    dayLengthH[day] = (24 / PI) * sunsetAngle[day];
    sunriseH[day] = noonH[day] - dayLengthH[day] / 2;
    sunsetH[day] = noonH[day] + dayLengthH[day] / 2;
  }
  return {
    sunriseH,
    sunsetH,
    sunsetAngle,
    dayLengthH,
    sunAt,
    onGroundWPerM2(day, hour) {
      const { sinElevation, extraterrestrialWPerM2 } = sunAt(day, hour);
      return Math.max(0, sinElevation) * extraterrestrialWPerM2;
    },
    hourAngleOf(day, hour) {
      const turns = (hour - noonH[day]) / HOURS_A_DAY;
      return 2 * PI * (turns - Math.round(turns));
    },
  };
}
