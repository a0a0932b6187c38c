export type { Catalogue } from './catalogue';
export { createEngine, type Engine, type EngineListener, type EngineOptions, resumeEngine } from './engine';
export { answerTo, deskInPlace, type JobDesk } from './jobs';
export { KpiRecord } from './kpi-record';
export { checkSteps } from './stretched';
export { wrongTime } from './times';
export { createTwin, type LiveTwin, type TwinOptions } from './twin';
export type * from './twin-face';
export { ENGINE_VERSION } from './version';
