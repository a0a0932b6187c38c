/**
 * A smooth year from twelve monthly means: straight lines between the middles of the months, whose heights are solved
 * so that the mean over each month's days is the one given. Lines drawn through the means themselves would miss a
 * January by half a degree (Epstein, Journal of Climate 4, 1991, on why; straight lines instead of his harmonics).
 */
import { DAYS_A_YEAR, MONTH_BEGINS } from './calendar';

const MONTHS = 12;

/** Value of each of the 365 days. */
export function dailyFromMonthly(means: ArrayLike<number>): Float64Array {
  const weights = MONTHLY_WEIGHTS;
  const knots = Float64Array.from(means);
  // Gauss-Seidel: each month's own knot weighs six times its neighbours', so the error falls tenfold a round
  for (let round = 0; round < 40; round++) {
    for (let m = 0; m < MONTHS; m++) {
      const before = knots[(m + MONTHS - 1) % MONTHS];
      const after = knots[(m + 1) % MONTHS];
      knots[m] = (means[m] - weights[3 * m] * before - weights[3 * m + 2] * after) / weights[3 * m + 1];
    }
  }
  const days = new Float64Array(DAYS_A_YEAR);
  for (let day = 0; day < DAYS_A_YEAR; day++) {
    const { left, right, share } = between(day);
    days[day] = knots[left] * (1 - share) + knots[right] * share;
  }
  return days;
}

/** Mean of daily values over each month. */
export function monthlyMeans(days: ArrayLike<number>): Float64Array {
  const means = new Float64Array(MONTHS);
  for (let m = 0; m < MONTHS; m++) {
    let sum = 0;
    for (let day = MONTH_BEGINS[m]; day < MONTH_BEGINS[m + 1]; day++) sum += days[day];
    means[m] = sum / (MONTH_BEGINS[m + 1] - MONTH_BEGINS[m]);
  }
  return means;
}

/** The two months between whose middles the noon of a day lies. */
function between(day: number): { left: number; right: number; share: number } {
  const noon = day + 0.5;
  let right = 0;
  while (right < MONTHS && middleOf(right) <= noon) right++;
  const left = right - 1;
  const from = left < 0 ? middleOf(MONTHS - 1) - DAYS_A_YEAR : middleOf(left);
  const to = right === MONTHS ? middleOf(0) + DAYS_A_YEAR : middleOf(right);
  return { left: (left + MONTHS) % MONTHS, right: right % MONTHS, share: (noon - from) / (to - from) };
}

function middleOf(month: number): number {
  return (MONTH_BEGINS[month] + MONTH_BEGINS[month + 1]) / 2;
}

/** How much the knot of the month before, of the month and of the month after weigh in a month's mean. */
const MONTHLY_WEIGHTS = ((): Float64Array => {
  const weights = new Float64Array(3 * MONTHS);
  for (let m = 0; m < MONTHS; m++) {
    const days = MONTH_BEGINS[m + 1] - MONTH_BEGINS[m];
    for (let day = MONTH_BEGINS[m]; day < MONTH_BEGINS[m + 1]; day++) {
      const { left, right, share } = between(day);
      weights[3 * m + placeOf(left, m)] += (1 - share) / days;
      weights[3 * m + placeOf(right, m)] += share / days;
    }
  }
  return weights;
})();

function placeOf(knot: number, month: number): number {
  return (knot - month + 1 + MONTHS) % MONTHS;
}
