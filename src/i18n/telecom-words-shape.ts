import type { KpiName } from '../../sim';
import type { CityWords, KindWords, KpiWords } from './city-words-shape';

/** The part of the city's words that telecom brings. */
export interface TelecomWords {
  readonly kpis: { readonly [Name in Extract<KpiName, `telecom.${string}`>]: KpiWords };
  readonly kinds: Pick<KindWords, 'sensor-coverage' | 'telecom-outage'>;
  readonly happeningTexts: CityWords['happeningTexts'];
}
