import type { LinearSolution } from '../../../kernel';
import type { DispatchInputs, PlantStanding } from './inputs';
import type { DispatchModel } from './program';
import type { ColumnKind } from './template';

/** What everything is to do, step by step; series in the order of the hub's lists, as in the inputs. */
export interface Plan {
  readonly steps: number;
  /** Power of engines, sun and wind, heat of boilers and heat pumps, cold of chillers; nothing of stores. */
  readonly outputKw: Float64Array;
  /** Cold of heat pumps that work the other way round. */
  readonly coldKw: Float64Array;
  /** Machines that run; of every bank. */
  readonly running: Uint8Array;
  /** Into a store at its terminals; negative out of it. */
  readonly chargeKw: Float64Array;
  readonly heldKwh: Float64Array;
  readonly mixKw: Float64Array;
  /** From the city to each station; negative the other way. */
  readonly exchangeKw: Float64Array;
  readonly buyKw: Float64Array;
  readonly sellKw: Float64Array;
  readonly unservedKw: Float64Array;
  readonly surplusKw: Float64Array;
}

/** Nothing below this is anything: a tenth of the solver's own tolerance over a station's size. */
const NOTHING_KW = 1e-6;

export function readPlan(model: DispatchModel, { columns: x }: LinearSolution, inputs: DispatchInputs): Plan {
  const { hub, template, steps } = model;
  const { banks, mixes, stations, demands, nodes } = hub;
  const of = (kind: ColumnKind, count: number, sign = 1, into = new Float64Array(count * steps)) => {
    for (let i = 0; i < count; i++) {
      const column = template.columnOf(kind, i);
      if (column < 0) continue;
      for (let t = 0; t < steps; t++) into[i * steps + t] += sign * clean(x[t * template.columns.length + column]);
    }
    return into;
  };
  const outputKw = of('power', banks.length);
  of('heat', banks.length, 1, outputKw);
  const coldKw = of('cold', banks.length);
  banks.forEach((bank, b) => {
    if (bank.coolingKw > 0) return;
    const series = coldKw.subarray(b * steps, (b + 1) * steps);
    for (let t = 0; t < steps; t++) outputKw[b * steps + t] += series[t];
    series.fill(0);
  });
  const started = of('running', banks.length);
  const running = new Uint8Array(banks.length * steps);
  banks.forEach((bank, b) => {
    for (let t = b * steps; t < (b + 1) * steps; t++) {
      running[t] =
        template.columnOf('running', b) >= 0
          ? Math.round(started[t])
          : machinesFor(bank, outputKw[t], coldKw[t], inputs.machines[t]);
    }
  });
  return {
    steps,
    outputKw,
    coldKw,
    running,
    chargeKw: of('discharge', banks.length, -1, of('charge', banks.length)),
    heldKwh: of('held', banks.length),
    mixKw: of('mix', mixes.length),
    exchangeKw: of('exchange', stations.length),
    buyKw: of('buy', 1),
    sellKw: of('sell', 1),
    unservedKw: of('unserved', demands.length),
    surplusKw: of('surplus', nodes.length),
  };
}

/** The fewest that carry it: of two or more, each then runs above half of its size. */
function machinesFor(
  bank: { readonly sizeKw: number; readonly coolingKw: number },
  outputKw: number,
  coldKw: number,
  available: number,
): number {
  const load = outputKw / bank.sizeKw + (bank.coolingKw > 0 ? coldKw / bank.coolingKw : 0);
  return Math.min(available, Math.ceil(load - 1e-9));
}

const clean = (value: number) => (Math.abs(value) < NOTHING_KW ? 0 : value);

/** How everything stands after so many steps of a plan that was kept to the letter. */
export function standingAfter({ steps, running, outputKw, heldKwh }: Plan, done: number): PlantStanding {
  const banks = running.length / steps;
  const at = (series: Float64Array) => Float64Array.from({ length: banks }, (_, b) => series[b * steps + done - 1]);
  return {
    running: Uint8Array.from({ length: banks }, (_, b) => running[b * steps + done - 1]),
    outputKw: at(outputKw),
    heldKwh: at(heldKwh),
  };
}
