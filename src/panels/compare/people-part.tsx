import { type Comparison, kpis } from '../../../sim';
import { formatWithUnit, useLanguage, useText } from '../../i18n';
import { verdictWord } from '../figures/difference';
import { sortRows } from './difference-rows';
import { people, sayPeople, withBand } from './people-words';

/** Who arrives later and who earlier, in people where people are known, else in trips; as a sentence and as one bar. */
export function PeoplePart({ comparison }: { readonly comparison: Comparison }) {
  const { trips } = comparison;
  const text = useText();
  const words = text.compare;
  const language = useLanguage();
  if (trips === null || trips.pairs.mean === 0) {
    return (
      <section className="compare-part">
        <h3>{words.people}</h3>
        <p className="empty">{words.noTrips}</p>
        <Others comparison={comparison} />
      </section>
    );
  }
  const { winners, losers, unchanged } = trips.byPerson ?? trips.byTrip;
  const all = winners.mean + losers.mean + unchanged.mean;
  const parts = [
    { name: words.losers, verdict: 'worse', figure: losers },
    { name: words.unchanged, verdict: 'same', figure: unchanged },
    { name: words.winners, verdict: 'better', figure: winners },
  ] as const;
  return (
    <section className="compare-part compare-people">
      <h3>{words.people}</h3>
      <p className="compare-sentence">{sayPeople(comparison, text, language)}</p>
      {all > 0 && (
        <>
          <p className="compare-crowd" aria-hidden="true">
            {parts.map(({ name, verdict, figure }) => (
              <i key={name} data-verdict={verdict} style={{ flexGrow: figure.mean / all }} />
            ))}
          </p>
          <ul className="compare-crowd-words">
            {parts.map(({ name, verdict, figure }) => (
              <li key={name} data-verdict={verdict}>
                <b>{withBand(figure, language)}</b> {name}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="panel-note">
        {words.unfinished({ a: people(trips.unfinished.a, language), b: people(trips.unfinished.b, language) })}{' '}
        {trips.onlyInA.mean + trips.onlyInB.mean > 0 &&
          words.onlyIn({ a: people(trips.onlyInA.mean, language), b: people(trips.onlyInB.mean, language) })}
      </p>
      <Others comparison={comparison} />
    </section>
  );
}

/** Whoever else gains or loses: every figure that counts heads, houses or sections and differs beyond chance. */
function Others({ comparison }: { readonly comparison: Comparison }) {
  const text = useText();
  const language = useLanguage();
  const rows = sortRows(comparison.kpis).differ.filter(
    ({ name, verdict }) => COUNTED.has(kpis[name].unit) && (verdict === 'better' || verdict === 'worse'),
  );
  return (
    <ul className="compare-others">
      {rows.map(({ name, compared, verdict }) => (
        <li key={name} data-verdict={verdict}>
          {text.kpis[name].name}{' '}
          <b>
            {formatWithUnit(compared.difference, compared.unit, language, { signed: true })}{' '}
            {verdictWord(verdict, text)}
          </b>
        </li>
      ))}
    </ul>
  );
}

const COUNTED: ReadonlySet<string> = new Set(['persons', 'count']);
