import type { KpiName } from '../../sim';
import type { CityWords, KindWords, KpiWords } from './city-words-shape';

/** The part of the city's words that galleries bring. */
export interface TunnelWords {
  readonly kpis: { readonly [Name in Extract<KpiName, `tunnel.${string}`>]: KpiWords };
  readonly kinds: Pick<
    KindWords,
    | 'gas-leak'
    | 'gallery-flooding'
    | 'gallery-fire'
    | 'gallery-ventilation'
    | 'inspection-robots'
    | 'detector-faults'
    | 'gallery-orders'
  >;
  readonly happeningTexts: CityWords['happeningTexts'];
}
