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
export {
  createPowerFlow,
  type IslandOutcome,
  type Method,
  type PowerFlow,
  type PowerOutcome,
  type SolveSettings,
} from './power-flow';
export type { Losses, Results } from './results';
export type { Ending, Voltages } from './voltages';
