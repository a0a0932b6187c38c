import type { LimitName } from '../../ports';
import type { WaterState } from './state';

/** Where somebody asks for water: what the main must hold for all to be served, over what it holds. */
export function strainOfWater({ run }: WaterState, of: (limit: LimitName) => Float64Array): void {
  if (run === null || run.answer === null) return;
  const { plan, answer } = run;
  const { servicePressureM, heightM } = plan.network;
  const used = of('water.pressure');
  for (let n = 0; n < plan.nodeCount; n++) {
    if (!(plan.demand.spread[n] > 0)) continue;
    const pressureM = answer.headM[n] - heightM[n];
    used[n] = servicePressureM / Math.max(pressureM, servicePressureM / MOST);
  }
  const { pumpFlowM3PerS } = plan.network;
  const pumps = of('water.pump-flow');
  for (let j = 0; j < pumpFlowM3PerS.length; j++) {
    if (answer.pumpSpeed[j] > 0) pumps[j] = answer.pumpM3PerS[j] / pumpFlowM3PerS[j];
  }
}

/** Dry is as far beyond the limit as is ever told. */
const MOST = 10;
