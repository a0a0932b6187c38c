/** Fire in a gallery's section: started, stepped, read, saved. Knows no other part of the tunnel. */
export { backLayeringM, criticalVelocityMps, heatNumber } from './critical-velocity';
export { type CableKind, CONCRETE, type Growth, type WallMaterial, XLPE_PVC } from './figures';
export { ceilingC, type FireAir, fireAir, isOver, readFireAir, smokeBackM } from './outputs';
export { loadFire, saveFire } from './save';
export { type FireSectionPlan, type FireSectionShape, ordinaryTray, planFireSection, type TrayPlan } from './section';
export { type FireSource, type FireState, heldInGasJ, LEDGER } from './state';
export { type FireInputs, startFire, stepFire } from './step';
