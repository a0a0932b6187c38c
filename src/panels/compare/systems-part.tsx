import { type Comparison, type CoreSystem, coreSystemNames, type Intervention, reportSystems } from '../../../sim';
import { kindName, useText } from '../../i18n';
import { VerdictCard } from '../diseases/verdict-card';
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
  return (
    <section className="compare-part">
      <h3>{words.title}</h3>
      {changes.length > 0 && (
        <table className="system-matrix">
          <thead>
            <tr>
              <th scope="col">{words.change}</th>
              {coreSystemNames.map((system) => (
                <th key={system} scope="col">
                  {words.names[system]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byKind(changes).map(({ kind, count, system }) => (
              <tr key={kind}>
                <th scope="row">
                  {kindName(kind, text)}
                  {count > 1 && ` ×${count}`}
                </th>
                {coreSystemNames.map((each) => (
                  <td key={each}>
                    {each === system && (
                      <b className="system-matrix-mark" title={words.acts}>
                        ●
                      </b>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className="diseases" aria-label={words.title}>
        {reports.map((report) => (
          <VerdictCard
            key={report.system}
            name={words.names[report.system]}
            looksAt={words.looksAt[report.system]}
            report={report}
            figureOf={(name) => comparison.kpis[name]}
          />
        ))}
      </ul>
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
