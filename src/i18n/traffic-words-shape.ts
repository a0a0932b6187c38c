import type { KpiName } from '../../sim';
import type { KindWords, KpiWords } from './city-words-shape';

/** The part of the city's words that traffic brings. */
export interface TrafficWords {
  readonly kpis: { readonly [Name in Extract<KpiName, `traffic.${string}`>]: KpiWords };
  readonly kinds: Pick<
    KindWords,
    | 'close-road'
    | 'limit-speed'
    | 'call-help'
    | 'crash'
    | 'one-way'
    | 'reserve-lane'
    | 'filter-traffic'
    | 'charge-driving'
    | 'green-wave'
    | 'control-signals'
    | 'favour-vehicles'
    | 'open-planned-road'
    | 'guide-parking'
    | 'guide-drivers'
    | 'grow-city'
    | 'event-demand'
  >;
}
