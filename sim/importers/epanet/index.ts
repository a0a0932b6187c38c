/** The door of the EPANET importer: files as they are, and as scenes. */
export { importEpanet } from './import-epanet';
export type { InpFile } from './inp-file';
export { readInp } from './read-inp';
export { isUsual, M3_PER_S, pressureM, pressureUnit } from './units';
