import { exp, ln } from '../../../kernel';

/** What a yuan of year t is worth today. */
export function discount(rate: number, years: number): number {
  return years === 0 || rate === 0 ? 1 : exp(-years * ln(1 + rate));
}

/** Present value of a yuan at the end of each of so many years: (1 − (1 + r)^−n) / r. */
export function annuityFactor(rate: number, years: number): number {
  return rate === 0 ? years : (1 - discount(rate, years)) / rate;
}

/** Σ (1 + r)^−t of what comes in year t; year 0 is today. */
export function netPresentValue(yuanByYear: ArrayLike<number>, rate: number): number {
  let sum = 0;
  for (let year = 0; year < yuanByYear.length; year++) sum += yuanByYear[year] * discount(rate, year);
  return sum;
}
