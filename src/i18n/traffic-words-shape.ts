import type { KpiName } from '../../sim';
import type { KindWords, KpiWords } from './city-words-shape';
import type { DrainageWords } from './drainage-words-shape';
import type { EnergyWords } from './energy-words-shape';
import type { TelecomWords } from './telecom-words-shape';
import type { TunnelWords } from './tunnel-words-shape';
import type { WaterWords } from './water-words-shape';
import type { WorksWords } from './works-words-shape';

type OtherWords = DrainageWords | EnergyWords | TelecomWords | TunnelWords | WaterWords | WorksWords;
type KindsOf<Words extends OtherWords> = Words extends unknown ? keyof Words['kinds'] : never;

/** The part of the city's words that traffic brings: of kinds of change all that no other part has. */
export interface TrafficWords {
  readonly kpis: { readonly [Name in Extract<KpiName, `traffic.${string}`>]: KpiWords };
  readonly kinds: Omit<KindWords, KindsOf<OtherWords>>;
}
