/** Fire in a gallery's section: started, stepped, read, saved. Knows no other part of the tunnel. */
export { backLayeringM, criticalVelocityMps } from './critical-velocity';
export type { Growth } from './figures';
export { ceilingC, type FireAir, fireAir, isOver, readFireAir, smokeBackM } from './outputs';
export { loadFire, saveFire } from './save';
export { type FireSectionShape, ordinaryTray, planFireSection, type TrayPlan } from './section';
export { type FireSource, type FireState, heldInGasJ, LEDGER } from './state';
export { type FireInputs, startFire, stepFire } from './step';
