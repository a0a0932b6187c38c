import type { DiseaseReport, KpiName } from '../../../sim';
import { useText } from '../../i18n';
import { type FigurePair, VerdictCard } from './verdict-card';

interface DiseaseListProps {
  readonly reports: readonly DiseaseReport[];
  figureOf(name: KpiName): FigurePair | undefined;
}

/** What a change does to the four city diseases. */
export function DiseaseList({ reports, figureOf }: DiseaseListProps) {
  const words = useText().diseases;
  return (
    <ul className="diseases" aria-label={words.title}>
      {reports.map((report) => (
        <VerdictCard
          key={report.disease}
          name={words.names[report.disease]}
          looksAt={words.looksAt[report.disease]}
          report={report}
          figureOf={figureOf}
        />
      ))}
    </ul>
  );
}
