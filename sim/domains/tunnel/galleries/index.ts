export { equipmentKinds } from '../../../scene/equipment-kinds';
export { compileGalleries, type Galleries } from './compile';
export { contentKinds, gasMainBySection } from './contents';
export { equipmentOf } from './equipment';

export { EXHAUST, INLET } from './openings';
export { type CompartmentKind, compartmentKinds } from './sections';
