export { CELL_M, compileGalleries, type Galleries } from './compile';
export { type ContentKind, type Contents, contentKinds, gasMainBySection } from './contents';
export { type Equipment, type EquipmentKind, equipmentKinds, equipmentOf } from './equipment';
export type { GalleryLine } from './gallery-line';
export { type Doors, EXHAUST, type Fans, INLET, type Shafts, shaftKinds } from './openings';
export { type CompartmentKind, type Compartments, compartmentKinds, type Sections, sectionAt } from './sections';
