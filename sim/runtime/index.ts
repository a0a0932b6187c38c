export type { Catalogue } from './catalogue';
export { createEngine, type Engine, type EngineListener, type EngineOptions, resumeEngine } from './engine';
export { FrameChannel } from './frame-channel';
export { answerTo, deskInPlace, type JobDesk } from './jobs';
export { checkSteps } from './stretched';
export { wrongTime } from './times';
export { createTwin, type LiveTwin, type TwinOptions } from './twin';
export type * from './twin-face';
export { ENGINE_VERSION } from './version';
