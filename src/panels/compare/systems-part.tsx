import { type Comparison, type CoreSystem, type Intervention, reportSystems } from '../../../sim';
import { kindName, useText } from '../../i18n';
import { VerdictList } from '../diseases/verdict-list';
import { systemOfKind } from './system-of-kind';

/** Which of the six core systems each change of B acts on, and what all of them together do to each of the six. */
export function SystemsPart({
  comparison,
  changes,
}: {
  readonly comparison: Comparison;
  readonly changes: readonly Intervention[];
}) {
  const text = useText();
  const words = text.compare.systems;
  const reports = reportSystems((name) => comparison.kpis[name]?.sign);
  const named = reports.map((report) => ({ name: report.system, report }));
  return (
    <section className="compare-part">
      <h3>{words.title}</h3>
      {byKind(changes).map(({ kind, count, system }) => (
        <p key={kind} className="panel-note">
          {words.acts({
            change: count > 1 ? `${kindName(kind, text)} ×${count}` : kindName(kind, text),
            on: words.names[system],
          })}
        </p>
      ))}
      <VerdictList title={words.title} reports={named} words={words} figureOf={(name) => comparison.kpis[name]} />
    </section>
  );
}

interface KindOnSystem {
  readonly kind: string;
  readonly count: number;
  readonly system: CoreSystem;
}

function byKind(changes: readonly Intervention[]): readonly KindOnSystem[] {
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count, system: systemOfKind(kind) }));
}
