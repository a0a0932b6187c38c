export { evaluateBranch, fanLiftPa } from './branch-law';
export { curveThroughDuty, fanPowerW, freeDeliveryM3PerS } from './fan';
export {
  airDensityKgPerM3,
  ductResistance,
  lossResistance,
  openingResistance,
  resistanceAt,
  stackPa,
} from './laws';
export { createAirNetwork } from './network';
export { solveAir } from './solve';
export { type AirSolver, createAirSolver } from './solver';
