import type { KpiName } from '../../sim';
import type { CityWords, KindWords, KpiWords } from './city-words-shape';

/** The part of the city's words that drainage brings. */
export interface DrainageWords {
  readonly kpis: { readonly [Name in Extract<KpiName, `drainage.${string}`>]: KpiWords };
  readonly kinds: Pick<KindWords, 'cloudburst' | 'steady-rain' | 'snowfall' | 'fog' | 'drain-pump-outage'>;
  readonly weather: {
    readonly roads: string;
    readonly shut: string;
    readonly rain: string;
    readonly snow: string;
    readonly lies: string;
    readonly sees: string;
  };
  readonly happeningTexts: CityWords['happeningTexts'];
}
