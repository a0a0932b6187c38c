/** Steady flow in networks of pipes, gas or liquid, and the gas that they hold. */
export { checkPipeNetwork, type PathsOf } from './check';
export { linkDensityKgPerM3, linkVelocityMps, meanPressurePa, pumpHydraulicW, shortNodes } from './figures';
export {
  ambientPressurePa,
  type Compressibility,
  compressibilityAt,
  constantLiquid,
  densityKgPerM3,
  type Fluid,
  type Gas,
  IDEAL,
  type Liquid,
  NORMAL_PRESSURE_PA,
  NORMAL_TEMPERATURE_K,
  naturalGas,
  STANET_K,
} from './fluid';
export { evaluateFriction, type FrictionModel } from './friction';
export { outflowPerArea } from './ground-elements';
export { advanceLinePack, fillLinePack, pipeContentKg } from './line-pack';
export {
  createPipeNetwork,
  LinkKind,
  type LinkTable,
  type NodeTable,
  type PipeNetwork,
  type PumpCurve,
} from './network';
export { type CurvePoint, evaluatePumpCurve, fitPumpCurve } from './pump-curve';
export { type DivergedReason, type SolveOutcome, solveSteady } from './solve';
export { createPipeSolver, LinkState, type PipeSolver, type PipeState } from './solver';
export { water, waterDensityKgPerM3, waterViscosityPaS } from './water';
