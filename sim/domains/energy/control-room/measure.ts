import type { KpiName } from '../../../ports';
import type { Totals } from '../totals';

/** Nothing of it where nobody watches, said all the same: a comparison wants both sides. */
export function measureControlRoom(totals: Totals, add: (kpi: KpiName, value: number) => void): void {
  const { overloadsForeseen, overloadsAverted, foreseenInVain, foresightS, calledKwh } = totals;
  add('energy.overloads-foreseen', overloadsForeseen);
  add('energy.overloads-averted', overloadsAverted);
  add('energy.foreseen-in-vain', foreseenInVain);
  if (overloadsAverted > 0) add('energy.foresight-lead', foresightS / 60 / overloadsAverted);
  add('energy.held-back', calledKwh);
}
