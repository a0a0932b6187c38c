/** Temperatures in networks of hot and cold water: settled, on their way, and whole loops through time. */
export { type LoopPlan, type NamedLoop, PUMP_EFFICIENCY, planOfLoop } from './loop-plan';
export { type SteadyFlows, type SteadyNetwork, type SteadyTemperatures, settleTemperatures } from './steady';
export { stepThermalNetwork } from './thermal-network';
export {
  createThermalNetwork,
  lacks,
  memoryOf,
  type ThermalInputs,
  type ThermalNetwork,
  type ThermalOutputs,
} from './thermal-state';
export { constantLiquid, type Liquid, waterAt, waterUnder } from './water';
