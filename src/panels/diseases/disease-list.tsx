import type { DiseaseReport, KpiName } from '../../../sim';
import { useText } from '../../i18n';
import type { FigurePair } from './verdict-card';
import { VerdictList } from './verdict-list';

interface DiseaseListProps {
  readonly reports: readonly DiseaseReport[];
  figureOf(name: KpiName): FigurePair | undefined;
}

/** What a change does to the four city diseases. */
export function DiseaseList({ reports, figureOf }: DiseaseListProps) {
  const words = useText().diseases;
  const named = reports.map((report) => ({ name: report.disease, report }));
  return <VerdictList title={words.title} reports={named} words={words} figureOf={figureOf} />;
}
