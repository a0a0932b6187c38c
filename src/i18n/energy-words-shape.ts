import type { KpiName } from '../../sim';
import type { CityWords, KindWords, KpiWords } from './city-words-shape';

/** The part of the city's words that energy brings; kept apart since the list is long. */
export interface EnergyWords {
  readonly kpis: { readonly [Name in Extract<KpiName, `energy.${string}` | `park.${string}`>]: KpiWords };
  readonly kinds: Pick<
    KindWords,
    | 'substation-outage'
    | 'cut-cable'
    | 'cut-gas-main'
    | 'burst-heat-main'
    | 'burst-cooling-main'
    | 'gas-shortage'
    | 'heat-wave'
    | 'cold-snap'
    | 'rooftop-solar'
    | 'raise-voltage'
    | 'overhead-lines'
    | 'demand-response'
    | 'retrofit-buildings'
    | 'busbar-fault'
    | 'dispatch-aim'
    | 'machine-outage'
    | 'pan-energy-mix'
    | 'clouds'
    | 'electric-cars'
    | 'managed-charging'
    | 'time-of-use'
    | 'control-room'
    | 'station-battery'
    | 'station-engines'
    | 'station-heat-pumps'
  >;
  readonly happeningTexts: CityWords['happeningTexts'];
}
