import type { GroupReport, KpiName } from '../../../sim';
import { type FigurePair, VerdictCard } from './verdict-card';

interface VerdictListProps<Name extends string> {
  readonly title: string;
  readonly reports: readonly { readonly name: Name; readonly report: GroupReport }[];
  readonly words: {
    readonly names: Readonly<Record<Name, string>>;
    readonly looksAt: Readonly<Record<Name, string>>;
  };
  figureOf(name: KpiName): FigurePair | undefined;
}

/** What a change does to each of a few groups of figures. */
export function VerdictList<Name extends string>({ title, reports, words, figureOf }: VerdictListProps<Name>) {
  return (
    <ul className="diseases" aria-label={title}>
      {reports.map(({ name, report }) => (
        <VerdictCard
          key={name}
          name={words.names[name]}
          looksAt={words.looksAt[name]}
          report={report}
          figureOf={figureOf}
        />
      ))}
    </ul>
  );
}
