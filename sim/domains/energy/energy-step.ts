import type { StepContext } from '../../ports';
import type { HomePorts } from './charging/step-homes';

/** What a step is told and what it fills in, by slot. */
export interface EnergyStep {
  readonly seconds: number;
  readonly stepSeconds: number;
  readonly sitesKw: Float64Array;
  readonly homes: HomePorts;
  readonly signalSupply: Float64Array;
  readonly siteSupply: Float64Array;
  readonly buildingSupply: Float64Array;
  readonly happen: StepContext<never, never>['happen'];
  readonly post: StepContext<never, never>['post'];
}
