/** The door of dispatch: a hub of stations, what is known, and the plan that makes an aim least. */
export { movedOn } from './basis';
export { dispatch } from './dispatch';
export { exactDispatch } from './exact';
export { giveFarEnds } from './far-ends';
export { type Hub, hubOf } from './hub';
export {
  type Aim,
  type DispatchInputs,
  emptyInputs,
  GAS_KG_PER_KWH,
  type PlantStanding,
  SHANDONG_KG_PER_KWH,
  STEP_HOURS,
  STEPS,
} from './inputs';
export { type Limit, type Shortage, whyNotAll } from './limits';
export { type Plan, standingAfter } from './plan';
export { buildModel, updateModel } from './program';
export { answerQuestion, decodeAnswer, encodeQuestion, PLAN_SERIES } from './question';
export { FEED_IN_YUAN, GAS_YUAN_PER_M3, isValley, powerYuanPerKwh, withTariff } from './tariff';
export { totalsOf } from './totals';
