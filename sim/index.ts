/** The only door through which the app sees the engine. */

export type * from './hosts/protocol';
export * from './interventions';
export * from './kernel';
export * from './ports';
export type { Timeline, TimelineEntry } from './runtime/timeline';
export type * from './runtime/twin-face';
export { BASE_STEP_SECONDS, ENGINE_VERSION, KPI_WINDOW_SECONDS } from './runtime/version';
export * from './scenarios';
export * from './scene';
export * from './studies/paired';
export type { LivedBefore, LivedPair } from './studies/scenario-pair';
export * from './studies/tunnel-economics';
