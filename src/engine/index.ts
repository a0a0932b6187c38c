export * from './engine-face';
export { openEngine } from './open-engine';
export { optionsInAddress, rehearseInAddress } from './rehearsal';
