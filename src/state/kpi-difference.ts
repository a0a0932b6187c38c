import { type KpiName, type KpiSample, kpis } from '../../sim';

export type Verdict = 'better' | 'worse' | 'more' | 'less' | 'same';

export interface KpiDifference {
  readonly difference: number;
  readonly verdict: Verdict;
}

/**
 * What a change did to one figure, against the same run without it at the same tick. Inside the KPI's deadband, a share
 * of the baseline's value, nothing counts as changed; where neither way is better, it is said which way it went.
 */
export function judge(name: KpiName, value: number, baseline: number): KpiDifference | undefined {
  const difference = value - baseline;
  if (!Number.isFinite(difference)) return undefined;
  const { better, deadband } = kpis[name];
  if (Math.abs(difference) <= deadband * Math.abs(baseline)) return { difference, verdict: 'same' };
  const grew = difference > 0;
  if (better === 'none') return { difference, verdict: grew ? 'more' : 'less' };
  return { difference, verdict: grew === (better === 'more') ? 'better' : 'worse' };
}

export interface KpiPair {
  readonly seconds: number;
  readonly with: KpiSample['values'];
  readonly without: KpiSample['values'];
}

/** The newest tick at which both runs have been measured; a difference between two times would mean nothing. */
export function newestPair(changed: readonly KpiSample[], baseline: readonly KpiSample[]): KpiPair | undefined {
  let i = changed.length - 1;
  let j = baseline.length - 1;
  while (i >= 0 && j >= 0) {
    const one = changed[i];
    const other = baseline[j];
    if (one.tick === other.tick) return { seconds: one.seconds, with: one.values, without: other.values };
    if (one.tick > other.tick) i--;
    else j--;
  }
  return undefined;
}
