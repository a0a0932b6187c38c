/** The door of the MATPOWER importer: cases as networks, and as scenes. */
export { BRANCH, BUS, GEN, type MatpowerCase } from './case';
export { importMatpower, type MatpowerImport } from './import-matpower';
export { networkOfCase } from './network-of-case';
export { readCase } from './read-case';
