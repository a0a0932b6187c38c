import { engineFuelKw } from '../plants/gas-engine';
import type { Hub } from './hub';
import type { DispatchInputs } from './inputs';
import type { Plan } from './plan';

/** What a plan comes to over its horizon, by the figures of its inputs. */
export interface PlanTotals {
  readonly gasKwh: number;
  readonly boughtKwh: number;
  readonly soldKwh: number;
  readonly unservedKwh: number;
  readonly starts: number;
  readonly yuan: number;
  readonly carbonKg: number;
  /** Fossil energy of gas and grid; what was sold is not taken off. */
  readonly primaryKwh: number;
}

export function totalsOf(hub: Hub, plan: Plan, inputs: DispatchInputs): PlanTotals {
  const { steps, stepHours } = inputs;
  let [gasKwh, boughtKwh, soldKwh, unservedKwh, starts, yuan, carbonKg, primaryKwh] = [0, 0, 0, 0, 0, 0, 0, 0];
  hub.banks.forEach(({ engine, kind, efficiency }, b) => {
    for (let t = 0; t < steps; t++) {
      const kw = plan.outputKw[b * steps + t];
      const running = plan.running[b * steps + t];
      if (engine) {
        if (running > 0) gasKwh += stepHours * running * engineFuelKw(engine, kw / running);
        const started = Math.max(0, running - (t > 0 ? plan.running[b * steps + t - 1] : inputs.now.running[b]));
        starts += started;
        yuan += started * engine.startYuan;
      } else if (kind === 'gas-boiler') gasKwh += (stepHours * kw) / efficiency;
    }
  });
  for (let t = 0; t < steps; t++) {
    const bought = plan.buyKw[t] * stepHours;
    const sold = plan.sellKw[t] * stepHours;
    boughtKwh += bought;
    soldKwh += sold;
    yuan += bought * inputs.buyYuanPerKwh[t] - sold * inputs.sellYuanPerKwh[t];
    carbonKg += bought * inputs.gridKgPerKwh[t];
    primaryKwh += bought * inputs.gridPrimary;
  }
  for (const kw of plan.unservedKw) unservedKwh += kw * stepHours;
  yuan += gasKwh * inputs.gasYuanPerKwh;
  carbonKg += gasKwh * inputs.gasKgPerKwh;
  return { gasKwh, boughtKwh, soldKwh, unservedKwh, starts, yuan, carbonKg, primaryKwh: primaryKwh + gasKwh };
}
