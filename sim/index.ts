/** The only door through which the app sees the engine. */

export type * from './hosts/protocol';
export * from './interventions';
export * from './kernel';
export * from './ports';
export type * from './runtime/twin-face';
export * from './scenarios';
export * from './scene';
