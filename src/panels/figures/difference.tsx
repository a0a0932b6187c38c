import { type KpiName, kpis } from '../../../sim';
import { type Catalogue, formatWithUnit, useLanguage, useText } from '../../i18n';
import { useCompare } from '../../state/compare';
import { judge, type Verdict } from '../../state/kpi-difference';

interface DifferenceProps {
  readonly name: KpiName;
  readonly value: number | undefined;
  readonly baseline: number | undefined;
}

/** Without it, the signed difference, which way it went, and in a word whether that is good. */
export function Difference({ name, value, baseline }: DifferenceProps) {
  const text = useText();
  const language = useLanguage();
  const isBaseline = useCompare((state) => state.againstId === null);
  const { unit } = kpis[name];
  const judged = value === undefined || baseline === undefined ? undefined : judge(name, value, baseline);
  if (!judged) return <p className="figure-difference">{text.figures.notMeasured}</p>;
  const scaleOf = Math.max(Math.abs(value!), Math.abs(baseline!));
  const arrow = judged.verdict === 'same' ? '=' : judged.difference > 0 ? '▲' : '▼';
  return (
    <p className="figure-difference" data-verdict={judged.verdict}>
      <span className="figure-verdict">
        <span aria-hidden="true">{arrow}</span>{' '}
        {judged.verdict !== 'same' && formatWithUnit(judged.difference, unit, language, { signed: true, scaleOf })}{' '}
        <b>{verdictWord(judged.verdict, text)}</b>
      </span>
      <span className="figure-baseline">
        {isBaseline ? text.figures.baseline : text.compare.a} {formatWithUnit(baseline, unit, language, { scaleOf })}
      </span>
    </p>
  );
}

export function verdictWord(verdict: Verdict, text: Catalogue): string {
  const { better, worse, more, fewer, same } = text.figures;
  return { better, worse, more, less: fewer, same }[verdict];
}
