/** The door of the OpenStreetMap importer. */
export { importOsm, type OsmOptions } from './import-osm';
export type { ImportReport } from './report';
