export { askDemand } from './ask';
export { type DemandAsked, type DemandControls, emptyAsked, noControls } from './asked';
export { type ChargingProfile, chargingAt, createChargingProfile, growCharging } from './charging-profile';
export { compileDemand, type DemandPlan, type DemandSettings, type Standard } from './compile';
export { envelopeClasses } from './envelopes';
export { type DemandSupply, fullSupply, settleDemand } from './settle';
export { aheadOf, createDemandState, type DemandState, loadDemand, retrofit, saveDemand } from './state';
