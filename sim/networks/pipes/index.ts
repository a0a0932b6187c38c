/** Steady flow in networks of pipes, gas or liquid, and the gas that they hold. */
export { checkPipeNetwork } from './check';
export { linkVelocityMps, pumpHydraulicW, shortNodes } from './figures';
export {
  ambientPressurePa,
  constantLiquid,
  densityPerPascal,
  type Fluid,
  type Gas,
  IDEAL,
  NORMAL_PRESSURE_PA,
  naturalGas,
  STANET_K,
} from './fluid';
export { evaluateFriction, type FrictionModel } from './friction';
export { outflowPerArea } from './ground-elements';
export { advanceLinePack, fillLinePack, joinPipe, partPipe, pipeContentKg } from './line-pack';
export {
  createPipeNetwork,
  LinkKind,
  type PipeNetwork,
  type PumpCurve,
} from './network';
export { potentialOf } from './potential';
export { evaluatePumpCurve, fitPumpCurve } from './pump-curve';
export { type SolveOutcome, solveSteady } from './solve';
export { createPipeSolver, LinkState, type PipeSolver } from './solver';
export { water, waterDensityKgPerM3, waterViscosityPaS } from './water';
