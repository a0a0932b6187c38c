/** What a change does to the four city diseases, all of them: "no change" is an answer too. */
import { type CityDisease, cityDiseases, type KpiName, kpis } from '../../ports';

/** 'mixed' where some of its figures are better and others worse; 'unmeasured' where the city has none of them. */
export type DiseaseVerdict = 'better' | 'worse' | 'mixed' | 'same' | 'unmeasured';

export interface DiseaseReport {
  readonly disease: CityDisease;
  readonly verdict: DiseaseVerdict;
  /** The figure to show: the first that differs, else the first that is measured. */
  readonly headline: KpiName | undefined;
  /** Figures that differ beyond chance. */
  readonly differ: readonly KpiName[];
}

/** `signOf` says of each figure whether it is more (1) or less (−1) than without the change, beyond its band. */
export function reportDiseases(signOf: (name: KpiName) => number | undefined): readonly DiseaseReport[] {
  return (Object.keys(cityDiseases) as CityDisease[]).map((disease) => {
    const names: readonly KpiName[] = cityDiseases[disease];
    const measured = names.filter((name) => signOf(name) !== undefined);
    const differ = measured.filter((name) => signOf(name) !== 0);
    const isBetter = (name: KpiName) => (signOf(name) ?? 0) > 0 === (kpis[name].better === 'more');
    const better = differ.filter(isBetter).length;
    const verdict =
      measured.length === 0
        ? 'unmeasured'
        : differ.length === 0
          ? 'same'
          : better === differ.length
            ? 'better'
            : better === 0
              ? 'worse'
              : 'mixed';
    return { disease, verdict, headline: differ[0] ?? measured[0], differ };
  });
}
