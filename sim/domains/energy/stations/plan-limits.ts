/**
 * What stands in the way of those whom the plan leaves without, as a picture tells it: by the prices of the program's
 * limits (dispatch/limits), put down to the machines themselves, to their gas, to the power that reaches their station or
 * to what the city may buy.
 */
import type { Limit } from '../dispatch';
import type { StationsRun } from './stations-run';

/** Bits of a row; several may bind at once. */
export const PLAN_LIMIT = { machines: 1, supply: 2, import: 4, gas: 8 } as const;

export interface PlanLimits {
  /** By station, of the demands that hang on it; and of all demands together. */
  readonly ofStation: Uint8Array;
  city: number;
  /** 1 for banks that are at their end. */
  readonly ofBank: Uint8Array;
}

export interface PlanLimitsView {
  readonly run: StationsRun;
  readonly isLive: (node: number) => boolean;
  /** Of the machines of a kind at a station, the share that has gas. */
  readonly gasFor: (station: number, kind: string) => number;
}

export function limitsOf(view: PlanLimitsView): PlanLimits {
  const { hub, plan } = view.run;
  const found = {
    ofStation: new Uint8Array(hub.stations.length),
    city: 0,
    ofBank: new Uint8Array(hub.banks.length),
  };
  for (const { demand, because } of plan?.shortages ?? []) {
    const of = hub.demands.findIndex(({ id }) => id === demand);
    const station = of < 0 ? -1 : hub.nodes[hub.demands[of].node].station;
    for (const limit of because) {
      const bit = bitOf(view, limit, found.ofBank);
      found.city |= bit;
      if (station >= 0) found.ofStation[station] |= bit;
    }
  }
  return found;
}

function bitOf({ run, isLive, gasFor }: PlanLimitsView, { kind, element }: Limit, ofBank: Uint8Array): number {
  if (kind === 'gas' || kind === 'city-gas') return PLAN_LIMIT.gas;
  if (kind === 'buy' || kind === 'sell') return PLAN_LIMIT.import;
  if (kind === 'exchange') return PLAN_LIMIT.supply;
  const b = run.hub.banks.findIndex(({ id }) => id === element);
  if (b < 0) return 0;
  const { station, kind: machine } = run.hub.banks[b];
  // Machines that may not run are at their end, too, but not by their size.
  if (gasFor(station, machine) === 0) return PLAN_LIMIT.gas;
  if (run.node[station] >= 0 && !isLive(run.node[station])) return PLAN_LIMIT.supply;
  ofBank[b] = 1;
  return PLAN_LIMIT.machines;
}
