export { evaluateBranch, fanLiftPa, STANDING_BELOW } from './branch-law';
export { curveThroughDuty, type FanCurve, fanPowerW, freeDeliveryM3PerS } from './fan';
export {
  airDensityKgPerM3,
  ductResistance,
  lossResistance,
  openingResistance,
  resistanceAt,
  stackPa,
} from './laws';
export { type AirNetwork, createAirNetwork, type FanTable, REFERENCE_DENSITY_KG_PER_M3 } from './network';
export { solveAir } from './solve';
export { type AirReport, type AirSolver, createAirSolver } from './solver';
