export { type ClosedPipe, decaySeconds, emptiedKg, pipeMassKg, pipePressurePa } from './closed-pipe';
export { GAS_K, GENTLE, METHANE_M3_PER_KG } from './gas';
export { ATMOSPHERE_PA, CRITICAL_RATIO, holeAreaM2, methaneKgPerM3, orificeKgPerS } from './orifice';
