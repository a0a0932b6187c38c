/** Temperatures in networks of hot and cold water: settled, on their way, and whole loops through time. */
export { type LoopPlan, type NamedLoop, PUMP_EFFICIENCY, planOfLoop } from './loop-plan';
export { type SteadyNetwork, settleTemperatures } from './steady';
export { heldInPipesJ, heldInSupplyC, replaceSupply, stepThermalNetwork } from './thermal-network';
export { createThermalNetwork, lacks, memoryOf, type ThermalNetwork } from './thermal-state';
export { constantLiquid, waterAt, waterUnder } from './water';
