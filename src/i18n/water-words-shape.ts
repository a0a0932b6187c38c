import type { KpiName } from '../../sim';
import type { CityWords, KindWords, KpiWords } from './city-words-shape';

/** The part of the city's words that water brings. */
export interface WaterWords {
  readonly kpis: { readonly [Name in Extract<KpiName, `water.${string}`>]: KpiWords };
  readonly kinds: Pick<KindWords, 'burst-water-main' | 'shut-water-main' | 'water-pump-outage' | 'fight-fire'>;
  readonly happeningTexts: CityWords['happeningTexts'];
}
