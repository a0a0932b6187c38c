import type { Comparison, PairFigure } from '../../../sim';
import { type Catalogue, formatQuantity, formatTimes, type Language } from '../../i18n';

/** Who arrives later and who earlier, as a sentence: in people where people are known, else in trips. Null where nobody travels. */
export function sayPeople({ trips }: Comparison, text: Catalogue, language: Language): string | null {
  const words = text.compare;
  if (trips === null || trips.pairs.mean === 0) return null;
  const whose = trips.byPerson ? 'people' : 'trips';
  const { winners, losers, unchanged, wonHours, lostHours } = trips.byPerson ?? trips.byTrip;
  if (winners.mean + losers.mean < 0.5) return words.nobody({ whose, unchanged: people(unchanged.mean, language) });
  return words.sentence({
    whose,
    losers: withBand(losers, language),
    lostMinutes: words.minutesEach({ minutes: perHead(lostHours.mean, losers.mean, language) }),
    winners: withBand(winners, language),
    wonMinutes: words.minutesEach({ minutes: perHead(wonHours.mean, winners.mean, language) }),
    unchanged: people(unchanged.mean, language),
  });
}

export function people(count: number, language: Language): string {
  return formatQuantity(Math.round(count), 'persons', language).number;
}

export function withBand({ mean, noise }: PairFigure, language: Language): string {
  return noise < 0.5 ? people(mean, language) : `${people(mean, language)} ± ${people(noise, language)}`;
}

/** Minutes that each of them loses or gains on average; the sign is in the words around it. */
function perHead(hours: number, heads: number, language: Language): string {
  return formatTimes(heads > 0 ? (hours * 60) / heads : 0, language);
}
