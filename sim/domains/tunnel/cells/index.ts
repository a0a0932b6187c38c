export { advanceCells } from './advance-cells';
export { carry } from './carry';
export { cellAt, createGalleryCells, type GalleryCells, gasIn } from './cells';
export { AMBIENT_OXYGEN } from './figures';
export { exchangeMps, layeringNumber } from './layers';
export { restingC, wake } from './rest';
export { loadCells, saveCells } from './save-cells';
