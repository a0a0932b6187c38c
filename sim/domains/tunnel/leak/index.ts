export { type ClosedPipe, decaySeconds, emptiedKg, pipeMassKg, pipePressurePa } from './closed-pipe';
export { feedLeak } from './feed';
export {
  advanceLeak,
  createLeaks,
  GAS_K,
  GENTLE,
  type Hole,
  type Leaks,
  loadLeaks,
  METHANE_M3_PER_KG,
  mendLeak,
  openLeak,
  openUp,
  saveLeaks,
  shutOff,
} from './leaks';
export { ATMOSPHERE_PA, CRITICAL_RATIO, holeAreaM2, methaneKgPerM3, orificeKgPerS } from './orifice';
