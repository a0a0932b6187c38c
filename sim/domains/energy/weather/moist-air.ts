/** Water in the air. */
import { atan, exp, pow } from '../../../kernel';

/** Pressure of saturated vapour over water, Magnus' form with the constants of WMO No. 8 (2018), 1.B.1. */
export function saturationHpa(airC: number): number {
  return 6.112 * exp((17.62 * airC) / (243.12 + airC));
}

/** What a wet thermometer shows, within 1 K between 5 % and 99 % at sea level: Stull, J. Appl. Meteorol. Climatol. 50, 2011. */
export function wetBulbC(airC: number, humidity: number): number {
  const percent = 100 * Math.max(0.05, Math.min(0.99, humidity));
  return (
    airC * atan(0.151977 * Math.sqrt(percent + 8.313659)) +
    atan(airC + percent) -
    atan(percent - 1.676331) +
    0.00391838 * pow(percent, 1.5) * atan(0.023101 * percent) -
    4.686035
  );
}
