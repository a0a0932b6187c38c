import { type DiseaseReport, type KpiName, kpis } from '../../../sim';
import { formatWithUnit, useLanguage, useText } from '../../i18n';
import './diseases.css';

interface DiseaseListProps {
  readonly reports: readonly DiseaseReport[];
  /** The figure without the change and with it; undefined where it is not measured. */
  figureOf(name: KpiName): { readonly a: number; readonly b: number } | undefined;
}

const SIGNS = { better: '✓', worse: '!', mixed: '±', same: '=', unmeasured: '–' } as const;

/** What a change does to the four city diseases: of each whether it is better or worse, "no change" included, and by what figure. */
export function DiseaseList({ reports, figureOf }: DiseaseListProps) {
  const text = useText();
  const language = useLanguage();
  const words = text.diseases;
  return (
    <ul className="diseases" aria-label={words.title}>
      {reports.map(({ disease, verdict, headline, differ }) => {
        const figure = headline && figureOf(headline);
        const names = (differ.length > 0 ? differ : []).map((name) => text.kpis[name].name).join(' · ');
        return (
          <li key={disease} data-verdict={verdict} title={names || words.looksAt[disease]}>
            <b>{words.names[disease]}</b>
            <span className="disease-verdict">
              <i aria-hidden="true">{SIGNS[verdict]}</i> {words.verdicts[verdict]}
            </span>
            {headline && figure && (
              <small>
                {text.kpis[headline].name}{' '}
                {verdict === 'same'
                  ? formatWithUnit(figure.b, kpis[headline].unit, language)
                  : formatWithUnit(figure.b - figure.a, kpis[headline].unit, language, {
                      signed: true,
                      scaleOf: Math.max(Math.abs(figure.a), Math.abs(figure.b)),
                    })}
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}
