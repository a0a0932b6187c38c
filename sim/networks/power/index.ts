export { shareGeneration } from './generation';
export { findIslands } from './islands';
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
export { type Conduction, writeLine, writeTransformer } from './per-unit';
export {
  createPowerFlow,
  type Method,
  type PowerFlow,
  type PowerOutcome,
  type SolveSettings,
} from './power-flow';
export { type Configuration, reconfigure, searchConfiguration } from './reconfigure';
export { restoreSupply } from './restore';
