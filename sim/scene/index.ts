/** The door of the scene folder: text to scene, scene to the arrays an engine runs on. */
export { canonicalHash } from './canonical';
export { compileScene } from './compile';
export * from './compiled';
export { type Migration, migrateScene, type RawFiles } from './migrations';
export { readScene } from './read';
export type * from './schema/buildings';
export type * from './schema/city';
export type * from './schema/electricity';
export type * from './schema/galleries';
export type * from './schema/land';
export type * from './schema/manifest';
export type * from './schema/pipes';
export type * from './schema/primitives';
export type * from './schema/roads';
export * from './schema/scene';
export type * from './schema/stations';
export type * from './schema/telecom';
export type * from './schema/terrain';
