import { type KpiName, kpis } from '../../ports';

/** 'mixed' where some of its figures are better and others worse; 'unmeasured' where the city has none of them. */
export type GroupVerdict = 'better' | 'worse' | 'mixed' | 'same' | 'unmeasured';

export interface GroupReport {
  readonly verdict: GroupVerdict;
  /** The figure to show: the first that differs, else the first that is measured. */
  readonly headline: KpiName | undefined;
  /** Figures that differ beyond chance. */
  readonly differ: readonly KpiName[];
}

/** `signOf` says of each figure whether it is more (1) or less (−1) than without the change, beyond its band. */
export type SignOf = (name: KpiName) => number | undefined;

/** What a change does to a few figures together: "no change" is an answer too. */
export function verdictOf(names: readonly KpiName[], signOf: SignOf): GroupReport {
  const measured = names.filter((name) => signOf(name) !== undefined);
  const differ = measured.filter((name) => signOf(name) !== 0);
  const better = differ.filter((name) => (signOf(name) ?? 0) > 0 === (kpis[name].better === 'more')).length;
  let verdict: GroupVerdict = 'mixed';
  if (measured.length === 0) verdict = 'unmeasured';
  else if (differ.length === 0) verdict = 'same';
  else if (better === differ.length) verdict = 'better';
  else if (better === 0) verdict = 'worse';
  return { verdict, headline: differ[0] ?? measured[0], differ };
}
