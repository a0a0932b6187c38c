/** The only door through which the app sees the engine. */
export * from './kernel';
export * from './ports';
export * from './interventions';
export * from './scenarios';
export type * from './runtime/twin-face';
export type * from './scene/compiled';
export type * from './scene/schema/scene';
