export * from './engine-face';
export { bringScene, openEngine, readAhead } from './open-engine';
export { optionsInAddress, rehearseInAddress } from './rehearsal';
