import { type Comparison, kpis, type PairFigure } from '../../../sim';
import { formatQuantity, formatTimes, formatWithUnit, type Language, useLanguage, useText } from '../../i18n';
import { verdictWord } from '../figures/difference';
import { sortRows } from './difference-rows';

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
  const whose = trips.byPerson ? 'people' : 'trips';
  const { winners, losers, unchanged, wonHours, lostHours } = trips.byPerson ?? trips.byTrip;
  const all = winners.mean + losers.mean + unchanged.mean;
  const isNobody = winners.mean + losers.mean < 0.5;
  const parts = [
    { name: words.losers, verdict: 'worse', figure: losers },
    { name: words.unchanged, verdict: 'same', figure: unchanged },
    { name: words.winners, verdict: 'better', figure: winners },
  ] as const;
  return (
    <section className="compare-part compare-people">
      <h3>{words.people}</h3>
      <p className="compare-sentence">
        {isNobody
          ? words.nobody({ whose, unchanged: people(unchanged.mean, language) })
          : words.sentence({
              whose,
              losers: withBand(losers, language),
              lostMinutes: words.minutesEach({ minutes: perHead(lostHours.mean, losers.mean, language) }),
              winners: withBand(winners, language),
              wonMinutes: words.minutesEach({ minutes: perHead(wonHours.mean, winners.mean, language) }),
              unchanged: people(unchanged.mean, language),
            })}
      </p>
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

function people(count: number, language: Language): string {
  return formatQuantity(Math.round(count), 'persons', language).number;
}

function withBand({ mean, noise }: PairFigure, language: Language): string {
  return noise < 0.5 ? people(mean, language) : `${people(mean, language)} ± ${people(noise, language)}`;
}

/** Minutes that each of them loses or gains on average; the sign is in the words around it. */
function perHead(hours: number, heads: number, language: Language): string {
  return formatTimes(heads > 0 ? (hours * 60) / heads : 0, language);
}
