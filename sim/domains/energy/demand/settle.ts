/** What became of the rooms, and of what waits, once it is known how much of what was asked for came. */
import { exp } from '../../../kernel';
import type { DemandAsked } from './asked';
import { HEAT_BY_GAS, HEAT_BY_NETWORK } from './compile';
import { plugIn } from './heaters';
import { DEFERRED_BACK_S, WAITING_FADES_S, WAITING_GROWS_S, waitingAfter } from './pickup';
import type { DemandState } from './state';

/** Share of what was asked for that came, one number a building from 0 to 1. */
export interface DemandSupply {
  readonly electricity: Float64Array;
  readonly heat: Float64Array;
  readonly cooling: Float64Array;
  readonly gas: Float64Array;
}

export function fullSupply(count: number): DemandSupply {
  const array = () => new Float64Array(count).fill(1);
  return { electricity: array(), heat: array(), cooling: array(), gas: array() };
}

export function settleDemand(state: DemandState, asked: DemandAsked, supply: DemandSupply, stepSeconds: number): void {
  const { plan, work } = state;
  const grows = exp(-stepSeconds / WAITING_GROWS_S);
  const fades = exp(-stepSeconds / WAITING_FADES_S);
  const kept = exp(-stepSeconds / DEFERRED_BACK_S);
  const stepHours = stepSeconds / 3_600;
  for (let i = 0; i < plan.count; i++) {
    const powered = supply.electricity[i];
    const coolingShare = plan.coolingNode[i] < 0 ? powered : supply.cooling[i];
    const from = plan.heatFrom[i];
    const heatShare =
      from === HEAT_BY_NETWORK ? supply.heat[i] : from === HEAT_BY_GAS ? Math.min(supply.gas[i], powered) : powered;
    const heatW = work.heatingW[i] * heatShare;
    const coolW = work.coolingW[i] * coolingShare;
    const endC = work.massEndC[i] + work.massKPerHeatW[i] * heatW - work.massKPerCoolW[i] * coolW;
    state.massC[i] = endC + (state.massC[i] - endC) * work.massStays[i];
    state.airC[i] = work.freeAirC[i] + work.airKPerHeatW[i] * heatW - work.airKPerCoolW[i] * coolW;
    state.powered[i] = powered;
    plugIn(state, i, heatShare, stepSeconds);
    state.waiting[i] = waitingAfter(state.waiting[i], powered, grows, fades);
    const putOffKwh = plan.rows[i].deferrable * asked.curtailedKw[i] * stepHours;
    // what was made up is done, as far as there was power for it
    state.deferredKwh[i] =
      asked.curtailedKw[i] > 0 ? state.deferredKwh[i] + putOffKwh : state.deferredKwh[i] * (1 - powered * (1 - kept));
  }
}
