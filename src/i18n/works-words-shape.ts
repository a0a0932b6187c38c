import type { KpiName } from '../../sim';
import type { CityWords, KindWords, KpiWords } from './city-words-shape';

/** The part of the city's words that works in streets bring. */
export interface WorksWords {
  readonly kpis: { readonly [Name in Extract<KpiName, `works.${string}`>]: KpiWords };
  readonly kinds: Pick<KindWords, 'build-gallery' | 'street-works' | 'settle-plans'>;
  readonly happeningTexts: CityWords['happeningTexts'];
}
