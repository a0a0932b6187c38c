/** The door of dispatch: a hub of stations, what is known, and the plan that makes an aim least. */
export { movedOn } from './basis';
export { type Dispatch, dispatch } from './dispatch';
export { type ExactDispatch, exactDispatch } from './exact';
export { type Hub, hubOf, supplyCOf } from './hub';
export {
  type Aim,
  type DispatchInputs,
  emptyInputs,
  GAS_KG_PER_KWH,
  GRID_PRIMARY,
  type PlantStanding,
  SHANDONG_KG_PER_KWH,
  STEP_HOURS,
  STEPS,
} from './inputs';
export { type Limit, type Shortage, type StepLimit, whyNotAll } from './limits';
export { type Plan, standingAfter } from './plan';
export { buildModel, type DispatchModel, updateModel } from './program';
export { answerQuestion, type DispatchQuestion, decodeAnswer, encodeQuestion } from './question';
export { FEED_IN_YUAN, GAS_YUAN_PER_M3, powerYuanPerKwh } from './tariff';
export { type PlanTotals, totalsOf } from './totals';
