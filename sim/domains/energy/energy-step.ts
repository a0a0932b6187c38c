import type { StepContext } from '../../ports';
import type { HomePorts } from './charging/step-homes';
import type { Consumers } from './consumers/consumers';
import type { GalleryPorts, Told } from './galleries/gallery-ports';
import { sum } from './sum';
import type { AirPorts } from './tell-weather';

/** What a step is told and what it fills in, by slot. */
export interface EnergyStep {
  readonly seconds: number;
  readonly stepSeconds: number;
  readonly sitesKw: Float64Array;
  readonly homes: HomePorts;
  readonly signalSupply: Float64Array;
  readonly siteSupply: Float64Array;
  readonly buildingSupply: Float64Array;
  readonly galleries: GalleryPorts;
  readonly air: AirPorts;
  /** Seconds that a crew takes to each road; null where nobody drives in the run. */
  readonly crewS: Float64Array | null;
  /** Of water pumps. */
  readonly pumpsKw: Float64Array;
  readonly pumpSupply: Float64Array;
  readonly telecom: TelecomPorts;
  /** Switchgear that stands in water, by bus. */
  readonly busFlooded: Told;
  readonly happen: StepContext<never, never>['happen'];
  readonly post: StepContext<never, never>['post'];
}

/** What telecom says, null where it takes no part; and what its nodes have of power. */
export interface TelecomPorts {
  readonly busHeard: Float64Array | null;
  readonly sensorHeard: Float64Array | null;
  readonly supply: Told;
}

/** What all cars draw, by whoever moves them: traffic, or habits where nobody drives. */
export function chargingKw({ charging }: Consumers, { sitesKw, homes }: EnergyStep): number {
  return sum(charging?.sitesKw ?? sitesKw) + sum(charging?.homesKw ?? homes.homesKw);
}
