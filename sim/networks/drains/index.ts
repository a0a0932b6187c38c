export { createDrainNetwork, type DrainCell, type DrainLink, type DrainNetwork } from './network';
export { createRunoff, type Ground, heldM, infiltratedM, type RunoffState, stepRunoff } from './runoff';
export { circleArea, circleConveyance, manningOf } from './section';
export {
  createDrainState,
  createDrainWork,
  type DrainState,
  type DrainWork,
  findDepths,
  stepDrains,
} from './step-drains';
