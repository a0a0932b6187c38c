/**
 * Temperatures that follow the air slowly. Ground: Kusuda & Achenbach (ASHRAE Transactions 71, 1965), a yearly wave of
 * the surface that fades and lags with depth. The sea lags and is damped in the same way.
 */
import { atan2, cos, exp, PI, sin } from '../../../kernel';
import { DAYS_A_YEAR } from './calendar';

/** Of moist loam and clay, 0.6 mm²/s (ASHRAE Handbook, HVAC Applications, ground-source heat pumps). */
const DIFFUSIVITY_M2_PER_DAY = 0.0518;

/**
 * Water off Qingdao against the air: it swings 0.85 of the air's 13 K about a mean 0.9 K warmer and is coldest 20 days
 * later: about 4 °C in February and 25 °C late in August.
 */
const SEA_WARMER_K = 0.9;
const SEA_SWING = 0.85;
const SEA_LAG_DAYS = 20;

export interface YearWave {
  readonly meanC: number;
  readonly amplitudeK: number;
  /** Day of the year, counted from its beginning, at which it is coldest. */
  readonly coldestDay: number;
}

/** The wave of one year that fits the daily means best. */
export function yearWaveOf(days: ArrayLike<number>): YearWave {
  let sum = 0;
  let inCos = 0;
  let inSin = 0;
  for (let day = 0; day < DAYS_A_YEAR; day++) {
    const angle = (2 * PI * (day + 0.5)) / DAYS_A_YEAR;
    sum += days[day];
    inCos += days[day] * cos(angle);
    inSin += days[day] * sin(angle);
  }
  const x = (-2 * inCos) / DAYS_A_YEAR;
  const y = (-2 * inSin) / DAYS_A_YEAR;
  const coldest = (atan2(y, x) / (2 * PI)) * DAYS_A_YEAR;
  return {
    meanC: sum / DAYS_A_YEAR,
    amplitudeK: Math.sqrt(x * x + y * y),
    coldestDay: coldest < 0 ? coldest + DAYS_A_YEAR : coldest,
  };
}

/** @param dayOfYear with its fraction, 0 at the beginning of 1 January */
export function groundC(wave: YearWave, depthM: number, dayOfYear: number): number {
  const fade = depthM * Math.sqrt(PI / (DAYS_A_YEAR * DIFFUSIVITY_M2_PER_DAY));
  const angle = (2 * PI * (dayOfYear - wave.coldestDay)) / DAYS_A_YEAR - fade;
  return wave.meanC - wave.amplitudeK * exp(-fade) * cos(angle);
}

export function seaC(wave: YearWave, dayOfYear: number): number {
  const angle = (2 * PI * (dayOfYear - wave.coldestDay - SEA_LAG_DAYS)) / DAYS_A_YEAR;
  return wave.meanC + SEA_WARMER_K - SEA_SWING * wave.amplitudeK * cos(angle);
}
