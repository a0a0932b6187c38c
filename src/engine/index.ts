export * from './engine-face';
export { bringScene, openEngine } from './open-engine';
export { optionsInAddress, rehearseInAddress } from './rehearsal';
