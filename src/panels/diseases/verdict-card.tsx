import { type GroupReport, type KpiName, kpis } from '../../../sim';
import { formatWithUnit, useLanguage, useText } from '../../i18n';
import './diseases.css';

export interface FigurePair {
  readonly a: number;
  readonly b: number;
}

interface VerdictCardProps {
  readonly name: string;
  /** Which figures it looks at, for where none differs. */
  readonly looksAt: string;
  readonly report: GroupReport;
  /** The figure without the change and with it; undefined where it is not measured. */
  figureOf(name: KpiName): FigurePair | undefined;
}

const SIGNS = { better: '✓', worse: '!', mixed: '±', same: '=', unmeasured: '–' } as const;

/** A few figures together: whether they are better or worse, "no change" included, and by what figure. */
export function VerdictCard({ name, looksAt, report: { verdict, headline, differ }, figureOf }: VerdictCardProps) {
  const text = useText();
  const language = useLanguage();
  const figure = headline && figureOf(headline);
  const names = differ.map((each) => text.kpis[each].name).join(' · ');
  return (
    <li data-verdict={verdict} title={names || looksAt}>
      <b>{name}</b>
      <span className="disease-verdict">
        <i aria-hidden="true">{SIGNS[verdict]}</i> {text.diseases.verdicts[verdict]}
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
}
