export { type Generation, shareGeneration } from './generation';
export { findIslands, type Island, type Islands } from './islands';
export {
  BUS_OUT,
  BUS_PQ,
  BUS_PV,
  BUS_SLACK,
  createPowerNetwork,
  findFaults,
  type NetworkFault,
  type PowerNetwork,
} from './network';
export { type Outage, screenOutages } from './outages';
export {
  createPowerFlow,
  type IslandOutcome,
  type Method,
  type PowerFlow,
  type PowerOutcome,
  type SolveSettings,
} from './power-flow';
export { type Configuration, MOST_TRIALS, type ReconfigureSettings, reconfigure } from './reconfigure';
export { LEAST_VM, type Restoration, type RestoreSettings, restoreSupply } from './restore';
export type { Losses, Results } from './results';
export type { Ending, Voltages } from './voltages';
