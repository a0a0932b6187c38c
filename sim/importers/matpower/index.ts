/** The door of the MATPOWER importer: cases as networks, and as scenes. */
export { BUS, type MatpowerCase } from './case';
export { importMatpower } from './import-matpower';
export { networkOfCase } from './network-of-case';
export { readCase } from './read-case';
