/**
 * N − 1: every branch in service is taken out once, each outage solved from the voltages before it. One that splits the
 * network is labelled, its part without a source is dead, and the rest is solved like any other.
 */
import type { PowerNetwork } from './network';
import { createPowerFlow, type PowerFlow, type PowerOutcome } from './power-flow';

export interface Outage {
  readonly branch: number;
  readonly state: PowerOutcome['state'];
  /** More islands than before. */
  readonly splits: boolean;
  /** What has lost its source, and the load there. */
  readonly deadBuses: readonly number[];
  readonly unservedP: number;
  readonly iterations: number;
  readonly seriesLossP: number;
  /** −1 where nothing was solved. */
  readonly lowestBus: number;
  readonly lowestVm: number;
  /** −1 where no branch in service has a rating. */
  readonly mostLoadedBranch: number;
  readonly mostLoading: number;
  /** Where an outage has no solution: the bus furthest off. */
  readonly worstBus?: number;
}

/** The network is as before afterwards. Returns the outcome of the whole; where that has no solution, nothing is screened. */
export function* screenOutages(network: PowerNetwork): Generator<Outage, PowerOutcome> {
  const flow = createPowerFlow(network, { keepsPatterns: true });
  const { voltages, isLive } = flow;
  const whole = flow.solve({ start: 'given' });
  if (whole.state === 'diverged') return whole;
  const real = voltages.real.slice();
  const imaginary = voltages.imaginary.slice();
  const live = isLive.slice();
  for (let branch = 0; branch < network.branchCount; branch++) {
    if (!network.closed[branch]) continue;
    voltages.real.set(real);
    voltages.imaginary.set(imaginary);
    isLive.set(live);
    network.closed[branch] = 0;
    const outcome = flow.solve({ start: 'last' });
    const outage = judge(flow, branch, outcome, whole, live);
    network.closed[branch] = 1;
    yield outage;
  }
  return whole;
}

function judge(
  { network, results, isLive, losses }: PowerFlow,
  branch: number,
  outcome: PowerOutcome,
  whole: PowerOutcome,
  before: Uint8Array,
): Outage {
  const deadBuses: number[] = [];
  let unservedP = 0;
  let lowestBus = -1;
  for (let bus = 0; bus < network.busCount; bus++) {
    if (isLive[bus]) {
      if (lowestBus < 0 || results.vm[bus] < results.vm[lowestBus]) lowestBus = bus;
    } else if (before[bus]) {
      deadBuses.push(bus);
      unservedP += network.loadP[bus];
    }
  }
  const diverged = outcome.islands.find((each) => each.state === 'diverged');
  const most = mostLoaded(network, results.loading);
  return {
    branch,
    state: outcome.state,
    splits: outcome.islands.length > whole.islands.length,
    deadBuses,
    unservedP,
    iterations: outcome.iterations,
    seriesLossP: losses().seriesP,
    lowestBus,
    lowestVm: lowestBus < 0 ? 0 : results.vm[lowestBus],
    mostLoadedBranch: most,
    mostLoading: most < 0 ? 0 : results.loading[most],
    ...(diverged?.ending && { worstBus: diverged.ending.worstBus }),
  };
}

export function mostLoaded({ branchCount, rating, closed }: PowerNetwork, loading: Float64Array): number {
  let most = -1;
  for (let k = 0; k < branchCount; k++) {
    if (closed[k] && rating[k] > 0 && (most < 0 || loading[k] > loading[most])) most = k;
  }
  return most;
}
