import { expect, it } from 'vitest';
import { carbonKg, meterCarbon } from '../../../sim/domains/energy/accounts';
import { noTotals } from '../../../sim/domains/energy/totals';

const HOUR_S = 3_600;
const DAY_S = 86_400;

it('carbon is metered by the step, and the day begins anew at midnight', () => {
  const totals = noTotals();
  const seen: { now: number; day: number }[] = [];
  for (let clockS = DAY_S - 2 * HOUR_S; clockS < DAY_S + 2 * HOUR_S; clockS += HOUR_S) {
    totals.importedKwh += 100;
    totals.gasKwh += 50;
    meterCarbon(totals, clockS, HOUR_S);
    seen.push({ now: totals.carbonKgPerH, day: totals.carbonKg - totals.carbonAtMidnightKg });
  }
  // 0.641 kg/kWh (Shandong 2022) and 56.1 kg/GJ (IPCC 2006).
  const perHour = 100 * 0.641 + 50 * 0.0036 * 56.1;
  for (const { now } of seen) expect(now).toBeCloseTo(perHour, 9);
  seen.map(({ day }, i) => expect(day).toBeCloseTo([1, 2, 1, 2][i] * perHour, 9));
  expect(totals.carbonKg).toBe(carbonKg(totals));
});
