import type { EnergyState } from '../../../sim/domains/energy';
import type { GasRun } from '../../../sim/domains/energy/gas/gas-run';
import { lossKw } from '../../../sim/domains/energy/meters';

/** What does not add up at the end of a step, as a share of what moves; and what is needed to look at the next. */
export interface Imbalance {
  readonly power: number;
  readonly heat: number;
  readonly cold: number;
  /** 0 where there is none. */
  readonly gas: number;
}

const share = (off: number, of: number): number => Math.abs(off) / Math.max(1, Math.abs(of));

/** Watches a run step by step: what is owed by stations is lent from one step to the next. */
export function balanceWatch(stepS: number): (state: EnergyState) => Imbalance {
  let owedHeat = 0;
  let owedCold = 0;
  return ({ power, stations, gas }) => {
    const { grid, flow, wantedKw, givenKw, positions } = power!;
    let drawn = 0;
    for (let node = 0; node < grid.nodeCount; node++) {
      if (positions.live[grid.sections.ofNode[node]] === 1) drawn += wantedKw[node] - givenKw[node];
    }
    let imported = 0;
    for (let i = 0; i < grid.supplyNode.length; i++) {
      imported -= flow.now.results.pTo[flow.circuit.firstSupplyRow + i] * 1_000 * flow.circuit.baseMva;
    }
    const { hub, standing, loops } = stations!;
    let heat = 0;
    let cold = 0;
    hub.banks.forEach(({ kind, engine }, b) => {
      if (engine) heat += standing.heatKw[b];
      else if (kind === 'gas-boiler' || kind.endsWith('heat-pump')) heat += standing.outputKw[b];
      else if (kind === 'heat-store') heat -= standing.outputKw[b];
      else if (kind === 'cold-store') cold -= standing.outputKw[b];
      else if (kind.endsWith('chiller')) cold += standing.outputKw[b];
      cold += standing.coldKw[b];
      heat -= standing.heatInKw[b];
    });
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const taken = (carrier: string) =>
      loops.reduce((total, loop) => total + (loop.carrier === carrier ? sum(loop.net.outputs.sourceW) / 1_000 : 0), 0);
    const perHour = 3_600 / stepS;
    const lentHeat = (sum(standing.owedHeatKwh) - owedHeat) * perHour;
    const lentCold = (sum(standing.owedColdKwh) - owedCold) * perHour;
    owedHeat = sum(standing.owedHeatKwh);
    owedCold = sum(standing.owedColdKwh);
    return {
      power: share(imported - drawn - lossKw(power!), drawn),
      heat: share(heat + lentHeat - sum(standing.dumpedKw) - taken('heat'), heat),
      cold: share(cold + lentCold - taken('cooling'), cold),
      gas: gas === null ? 0 : gasImbalance(gas.balance),
    };
  };
}

/** Gas fed in less what was served, what leaked and what the pipes hold more, of what moved in the step. */
export function gasImbalance({ fedKg, servedKg, leakedKg, packBeforeKg, packAfterKg }: GasRun['balance']): number {
  const held = packAfterKg - packBeforeKg;
  const moved = Math.max(fedKg, servedKg, leakedKg, Math.abs(held), 1e-3);
  return Math.abs(fedKg - servedKg - leakedKg - held) / moved;
}
