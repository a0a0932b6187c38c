/** The door of the SUMO importer. */
export { readConfig } from './config';
export { importSumo, type SumoImport } from './import-sumo';
